import { buildSite } from '../src/release/build-site.ts';
import { showProgress } from '../src/release/progress.ts';
import { said } from '../src/checks/editor-language.ts';
import { runCommand } from '../src/command.ts';
import { outputFolder } from '../src/model/folders.ts';

const about = {
  fi: 'Tarkistaa sisällön, rakentaa sivuston ja julkaisee sen kansioon dist.',
  sv: 'Granskar innehållet, bygger webbplatsen och publicerar den i mappen dist.',
  en: 'Checks the content, builds the site, and publishes it in the folder dist.',
};

await runCommand({ about }, async () => {
  const progress = showProgress();
  const changed = await buildSite();
  const where = {
    fi: `Sivusto on kansiossa ${outputFolder()}/ (${progress.total()})`,
    sv: `Webbplatsen finns i mappen ${outputFolder()}/ (${progress.total()})`,
    en: `The site is in ${outputFolder()}/ (${progress.total()})`,
  };
  const asBefore = {
    fi: 'Mikään ei ole muuttunut julkaisun jälkeen.',
    sv: 'Ingenting har ändrats sedan publiceringen.',
    en: 'Nothing has changed since it was published.',
  };
  console.log(said(where) + (changed ? '' : `\n${said(asBefore)}`));
});
