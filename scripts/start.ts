import { buildSite } from '../src/release/build-site.ts';
import { showProgress } from '../src/release/progress.ts';
import { serve } from '../src/release/serve.ts';
import { said } from '../src/checks/editor-language.ts';
import { runCommand, wantedPort } from '../src/command.ts';
import { outputFolder } from '../src/model/folders.ts';

const about = {
  fi: 'Tarkistaa sisällön, rakentaa sivuston ja avaa sen tälle koneelle. PORT valitsee portin.',
  sv: 'Granskar innehållet, bygger webbplatsen och visar den på den här datorn. PORT väljer porten.',
  en: 'Checks the content, builds the site, and serves it on this machine. PORT chooses the port.',
};

await runCommand({ about }, async () => {
  const port = wantedPort();
  const progress = showProgress();
  await buildSite();
  const { url } = await serve(outputFolder(), port, (taken) =>
    console.error(
      said({
        fi: `Portti ${taken} on varattu, kokeillaan porttia ${taken + 1}.`,
        sv: `Porten ${taken} är upptagen, försöker med ${taken + 1}.`,
        en: `Port ${taken} is taken, trying ${taken + 1}.`,
      }),
    ),
  );
  console.log(
    said({
      fi: `\nSivusto on valmis (${progress.total()}): ${url}/\nLopeta painamalla Ctrl+C.`,
      sv: `\nWebbplatsen är klar (${progress.total()}): ${url}/\nAvsluta med Ctrl+C.`,
      en: `\nThe site is ready (${progress.total()}): ${url}/\nPress Ctrl+C to stop.`,
    }),
  );
});
