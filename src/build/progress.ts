/** Prints the steps of a command one by one with their times: plain lines where nobody watches, live ones on a terminal. */
export type Progress = { step: <T>(title: string, work: () => T | Promise<T>) => Promise<T>; total: () => string };

export function showProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const live = Boolean(out.isTTY) && !process.env['CI'];
  const began = performance.now();
  return {
    async step(title, work) {
      const start = performance.now();
      if (live) out.write(`… ${title}`);
      try {
        const result = await work();
        out.write(`${live ? '\r\x1b[2K' : ''}✓ ${title} (${seconds(start)})\n`);
        return result;
      } catch (error) {
        out.write(`${live ? '\r\x1b[2K' : ''}✗ ${title} (${seconds(start)})\n`);
        throw error;
      }
    },
    total: () => seconds(began),
  };
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A fault that the user can mend: its message is the whole story, so no stack trace is shown. */
export const mendable = (message: string, exitCode = 1): Error => Object.assign(new Error(message), { exitCode });
const exitCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : undefined;

/** Runs a command: a mendable fault ends it with its message alone, any other with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const exitCode = exitCodeOf(error);
    console.error(exitCode === undefined ? error : (error as Error).message);
    process.exit(exitCode ?? 1);
  }
}
