import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateContent } from '../src/bench/generate-content.ts';
import { measureLoad } from '../src/bench/measure-load.ts';
import { runCommand } from '../src/build/progress.ts';
import { contentFolder, outputFolder } from '../src/model/folders.ts';
import { mendable } from '../src/model/mendable.ts';

/** `npm run bench [-- N …]` measures with N services; `npm run bench -- --write N DIR` only writes a content folder; `-- --load` asks nginx for the built site. */
const usualSizes = [100, 1_000];

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: { write: { type: 'boolean', default: false }, load: { type: 'boolean', default: false } }, allowPositionals: true });
  if (values.write) {
    const [count, folder] = positionals;
    if (!Number.isInteger(Number(count)) || !folder) throw mendable('Usage: npm run bench -- --write NUMBER FOLDER', 2);
    return generateContent(contentFolder(), folder, Number(count));
  }
  const sizes = positionals.length > 0 ? positionals.map(Number) : usualSizes;
  const rows = [];
  if (values.load) rows.push(...(await measureLoad(outputFolder())));
  else for (const services of sizes) rows.push(await measure(services));
  console.log(`${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);
  console.table(rows);
  console.log(JSON.stringify(rows));
});

/** Seconds and peak memory of the commands as whole processes, as people start them. */
async function measure(services: number) {
  const folder = await mkdtemp(join(tmpdir(), 'site-bench-'));
  try {
    const content = join(folder, 'content');
    await generateContent(contentFolder(), content, services);
    const check = run('check', { CONTENT_DIR: content });
    const build = run('build', { CONTENT_DIR: content, OUT_DIR: join(folder, 'site') });
    return { services, 'check s': check.seconds, 'check MB': check.megabytes, 'check and build s': build.seconds, 'build MB': build.megabytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(command: 'check' | 'build', environment: Record<string, string>) {
  const began = performance.now();
  const report = 'process.on("exit", () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`))';
  const { status, stderr } = spawnSync('node', ['--import', `data:text/javascript,${encodeURIComponent(report)}`, `scripts/${command}.ts`], { env: { ...process.env, ...environment }, encoding: 'utf8' });
  if (status !== 0) throw mendable(`npm run ${command} ended with ${status}: ${stderr}`);
  return { seconds: Number(((performance.now() - began) / 1000).toFixed(2)), megabytes: Math.round(Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024) };
}
