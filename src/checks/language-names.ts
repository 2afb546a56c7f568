import type { Localized } from '../i18n/languages.ts';
import type { EditorLang } from '../schema/sentences.ts';

/** Names of the site's languages for messages to editors: "suomi", "suomenkielinen teksti", "suomeksi". */
export const languageNames: Record<EditorLang, Localized<{ name: string; text: string; inIt: string }>> = {
  fi: {
    fi: { name: 'suomi', text: 'suomenkielinen teksti', inIt: 'suomeksi' },
    sv: { name: 'ruotsi', text: 'ruotsinkielinen teksti', inIt: 'ruotsiksi' },
  },
  sv: {
    fi: { name: 'finskan', text: 'den finska texten', inIt: 'på finska' },
    sv: { name: 'svenskan', text: 'den svenska texten', inIt: 'på svenska' },
  },
  en: {
    fi: { name: 'the Finnish', text: 'the Finnish text', inIt: 'in Finnish' },
    sv: { name: 'the Swedish', text: 'the Swedish text', inIt: 'in Swedish' },
  },
};
