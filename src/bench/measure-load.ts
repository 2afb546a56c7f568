import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { userError } from '../model/user-error.ts';
import { hasNginx, nginxPackages, startNginx } from '../testing/nginx-server.ts';

/** Enough for stable figures within seconds. */
const requests = 20_000;
const connections = 50;
const paths = ['/fi/', '/fi/palvelut/lakineuvonta/', '/api/services.json'];

/**
 * Measures nginx over HTTPS with the client (`ab`) on the same machine.
 * @param folder the built site
 * @returns one row per path
 * @throws a user-facing error when nginx or ab is not installed
 */
export async function measureLoad(folder: string): Promise<Record<string, string | number>[]> {
  if (!hasNginx() || spawnSync('ab', ['-V']).error)
    throw userError(
      `The load is measured with nginx and ab: sudo apt-get install ${nginxPackages.join(' ')} apache2-utils`,
    );
  const nginx = await startNginx({ folder: resolve(folder), redirects: {} });
  try {
    return paths.map((path) => {
      const { stdout } = spawnSync(
        'ab',
        [
          '-q',
          '-k',
          '-n',
          String(requests),
          '-c',
          String(connections),
          '-H',
          'Accept-Encoding: br',
          nginx.https + path,
        ],
        { encoding: 'utf8' },
      );
      const figure = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0);
      return {
        path,
        'requests/s': Math.round(figure(/Requests per second:\s+([\d.]+)/)),
        '95 % within ms': figure(/^\s+95%\s+(\d+)/m),
        'bytes sent': Math.round(figure(/Total transferred:\s+(\d+)/) / requests),
        failed:
          requests -
          figure(/Complete requests:\s+(\d+)/) +
          figure(/Failed requests:\s+(\d+)/) +
          figure(/Non-2xx responses:\s+(\d+)/),
      };
    });
  } finally {
    await nginx.stop();
  }
}
