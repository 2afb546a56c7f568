import { setFlagsFromString } from 'node:v8';
import { checkContent } from '../src/checks/check-content.ts';
import { checkSince, pagesAt } from '../src/checks/compare.ts';
import { editorLanguage, isEditorLanguage } from '../src/checks/editor-language.ts';
import { coloursOn, printGithub, printJson, printText } from '../src/checks/print.ts';
import { optionsOf, runCommand } from '../src/command.ts';
import { buildTime } from '../src/model/clock.ts';
import { addressesOf } from '../src/finished-pages/sitemap.ts';
import { contentFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';

/**
 * `npm run check`: every problem of the content. Of a branch it also tells which addresses of `main` it would
 * lose; `--published` does so with the site in a folder, and `--since` tells what publishing would
 * refuse, with what is new since a commit as errors.
 */
const usage =
  'Usage: npm run check -- [--lang fi|sv|en] [--format text|json|github] [--published FOLDER] [--since COMMIT]';

// Reading allocates many short-lived objects: with early garbage collection a large check needs half the
// memory and no more time.
setFlagsFromString('--semi-space-growth-factor=1');

await runCommand(async () => {
  const { lang, format, site, since } = options();
  const folder = contentFolder();
  const now = buildTime();
  const published = site ? addressesOf(site).map((path) => ({ path })) : [];
  const { problems, files } = since
    ? await checkSince(since, folder, now, published)
    : await checkContent(folder, now, [...published, ...pagesAt(folder, now)]);
  if (format === 'json') console.log(printJson(problems, lang));
  else if (format === 'github') console.log(printGithub(problems, lang, folder));
  else console.log(printText(problems, files, lang, coloursOn(1)));
  if (problems.some(({ level }) => level === 'error')) process.exitCode = 1;
});

function options() {
  const { values } = optionsOf(
    {
      options: {
        lang: { type: 'string' },
        format: { type: 'string', default: 'text' },
        published: { type: 'string' },
        since: { type: 'string' },
      },
    },
    usage,
  );
  const lang = values.lang ?? editorLanguage();
  if (!isEditorLanguage(lang) || !['text', 'json', 'github'].includes(values.format))
    throw userError(usage, 2);
  const { format, published: site, since } = values;
  if (site && addressesOf(site).length === 0) throw userError(`There is no sitemap.xml in ${site}.`, 2);
  return { lang, format, site, since };
}
