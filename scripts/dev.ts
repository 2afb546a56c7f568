import { dev } from 'astro';
import { runCommand, wantedPort } from '../src/command.ts';
import { listenAddress, serverName } from '../src/hosting/local-server.ts';

/** `npm run dev`: a live preview for this machine alone; see `src/astro/preview.ts`. */
await runCommand(async () => {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await dev({
    // Astro's extension for VS Code then completes and explains the fields of Markdown files, too.
    experimental: { contentIntellisense: true },
    server: { port: wantedPort(), host: listenAddress(), allowedHosts: [serverName()] },
  });
});
