import { isatty } from 'node:tty';

/** Prints the steps of a command one by one with their times: plain lines where nobody watches, live ones on a terminal. */
type Progress = { step: <T>(title: string, work: () => T | Promise<T>) => Promise<T>; total: () => string };

/** Whether somebody watches. The stream of a thread does not know whether it ends at a terminal. */
export const isLive = (): boolean => isatty(2) && !process.env['CI'];

export function showProgress(
  out: Pick<NodeJS.WriteStream, 'write'> = process.stderr,
  live = isLive(),
): Progress {
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
