import type { Localized } from '../i18n/languages.ts';
import type { Sentence } from '../schema/sentences.ts';

/** The site's languages in messages to editors: "suomi", "suomea", "suomeksi", "suomenkielinen teksti". */
export const languageNames: Localized<Record<'name' | 'object' | 'inIt' | 'text', Sentence>> = {
  fi: {
    name: { fi: 'suomi', sv: 'finskan', en: 'the Finnish' },
    object: { fi: 'suomea', sv: 'finska', en: 'Finnish' },
    inIt: { fi: 'suomeksi', sv: 'på finska', en: 'in Finnish' },
    text: { fi: 'suomenkielinen teksti', sv: 'den finska texten', en: 'the Finnish text' },
  },
  sv: {
    name: { fi: 'ruotsi', sv: 'svenskan', en: 'the Swedish' },
    object: { fi: 'ruotsia', sv: 'svenska', en: 'Swedish' },
    inIt: { fi: 'ruotsiksi', sv: 'på svenska', en: 'in Swedish' },
    text: { fi: 'ruotsinkielinen teksti', sv: 'den svenska texten', en: 'the Swedish text' },
  },
};
