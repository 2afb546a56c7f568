import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { baseOfContent } from '../checks/base-of-content.ts';
import { checkContent, soundContent } from '../checks/check-content.ts';
import { buildTime } from '../model/clock.ts';
import { editingPath, editingServer } from '../editors/editing/server.ts';
import { contentFolder } from '../model/folders.ts';
import { visibleAt } from '../model/visible.ts';
import { checkedMdx } from './checked-mdx.ts';
import { redirectTo, stateHeader, watchContent } from './preview.ts';
import { previewGuard } from './preview-guard.ts';
import { allKinds } from '../kinds/kinds.ts';

const inPages = ['problem-panel.ts', 'editing/browser/edit-link.ts'].map((file) =>
  fileURLToPath(new URL(`../editors/${file}`, import.meta.url)),
);

/**
 * Scripts of pages use no packages; what Vite would optimize is for Astro's toolbar, which is off. Two previews of one
 * project would rewrite it for each other, and reload their pages again and again.
 */
const noOptimizedPackages: Plugin = {
  name: 'no-optimized-packages',
  configResolved({ environments }) {
    Object.assign(environments['client']!.optimizeDeps, { include: [], noDiscovery: true });
  },
};

/**
 * What makes Astro this site's: pages come from checked content alone. `npm run build` has checked it already, in a
 * thread beside Astro's start; a plain `astro build` checks it here. The preview watches it and shows its problems.
 */
export const checkedSite = (): AstroIntegration[] => [
  ...checkedMdx(),
  {
    name: 'checked-content',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        // The preview stands at the root, whatever the address of the site.
        if (command === 'build') updateConfig({ base: `${baseOfContent()}/` });
        if (command === 'build') globalThis.checkedContent ??= checkForBuild();
        if (command !== 'dev') return;
        injectScript('page', inPages.map((file) => `import ${JSON.stringify(file)};`).join(''));
        const editing = editingServer(contentFolder(), async () => globalThis.checkedContent);
        updateConfig({
          vite: {
            plugins: [
              previewGuard({ [editingPath.slice(0, -1)]: editing }, stateHeader, redirectTo),
              noOptimizedPackages,
            ],
          },
        });
      },
      'astro:server:setup': watchContent,
    },
  },
];

/** @throws a user-facing error while there is an error in the content */
async function checkForBuild() {
  return visibleAt(soundContent(await checkContent(contentFolder(), buildTime())), allKinds, buildTime());
}
