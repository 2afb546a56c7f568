import { dev } from 'astro';
import { runCommand, wantedPort } from '../src/command.ts';
import { forwardedHost, listenAddress, serverName } from '../src/hosting/local-server.ts';

const about = {
  fi: 'Näyttää sivuston selaimessa, kun kirjoitat: myös sen, mikä ei ole vielä julkista. PORT valitsee portin.',
  sv: 'Visar webbplatsen i webbläsaren medan du skriver: också det som ännu inte är offentligt. PORT väljer porten.',
  en: 'Shows the site in the browser while you write, with what is not public yet. PORT chooses the port.',
};

/** What it shows and guards stands in `src/astro/preview.ts`. */
await runCommand({ about }, async () => {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await dev({
    // Astro's extension for VS Code then completes and explains the fields of Markdown files, too.
    experimental: { contentIntellisense: true },
    server: {
      port: wantedPort(),
      host: listenAddress(),
      allowedHosts: [serverName(), ...(forwardedHost() ? [forwardedHost()!] : [])],
    },
  });
});
