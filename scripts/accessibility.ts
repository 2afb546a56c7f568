import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { userError } from '../src/model/user-error.ts';
import { serve } from '../src/release/serve.ts';
import { runCommand } from '../src/command.ts';
import { helsinkiDay } from '../src/i18n/helsinki-time.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder, outputFolder, singleFiles } from '../src/model/folders.ts';
import { axeFindings, axeVersion } from '../src/testing/axe.ts';
import { openBrowser, openPage } from '../src/testing/browser.ts';
import { everyPage } from '../src/testing/page-kinds.ts';

/**
 * `npm run accessibility`: tests every page of the built site with axe, and writes the result to the
 * accessibility statement.
 */
const about = {
  fi: 'Tutkii rakennetun sivuston jokaisen sivun axella ja kirjoittaa tuloksen saavutettavuusselosteeseen (site.yaml).',
  sv: 'Granskar varje sida på den byggda webbplatsen med axe och skriver resultatet i tillgänglighetsutlåtandet (site.yaml).',
  en: 'Tests every page of the built site with axe, and writes the result to the accessibility statement (site.yaml).',
};
await runCommand({ name: 'accessibility', about }, async () => {
  const { server, url } = await serve(outputFolder(), 0);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const pages = everyPage(outputFolder());
    const findings: string[] = [];
    for (const path of pages) {
      await openPage(page, url + path);
      findings.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
    }
    const file = join(contentFolder(), singleFiles.site.file);
    const statement = parseDocument(await readFile(file, 'utf8'));
    const result = {
      date: helsinkiDay(buildTime()),
      tool: `axe-core ${axeVersion}`,
      pages: pages.length,
      findings: findings.length,
    };
    for (const [field, value] of Object.entries(result))
      statement.setIn(['accessibilityStatement', 'machineTest', field], value);
    await writeFile(file, statement.toString({ lineWidth: 0 }));
    console.log(
      [...findings, `${pages.length} pages, ${findings.length} findings; written to ${file}`].join('\n'),
    );
    if (findings.length > 0)
      throw userError('Mend the findings, or tell of them under shortcomings in the statement.');
  } finally {
    await browser.close();
    server.close();
  }
});
