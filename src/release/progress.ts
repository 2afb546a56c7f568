/** Prints each step of a command with its time: plain lines in a log, updated in place on a terminal. */
type Progress = { step: <T>(title: string, work: () => T | Promise<T>) => Promise<T>; total: () => string };

/** Whether somebody looks on at a terminal. */
export const isLive = (): boolean => process.stderr.isTTY && !process.env['CI'];

export function showProgress(
  out: Pick<NodeJS.WriteStream, 'write'> = process.stderr,
  live = isLive(),
): Progress {
  const commandStart = performance.now();
  return {
    async step(title, work) {
      const stepStart = performance.now();
      if (live) out.write(`… ${title}`);
      try {
        const result = await work();
        out.write(`${live ? '\r\x1b[2K' : ''}✓ ${title} (${seconds(stepStart)})\n`);
        return result;
      } catch (error) {
        out.write(`${live ? '\r\x1b[2K' : ''}✗ ${title} (${seconds(stepStart)})\n`);
        throw error;
      }
    },
    total: () => seconds(commandStart),
  };
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
