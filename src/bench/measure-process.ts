import { spawnSync } from 'node:child_process';
import { mendable } from '../model/mendable.ts';

/** Seconds by the clock and of the processor, most megabytes of memory, and what was written to the error stream. */
export type Used = { seconds: number; cpu: number; megabytes: number; stderr: string };

/** Says at the end of a process what it used. Processes that it started, such as Pagefind's, are not counted. */
const report = `import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); console.error('used ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + maxRSS / 1024); });`;

/**
 * Runs a script of Node as a process of its own and measures it.
 * @param script path of the script, then its arguments
 * @throws a mendable error with what it wrote when it fails
 */
export function measureProcess([script = '', ...args]: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Used {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync('node', ['--import', `data:text/javascript,${encodeURIComponent(report)}`, script, ...args], {
    cwd: options.cwd, env: { ...process.env, CI: '1', ASTRO_TELEMETRY_DISABLED: '1', ...options.env }, encoding: 'utf8', maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw mendable(`${script} ended with ${status}: ${stderr}${stdout}`);
  const [, cpu, megabytes] = /^used (\S+) (\S+)$/m.exec(stderr)!;
  return { seconds: (performance.now() - began) / 1000, cpu: Number(cpu), megabytes: Number(megabytes), stderr };
}

/** Seconds of each step of a build, from what it writes. */
export const stepsOf = ({ stderr }: Used): { title: string; seconds: number }[] =>
  [...stderr.matchAll(/^✓ (.*) \((\S+) s\)$/gm)].map(([, title, seconds]) => ({ title: title!, seconds: Number(seconds) }));
