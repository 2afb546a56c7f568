import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type NginxSite, wholeNginxConfiguration } from '../hosting/nginx.ts';

const program = '/usr/sbin/nginx';
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Packages of Debian and Ubuntu that the tests of nginx and of the units of systemd need. */
export const nginxPackages = ['nginx', 'libnginx-mod-http-brotli-static', 'openssl', 'systemd'];
export const hasNginx = (): boolean =>
  [program, brotliModule, '/usr/bin/openssl', '/usr/bin/systemd-analyze'].every((path) => existsSync(path));

export type RunningNginx = {
  http: string;
  https: string;
  certificate: string;
  log: () => string;
  /** The lines of the usage log. */
  usage: () => string[];
  stop: () => Promise<void>;
};

/**
 * Starts the nginx of this machine on free ports of the loopback, with the configuration that `npm run nginx` prints
 * and a certificate of its own.
 * @param site what differs; with `tls: undefined` the site is at the address `https`, without TLS
 * @param user id of the user that nginx runs as, who must be able to read the site; by default who runs the test
 */
export async function startNginx(
  site: Pick<NginxSite, 'folder' | 'redirects'> & Partial<NginxSite>,
  user?: number,
): Promise<RunningNginx> {
  const home = await mkdtemp(join(tmpdir(), 'nginx-'));
  const [certificate, key] = [join(home, 'certificate.pem'), join(home, 'key.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  );
  const [http, https] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  await writeFile(
    join(home, 'nginx.conf'),
    wholeNginxConfiguration(
      {
        host: 'localhost',
        base: '',
        listen: [https],
        tls: { certificate, key, http: [http] },
        logs: {
          access: join(home, 'site.log'),
          errors: join(home, 'site-error.log'),
          usage: join(home, 'site-usage.jsonl'),
        },
        usageLog: false,
        ...site,
      },
      home,
      `load_module ${brotliModule};\n${process.getuid?.() === 0 && !user ? 'user root;' : ''}`,
    ),
  );
  if (user) await chown(home, user, user);
  const nginx = spawn(program, ['-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(user && { uid: user, gid: user }),
  });
  let errors = '';
  nginx.stderr.on('data', (text: Buffer) => (errors += text));
  while (!existsSync(join(home, 'nginx.pid'))) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start:\n${errors}`);
    await setTimeout(20);
  }
  return {
    http: `http://${http}`,
    https: `https://${https}`,
    certificate: readFileSync(certificate, 'utf8'),
    log: () =>
      readFileSync(join(home, 'site.log'), 'utf8') +
      readFileSync(join(home, 'site-error.log'), 'utf8') +
      errors,
    usage: () => {
      const file = join(home, 'site-usage.jsonl');
      return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    },
    stop: async () => {
      nginx.kill('SIGQUIT');
      await once(nginx, 'exit');
      await rm(home, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
