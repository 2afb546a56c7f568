import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { constants, devNull } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isLive } from './release/progress.ts';
import { userError } from './model/user-error.ts';

/* Helpers that the scripts in scripts/ share. */

/** Errors of the machine, not bugs: the reason and the remedy by error code. */
const refusals: Record<string, string> = {
  ENOSPC: 'The disk is full. Make room and try again.',
  EDQUOT: 'Your share of the disk is full. Make room and try again.',
  EROFS: 'This can only be read, not written. Make it writable, or choose another folder.',
  EACCES: 'You may not write or read this. Ask for the right, or choose another folder.',
  EPERM: 'The system does not allow this. Make it writable, or choose another folder.',
  EBUSY: 'This is in use. Close what uses it, and try again.',
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n) and try again.',
  EIO: 'The disk cannot be read or written.',
  ERR_WORKER_OUT_OF_MEMORY:
    'There is too little memory. Give more with NODE_OPTIONS=--max-old-space-size=2048 (in MB), and try again.',
};
const refusedPort = 'You may not use this port. Choose another, for example PORT=8080.';

/**
 * Runs a command. User-facing errors and errors of the machine end it with a message; any other error with
 * its stack trace. A signal ends it with one line and the exit code that shells use: 128 plus the number of
 * the signal.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
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
    await command();
  } catch (error) {
    const { exitCode, message } = error as { exitCode?: number; message: string };
    console.error(refusalOf(error) ?? (exitCode === undefined ? error : message));
    process.exit(exitCode ?? 1);
  }
}

/**
 * Parses the command line.
 * @param usage how the command is called; follows the reason in the error message
 * @throws a user-facing error with exit code 2 for an unknown option or argument
 */
export function optionsOf<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw userError(`${(error as Error).message}\n${usage}`, 2);
  }
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
 * The reason and the remedy when an error, or one in its chain of causes, is an error of the machine;
 * otherwise undefined.
 */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {
    code,
    syscall,
    path,
    port,
    dest = path ?? port,
    message,
    cause,
  } = error as NodeJS.ErrnoException & { dest?: string; port?: number };
  // Native programs give the error number only in their message.
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  const named = number
    ? Object.entries(constants.errno).find(([, value]) => value === Number(number))?.[0]
    : code;
  const refusal =
    syscall === 'listen' && (named === 'EACCES' || named === 'EPERM') ? refusedPort : refusals[named ?? ''];
  return refusal ? `${refusal} (${dest ?? named})` : refusalOf(cause);
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
