import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { userError } from '../model/user-error.ts';

export type ProcessUsage = {
  /** Elapsed seconds. */
  seconds: number;
  /** CPU seconds, without child processes. */
  cpu: number;
  /** Peak memory in megabytes, on Linux with child processes. */
  megabytes: number;
  stderr: string;
};

/** A module that makes a process print its own usage when it exits. */
const reportUsage = `import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); console.error('used ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + maxRSS / 1024); });`;

/** How often memory is sampled, in milliseconds. */
const samplingInterval = 50;
const pageSize = 4096;

/**
 * Runs a Node script as a separate process and measures it. On Linux the memory of its child processes, such
 * as Pagefind, is included.
 * @param command path of the script and its arguments
 * @throws a user-facing error with the output of the script when it fails
 */
export async function measureProcess(
  [script = '', ...args]: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<ProcessUsage> {
  const start = performance.now();
  const child = spawn(
    'node',
    ['--import', `data:text/javascript,${encodeURIComponent(reportUsage)}`, script, ...args],
    {
      cwd: options.cwd,
      env: { ...process.env, CI: '1', ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [stdout, stderr, peak] = ['', '', 0];
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  const sampling = setInterval(() => (peak = Math.max(peak, megabytesOfGroup(child.pid!))), samplingInterval);
  const [status] = await once(child, 'close');
  clearInterval(sampling);
  if (status !== 0) throw userError(`${script} ended with ${status}: ${stderr}${stdout}`);
  const [, cpu, ownPeak] = /^used (\S+) (\S+)$/m.exec(stderr)!;
  return {
    seconds: (performance.now() - start) / 1000,
    cpu: Number(cpu),
    megabytes: Math.max(peak, Number(ownPeak)),
    stderr,
  };
}

/**
 * Current memory in megabytes of all processes of a group, from /proc; shared pages count once per process. 0
 * where there is no /proc.
 */
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
        // The process has ended meanwhile.
        return 0;
      }
    });
  return (pages.reduce((sum, count) => sum + count, 0) * pageSize) / 2 ** 20;
}

/** Seconds of each step of a command, from the progress lines that it printed. */
export const buildSteps = ({ stderr }: ProcessUsage): { title: string; seconds: number }[] =>
  [...stderr.matchAll(/^✓ (.*) \((\S+) s\)$/gm)].map(([, title, seconds]) => ({
    title: title!,
    seconds: Number(seconds),
  }));
