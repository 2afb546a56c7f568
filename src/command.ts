import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { constants, devNull } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { editorLanguage } from './checks/editor-language.ts';
import { isLive } from './release/progress.ts';
import { refusalOf } from './model/machine-error.ts';
import { userError } from './model/user-error.ts';
import { type EditorLang, editorLanguages, type Sentence } from './schema/sentences.ts';

/* Helpers that the scripts in scripts/ share. */

/** An option of a command, with what it does. */
type Option = {
  type: 'string' | 'boolean';
  about: Sentence;
  /** What stands for its value in the help, for example `FOLDER`; of one with choices those. */
  form?: string;
  choices?: readonly string[];
};
type Options = Record<string, Option>;

/** What a command does and takes. `--help` prints it, and what it does not name is refused. */
type Command<Own extends Options> = {
  about: Sentence;
  options?: Own;
  /** What it takes besides options, as the usage shows it; without it nothing. */
  takes?: string;
  /** Whether what it does not know goes on to another program. */
  passesOn?: boolean;
};

/** What a command was given. `lang`: the language of its messages. `usage`: how it is called, for errors. */
export type Given<Own extends Options> = {
  values: { [Name in keyof Own]?: Own[Name]['type'] extends 'boolean' ? boolean : string };
  positionals: string[];
  lang: EditorLang;
  usage: string;
};

/** The option of commands that speak to editors. */
export const langOption = {
  lang: {
    type: 'string',
    choices: editorLanguages,
    about: { fi: 'Viestien kieli.', sv: 'Språket i meddelandena.', en: 'Language of the messages.' },
  },
} as const;

const helpMessages = {
  fi: {
    usage: 'Käyttö:',
    help: 'Näyttää tämän ohjeen.',
    unclear: (what: string) => `Komento ei ymmärrä tätä: ${what}`,
  },
  sv: {
    usage: 'Så här:',
    help: 'Visar den här hjälpen.',
    unclear: (what: string) => `Kommandot förstår inte: ${what}`,
  },
  en: {
    usage: 'Usage:',
    help: 'Shows this help.',
    unclear: (what: string) => `The command does not understand: ${what}`,
  },
};

/**
 * Runs a command, or with `--help` prints what it takes and does nothing else. User-facing errors and errors of
 * the machine end it with a message; any other error with its stack trace. A signal ends it with one line and
 * the exit code that shells use: 128 plus the number of the signal.
 * @param describe the command, or a function where it must be looked up what it takes
 */
export async function runCommand<Own extends Options>(
  describe: Command<Own> | (() => Command<Own>),
  run: (given: Given<Own>) => Promise<void>,
): Promise<void> {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.error(`${isLive() ? '\n' : ''}Stopped by ${signal}.`);
      // A terminated worker thread may print a long stack trace; silence it.
      closeSync(2);
      openSync(devNull, 'w');
      process.exit(128 + constants.signals[signal]);
    });
  }
  try {
    const command = typeof describe === 'function' ? describe() : describe;
    const { help, ...given } = readArguments(command, process.argv.slice(2));
    if (help) console.log(helpOf(command, given.lang));
    else await run(given);
  } catch (error) {
    const { exitCode, message } = error as { exitCode?: number; message: string };
    console.error(refusalOf(error, editorLanguage()) ?? (exitCode === undefined ? error : message));
    process.exit(exitCode ?? 1);
  }
}

/** @throws a user-facing error with exit code 2 for what the command does not take */
function readArguments<Own extends Options>(
  command: Command<Own>,
  args: string[],
): Given<Own> & { help: boolean } {
  const { options = {} as Own, takes, passesOn = false } = command;
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: takes !== undefined || passesOn,
      strict: !passesOn,
    }),
  ) as { values: Record<string, string | boolean | undefined>; positionals: string[] };
  const { help = false, ...own } = values;
  const lang = editorLanguages.find((known) => known === own['lang']) ?? editorLanguage();
  const usage = usageOf(command, lang);
  for (const [name, { choices }] of Object.entries(options))
    if (choices && own[name] !== undefined && !choices.includes(own[name] as string))
      throw userError(`${helpMessages[lang].unclear(`--${name} ${own[name]}`)}\n${usage}`, 2);
  return { values: own as Given<Own>['values'], positionals, lang, usage, help: help === true };

  function parsed<Parsed>(parse: () => Parsed): Parsed {
    try {
      return parse();
    } catch (error) {
      const lang = editorLanguage();
      const [, what = ''] = /'([^']+)'/.exec((error as Error).message) ?? [];
      throw userError(`${helpMessages[lang].unclear(what)}\n${usageOf(command, lang)}`, 2);
    }
  }
}

const formOf = (name: string, { type, form, choices }: Option): string =>
  type === 'boolean' ? `--${name}` : `--${name} ${choices?.join('|') ?? form ?? '…'}`;

/** How a command is called; of many options only that there are some. */
function usageOf({ options = {}, takes }: Command<Options>, lang: EditorLang): string {
  // A command is called as its file.
  const name = basename(process.argv[1] ?? '', '.ts').replace('-', ':');
  const called = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
  const all = Object.entries(options).map(([name, option]) => `[${formOf(name, option)}]`);
  const shown = [...(takes ? [takes] : []), ...(all.length > mostInUsage ? ['[--…]'] : all)];
  return `${helpMessages[lang].usage} ${[called, ...(shown.length > 0 ? ['--', ...shown] : [])].join(' ')}`;
}
const mostInUsage = 6;

/** What `--help` prints. */
function helpOf(command: Command<Options>, lang: EditorLang): string {
  const rows: [string, string][] = [
    ...Object.entries(command.options ?? {}).map(([name, option]): [string, string] => [
      formOf(name, option),
      option.about[lang],
    ]),
    ['--help', helpMessages[lang].help],
  ];
  const width = Math.max(...rows.map(([form]) => form.length));
  const list = rows.map(([form, about]) => `  ${form.padEnd(width)}  ${about}`).join('\n');
  return `${usageOf(command, lang)}\n\n${command.about[lang]}\n\n${list}`;
}

/**
 * The port on which a command serves: `PORT`, or 4321.
 * @throws a user-facing error when `PORT` is not a port number
 */
export function wantedPort(): number {
  const port = Number(process.env['PORT'] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw userError(
      `PORT is not a port: "${process.env['PORT']}". Write a number from 1 to 65535, for example PORT=8080.`,
    );
  return port;
}

/**
 * Runs a program from node_modules; its output goes to the terminal.
 * @throws a user-facing error when its exit code is not 0
 */
export async function runProgram(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0)
    throw userError(`"${[program, ...args].slice(0, 2).join(' ')}" ended with ${exitCode}.`);
}
