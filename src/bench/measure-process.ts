import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { userError } from '../model/user-error.ts';

/** Seconds by the clock, seconds of the processor without those of processes that it started, most megabytes of memory of all of them, and what was written to the error stream. */
export type Used = { seconds: number; cpu: number; megabytes: number; stderr: string };

/** Says at the end of a process what it used by itself. */
const report = `import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); console.error('used ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + maxRSS / 1024); });`;

/** How often memory is looked at, in milliseconds. */
const every = 50;
const pageSize = 4096;

/**
 * Runs a script of Node as a process of its own and measures it. On Linux the memory of what it starts, such as Pagefind, is counted too.
 * @param script path of the script, then its arguments
 * @throws a user-facing error with what it wrote when it fails
 */
export async function measureProcess(
  [script = '', ...args]: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Used> {
  const began = performance.now();
  const child = spawn(
    'node',
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, script, ...args],
    {
      cwd: options.cwd,
      env: { ...process.env, CI: '1', ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [stdout, stderr, most] = ['', '', 0];
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  const looking = setInterval(() => (most = Math.max(most, megabytesOfGroup(child.pid!))), every);
  const [status] = await once(child, 'close');
  clearInterval(looking);
  if (status !== 0) throw userError(`${script} ended with ${status}: ${stderr}${stdout}`);
  const [, cpu, own] = /^used (\S+) (\S+)$/m.exec(stderr)!;
  return {
    seconds: (performance.now() - began) / 1000,
    cpu: Number(cpu),
    megabytes: Math.max(most, Number(own)),
    stderr,
  };
}

/** The memory of all processes of a group at the moment, as Linux tells it; pages that they share count for each. */
function megabytesOfGroup(leader: number): number {
  if (!existsSync('/proc/self/statm')) return 0;
  const pages = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return Number(group) === leader
          ? Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
          : 0;
      } catch {
        // It has ended meanwhile.
        return 0;
      }
    });
  return (pages.reduce((sum, count) => sum + count, 0) * pageSize) / 2 ** 20;
}

/** Seconds of each step of a build, from what it writes. */
export const stepsOf = ({ stderr }: Used): { title: string; seconds: number }[] =>
  [...stderr.matchAll(/^✓ (.*) \((\S+) s\)$/gm)].map(([, title, seconds]) => ({
    title: title!,
    seconds: Number(seconds),
  }));
