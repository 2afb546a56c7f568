import { finishedReleases, publishedRelease, rollBack } from '../src/release/publish.ts';
import { runCommand } from '../src/command.ts';
import { outputFolder } from '../src/model/folders.ts';

/**
 * `npm run rollback` publishes the previous release again, `npm run rollback -- NAME` a named one;
 * `npm run rollback -- --list` lists the releases.
 */
await runCommand(async () => {
  const [argument] = process.argv.slice(2);
  if (argument === '--list') {
    const current = await publishedRelease(outputFolder());
    for (const name of await finishedReleases(outputFolder()))
      console.log(`${name === current ? '→' : ' '} ${name}`);
    return;
  }
  console.log(`Published: release ${await rollBack(outputFolder(), argument)}`);
});
