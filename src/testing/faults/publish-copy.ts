import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publish } from '../../release/publish.ts';

/* Publishes a copy of a site that is made already, so that a test can stop publishing itself: SITE COPY MOMENT */

const [site = '', published = '', moment = ''] = process.argv.slice(2);
await publish(published, new Date(moment), async (folder) => {
  await cp(`${site}/`, folder, { recursive: true });
  await writeFile(join(folder, 'stamp.txt'), String(process.pid));
  process.stderr.write('made\n');
});
