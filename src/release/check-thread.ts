import { parentPort } from 'node:worker_threads';
import { checkContent } from '../checks/check-content.ts';
import { editorLanguage } from '../checks/editor-language.ts';
import { coloursOn, printText } from '../checks/print.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { stateOfContent } from './content-state.ts';
import type { SoundContent } from './make-site.ts';

/* Checks the content, as a thread that answers with it when it is sound and fails otherwise: see site-thread.ts. */

const refused = {
  fi: 'Mitään ei julkaistu. Korjaa virheet ja yritä uudelleen.',
  sv: 'Ingenting publicerades. Rätta felen och försök igen.',
  en: 'Nothing was published. Mend the errors and try again.',
};

const state = stateOfContent();
const report = await checkContent(contentFolder(), buildTime());
if (!report.content)
  throw userError(
    `${printText(report.problems, report.files, editorLanguage(), coloursOn(2))}\n\n${refused[editorLanguage()]}`,
  );
parentPort!.postMessage({ content: report.content, state } satisfies SoundContent);
