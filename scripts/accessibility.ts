import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { userError } from '../src/model/user-error.ts';
import { runCommand } from '../src/command.ts';
import type { Fields } from '../src/editors/editing/data.ts';
import { withData } from '../src/editors/editing/write-yaml.ts';
import { helsinkiDay } from '../src/i18n/helsinki-time.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder, outputFolder, singleFiles } from '../src/model/folders.ts';
import { axeFindings, axeVersion } from '../src/testing/axe.ts';
import { openPage } from '../src/testing/browser.ts';
import { withBuiltSite } from '../src/testing/built-site.ts';
import { everyPage } from '../src/testing/page-kinds.ts';

const about = {
  fi: 'Tutkii rakennetun sivuston jokaisen sivun axella ja kirjoittaa tuloksen saavutettavuusselosteeseen (site.yaml).',
  sv: 'Granskar varje sida på den byggda webbplatsen med axe och skriver resultatet i tillgänglighetsutlåtandet (site.yaml).',
  en: 'Tests every page of the built site with axe, and writes the result to the accessibility statement (site.yaml).',
};
await runCommand({ about }, async () => {
  await withBuiltSite(async (browser, url) => {
    const page = await browser.newPage();
    const pages = everyPage(outputFolder());
    const findings: string[] = [];
    for (const path of pages) {
      await openPage(page, url + path);
      findings.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
    }
    const file = join(contentFolder(), singleFiles.site.file);
    const text = await readFile(file, 'utf8');
    const site = parse(text) as { accessibilityStatement: Fields };
    site.accessibilityStatement['machineTest'] = {
      date: helsinkiDay(buildTime()),
      tool: `axe-core ${axeVersion}`,
      pages: pages.length,
      findings: findings.length,
    };
    await writeFile(file, withData(text, site));
    console.log(
      [...findings, `${pages.length} pages, ${findings.length} findings; written to ${file}`].join('\n'),
    );
    if (findings.length > 0)
      throw userError('Mend the findings, or tell of them under shortcomings in the statement.');
  });
});
