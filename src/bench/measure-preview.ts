import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { contentFolder } from '../model/folders.ts';
import { generateContent } from './generate-content.ts';

/** Changes that are saved and waited for. */
const changes = 50;
/** Milliseconds after which a change that is not seen counts as missed. */
const patience = 30_000;
const port = 4390;

/**
 * Milliseconds from a saved change to its sight in the preview of a site with this many services. Before every other
 * one, another change is saved that is still being shown.
 */
export async function measurePreview(
  browser: Browser,
  services: number,
): Promise<{ services: number; middle: number; slowest: number; missed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'preview-bench-'));
  let preview: ChildProcess | undefined;
  try {
    await generateContent(contentFolder(), folder, services);
    preview = spawn(process.execPath, ['scripts/dev.ts'], {
      env: { ...process.env, CONTENT_DIR: folder, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { stdout } = preview;
    await new Promise<void>((resolve) =>
      stdout!.on('data', (text) => String(text).includes(`127.0.0.1:${port}`) && resolve()),
    );
    const file = join(folder, 'services/circulars/fi.md');
    const text = readFileSync(file, 'utf8');
    const save = (title: string) => writeFileSync(file, text.replace(/^title: .*$/m, `title: ${title}`));
    const address = /^address: (.*)$/m.exec(text)![1]!;
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/fi/palvelut/${address}/`);
    const times: number[] = [];
    for (let change = 1; change <= changes; change += 1) {
      if (change % 2 === 0) {
        save(`Aiempi muutos ${change}`);
        await setTimeout(300);
      }
      const started = performance.now();
      save(`Muutos ${change}`);
      const seen = page.getByRole('heading', { level: 1, name: `Muutos ${change}`, exact: true });
      await seen.waitFor({ timeout: patience }).then(
        () => times.push(performance.now() - started),
        () => {},
      );
    }
    await page.close();
    times.sort((a, b) => a - b);
    return {
      services,
      middle: Math.round(times[Math.floor(times.length / 2)] ?? 0),
      slowest: Math.round(times.at(-1) ?? 0),
      missed: changes - times.length,
    };
  } finally {
    preview?.kill();
    if (preview && preview.exitCode === null) await once(preview, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}
