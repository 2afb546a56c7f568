import { setFlagsFromString } from 'node:v8';
import { checkContent } from '../src/checks/check-content.ts';
import { editorLanguage, isEditorLanguage } from '../src/checks/editor-language.ts';
import { coloursOn, printGithub, printJson, printText } from '../src/checks/print.ts';
import { optionsOf, runCommand } from '../src/command.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';

const usage = 'Usage: npm run check -- [--lang fi|sv|en] [--format text|json|github]';

// Reading allocates many short-lived objects: with early garbage collection a large check needs half the
// memory and no more time.
setFlagsFromString('--semi-space-growth-factor=1');

await runCommand(async () => {
  const { lang, format } = options();
  const folder = contentFolder();
  const { problems, files } = await checkContent(folder, buildTime());
  if (format === 'json') console.log(printJson(problems, lang));
  else if (format === 'github') console.log(printGithub(problems, lang, folder));
  else console.log(printText(problems, files, lang, coloursOn(1)));
  if (problems.some(({ level }) => level === 'error')) process.exitCode = 1;
});

function options() {
  const { values } = optionsOf(
    { options: { lang: { type: 'string' }, format: { type: 'string', default: 'text' } } },
    usage,
  );
  const lang = values.lang ?? editorLanguage();
  if (!isEditorLanguage(lang) || !['text', 'json', 'github'].includes(values.format))
    throw userError(usage, 2);
  return { lang, format: values.format };
}
