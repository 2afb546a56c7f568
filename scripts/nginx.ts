import { resolve } from 'node:path';
import { checkContent, soundContent } from '../src/checks/check-content.ts';
import { runCommand } from '../src/command.ts';
import { visibleRedirects } from '../src/hosting/host-files.ts';
import { nginxConfiguration } from '../src/hosting/nginx.ts';
import { basePath } from '../src/i18n/addresses.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder, outputFolder } from '../src/model/folders.ts';
import { siteOf } from '../src/model/whole-site.ts';
import { allKinds } from '../src/kinds/kinds.ts';

/**
 * `npm run --silent nginx > /etc/nginx/conf.d/site.conf`: prints the nginx configuration for the built site.
 */
const about = {
  fi: 'Tulostaa nginxin asetukset rakennetulle sivustolle.',
  sv: 'Skriver ut nginx-konfigurationen för den byggda webbplatsen.',
  en: 'Prints the nginx configuration for the built site.',
};
await runCommand({ name: 'nginx', about }, async () => {
  const content = soundContent(await checkContent(contentFolder(), buildTime()));
  const { hostname } = new URL(content.site.url);
  console.log(
    nginxConfiguration({
      folder: resolve(outputFolder()),
      host: hostname,
      base: basePath(content.site.url),
      http: ['80', '[::]:80'],
      https: ['443', '[::]:443'],
      // The paths that certbot uses.
      certificate: `/etc/letsencrypt/live/${hostname}/fullchain.pem`,
      key: `/etc/letsencrypt/live/${hostname}/privkey.pem`,
      logs: '/var/log/nginx',
      usageLog: content.site.usageLogDays !== null,
      redirects: visibleRedirects(siteOf(content, allKinds, buildTime())),
    }),
  );
});
