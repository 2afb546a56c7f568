import { parentPort } from 'node:worker_threads';
import { checkContent } from '../checks/check-content.ts';
import { editorLanguage, said } from '../checks/editor-language.ts';
import { coloursOn, printText } from '../checks/print.ts';
import { buildTime } from '../model/clock.ts';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { contentFolder, outputFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { contentFingerprint } from './content-fingerprint.ts';
import type { CheckedContent } from './make-site.ts';

/* A worker thread of site-thread.ts: checks the content, and posts it when it has no errors, or fails. */

const nothingPublished = {
  fi: 'Mitään ei julkaistu. Korjaa virheet ja yritä uudelleen.',
  sv: 'Ingenting publicerades. Rätta felen och försök igen.',
  en: 'Nothing was published. Mend the errors and try again.',
};

const fingerprint = contentFingerprint();
const report = await checkContent(
  contentFolder(),
  buildTime(),
  addressesOf(outputFolder()).map((path) => ({ path })),
);
if (!report.content)
  throw userError(
    `${printText(report.problems, report.files, editorLanguage(), coloursOn(2))}\n\n${said(nothingPublished)}`,
  );
parentPort!.postMessage({ content: report.content, fingerprint } satisfies CheckedContent);
