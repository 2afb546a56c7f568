import { resolve } from 'node:path';
import { checkContent, soundContent } from '../src/checks/check-content.ts';
import { runCommand } from '../src/command.ts';
import { visibleRedirects } from '../src/hosting/host-files.ts';
import { nginxConfiguration, wholeNginxConfiguration } from '../src/hosting/nginx.ts';
import { basePath } from '../src/i18n/addresses.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder, outputFolder } from '../src/model/folders.ts';
import { siteOf } from '../src/model/whole-site.ts';
import { allKinds } from '../src/kinds/kinds.ts';

/**
 * `npm run --silent nginx > /etc/nginx/conf.d/site.conf`: prints the nginx configuration for the built site.
 * `--container` prints the whole configuration of the nginx in `.container/Dockerfile`.
 */
const command = {
  about: {
    fi: 'Tulostaa nginxin asetukset rakennetulle sivustolle.',
    sv: 'Skriver ut nginx-konfigurationen för den byggda webbplatsen.',
    en: 'Prints the nginx configuration for the built site.',
  },
  options: {
    container: {
      type: 'boolean',
      about: {
        fi: 'Koko asetukset kontin nginxille (.container/Dockerfile).',
        sv: 'Hela konfigurationen för nginx i behållaren (.container/Dockerfile).',
        en: 'The whole configuration for the nginx of the container (.container/Dockerfile).',
      },
    },
  },
} as const;
await runCommand(command, async ({ values }) => {
  const content = soundContent(await checkContent(contentFolder(), buildTime()));
  const { hostname } = new URL(content.site.url);
  const site = {
    base: basePath(content.site.url),
    redirects: visibleRedirects(siteOf(content, allKinds, buildTime())),
    usageLog: content.site.usageLogDays !== null,
  };
  const logs = '/var/log/nginx';
  console.log(
    values.container
      ? wholeNginxConfiguration(
          {
            ...site,
            folder: '/srv/site',
            host: '_',
            listen: ['8080'],
            tls: undefined,
            logs: { access: '/dev/stdout', errors: 'stderr', usage: `${logs}/site-usage.jsonl` },
          },
          '/tmp',
          'include /etc/nginx/modules-enabled/*.conf;',
        )
      : nginxConfiguration({
          ...site,
          folder: resolve(outputFolder()),
          host: hostname,
          listen: ['443', '[::]:443'],
          tls: {
            // The paths that certbot uses.
            certificate: `/etc/letsencrypt/live/${hostname}/fullchain.pem`,
            key: `/etc/letsencrypt/live/${hostname}/privkey.pem`,
            http: ['80', '[::]:80'],
          },
          logs: {
            access: `${logs}/site.log`,
            errors: `${logs}/site-error.log`,
            usage: `${logs}/site-usage.jsonl`,
          },
        }),
  );
});
