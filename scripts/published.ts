import { said } from '../src/checks/editor-language.ts';
import { readContent } from '../src/checks/read-content.ts';
import { readFiles } from '../src/checks/read-files.ts';
import { isExample } from '../src/checks/rules/public-site.ts';
import { runCommand } from '../src/command.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder, outputFolder } from '../src/model/folders.ts';
import { fetchPublished } from '../src/release/fetch-published.ts';

/**
 * `npm run published`: fetches the sitemap and the list of files of the published site, so that a build that
 * begins from nothing can see what it would lose.
 */
const command = {
  about: {
    fi: 'Hakee julkaistun sivuston osoitteet, jotta koonti huomaa, jos jokin niistä katoaisi.',
    sv: 'Hämtar den publicerade webbplatsens adresser, så att bygget märker om någon skulle försvinna.',
    en: 'Fetches the addresses of the published site, so that a build sees what it would lose.',
  },
  options: {
    first: {
      type: 'boolean',
      about: {
        fi: 'Mitään ei ole vielä julkaistu: ei ole mitä hakea.',
        sv: 'Inget är publicerat än: det finns inget att hämta.',
        en: 'Nothing is published yet: there is nothing to fetch.',
      },
    },
  },
} as const;
const nothing = {
  fi: 'Sivustoa ei ole vielä julkaistu: ei ole mihin verrata.',
  sv: 'Webbplatsen är inte publicerad än: det finns inget att jämföra med.',
  en: 'No site is published yet: there is nothing to compare with.',
};
await runCommand(command, async ({ values: { first } }) => {
  // Also while the content has errors: what would be lost is told beside them.
  const site = readContent(readFiles(contentFolder()), buildTime()).singles.site?.document.yaml.data;
  const url = String((site as { url?: unknown } | undefined)?.url);
  if (first || isExample(url)) return console.log(said(nothing));
  await fetchPublished(url, outputFolder());
  console.log(said({ fi: `Haettu: ${url}/`, sv: `Hämtat: ${url}/`, en: `Fetched: ${url}/` }));
});
