import { buildSite } from '../src/release/build-site.ts';
import { showProgress } from '../src/release/progress.ts';
import { runCommand } from '../src/command.ts';
import { outputFolder } from '../src/model/folders.ts';

await runCommand(async () => {
  const progress = showProgress();
  await buildSite();
  console.log(`The site is in ${outputFolder()}/ (${progress.total()})`);
});
