import { finishedReleases, publishedRelease, rollBack } from '../src/release/publish.ts';
import { runCommand } from '../src/command.ts';
import { outputFolder } from '../src/model/folders.ts';

/** `npm run rollback` goes back one release, `npm run rollback -- NAME` to a named one, `-- --list` shows them. */
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
