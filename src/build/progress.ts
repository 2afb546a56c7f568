import { constants } from 'node:os';
import { isatty } from 'node:tty';

/** Prints the steps of a command one by one with their times: plain lines where nobody watches, live ones on a terminal. */
export type Progress = { step: <T>(title: string, work: () => T | Promise<T>) => Promise<T>; total: () => string };

// The stream of a thread does not know whether it ends at a terminal.
const live = (): boolean => isatty(2) && !process.env['CI'];

export function showProgress(out: Pick<NodeJS.WriteStream, 'write'> = process.stderr, isLive = live()): Progress {
  const began = performance.now();
  return {
    async step(title, work) {
      const start = performance.now();
      if (isLive) out.write(`… ${title}`);
      try {
        const result = await work();
        out.write(`${isLive ? '\r\x1b[2K' : ''}✓ ${title} (${seconds(start)})\n`);
        return result;
      } catch (error) {
        out.write(`${isLive ? '\r\x1b[2K' : ''}✗ ${title} (${seconds(start)})\n`);
        throw error;
      }
    },
    total: () => seconds(began),
  };
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** What the machine refuses is no fault of the program: the reason and the remedy by the code of the error. */
const refusals: Record<string, string> = {
  ENOSPC: 'The disk is full. Make room and try again.',
  EDQUOT: 'Your share of the disk is full. Make room and try again.',
  EROFS: 'This can only be read, not written. Choose another folder with OUT_DIR, or make it writable.',
  EACCES: 'You may not write or read this. Choose another folder with OUT_DIR, or ask for the right.',
  EPERM: 'The system does not allow this. Choose another folder with OUT_DIR, or make it writable.',
  EBUSY: 'This is in use. Choose another folder with OUT_DIR.',
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n) and try again.',
  EIO: 'The disk cannot be read or written.',
  ERR_WORKER_OUT_OF_MEMORY: 'There is too little memory. Give more with NODE_OPTIONS=--max-old-space-size=2048 (in MB), and try again.',
};

/**
 * Runs a command. A fault that the user can mend, and what the machine refuses, end it with one reason; any other fault with its stack.
 * A signal ends it with one line and the exit code that shells give it: 128 and the number of the signal.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.error(`${live() ? '\n' : ''}Stopped by ${signal}.`);
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

/** The reason and the remedy when the machine refused something, wherever in the chain of causes that is said. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, dest = path, message, cause } = error as NodeJS.ErrnoException & { dest?: string };
  // Programs that are not written in JavaScript tell the number of the error in their text.
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  const named = number ? Object.entries(constants.errno).find(([, value]) => value === Number(number))?.[0] : code;
  const refusal = refusals[named ?? ''];
  return refusal ? `${refusal} (${dest ?? named})` : refusalOf(cause);
}
