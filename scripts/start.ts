import { buildSite } from '../src/build/build-site.ts';
import { showProgress } from '../src/build/progress.ts';
import { serve } from '../src/build/serve.ts';
import { runCommand } from '../src/command.ts';
import { outputFolder } from '../src/model/folders.ts';
import { mendable } from '../src/model/mendable.ts';

const defaultPort = 4321;

await runCommand(async () => {
  const port = Number(process.env['PORT'] ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw mendable(`PORT is not a port: "${process.env['PORT']}". Write a number from 1 to 65535, for example PORT=8080.`);
  const progress = showProgress();
  await buildSite();
  const { url } = await serve(outputFolder(), port, (taken) => console.error(`Port ${taken} is taken, trying ${taken + 1}.`));
  console.log(`\nThe site is ready (${progress.total()}): ${url}/\nPress Ctrl+C to stop.`);
});
