import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { langOption, runCommand } from '../src/command.ts';
import { askLinks, lastLinkStates, linkStatesFile } from '../src/editors/ask-links.ts';
import { outsideLinks } from '../src/editors/outside-links.ts';
import { linkLine } from '../src/editors/report-page.ts';
import { helsinkiDay } from '../src/i18n/helsinki-time.ts';
import { buildTime } from '../src/model/clock.ts';
import { userError } from '../src/model/user-error.ts';
import { contentFolder } from '../src/model/folders.ts';

/** What it finds is no error: other people's pages hold up nothing. */
const command = {
  about: {
    fi: 'Kysyy muiden sivustojen osoitteilta, viekö linkki yhä perille. Tulos tulee sivulle, jonka npm run report tekee.',
    sv: 'Frågar adresserna på andra webbplatser om länken fortfarande leder fram. Svaren kommer på sidan som npm run report gör.',
    en: 'Asks the addresses of other sites whether links still lead to their pages. The answers come to the page of npm run report.',
  },
  options: langOption,
} as const;
const noNetwork = {
  fi: 'Mihinkään ei saatu yhteyttä, joten mitään ei merkitty muistiin. Tarkista verkkoyhteys.',
  sv: 'Det gick inte att få kontakt någonstans, så inget antecknades. Kontrollera nätförbindelsen.',
  en: 'Nothing could be reached, so nothing was noted. Check the connection to the network.',
};
await runCommand(command, async ({ lang }) => {
  const now = buildTime();
  const links = outsideLinks(readContent(readFiles(contentFolder()), now));
  const states = await askLinks(
    [...links.keys()],
    lastLinkStates() ?? {},
    helsinkiDay(now),
    { timeout: 20_000, betweenRequests: 1_000 },
    (url, state) => {
      if (state.fault) console.log(linkLine(url, state, links.get(url)!, lang));
    },
  );
  if (Object.values(states).every(({ fault }) => fault === 'silent')) throw userError(noNetwork[lang]);
  mkdirSync(dirname(linkStatesFile), { recursive: true });
  writeFileSync(linkStatesFile, `${JSON.stringify(states, null, 1)}\n`);
  const failing = Object.values(states).filter(({ fault }) => fault).length;
  console.log(`${failing} / ${links.size} → ${linkStatesFile}`);
});
