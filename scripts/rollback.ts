import { finishedReleases, publishedRelease, rollBack } from '../src/release/publish.ts';
import { said } from '../src/checks/editor-language.ts';
import { runCommand } from '../src/command.ts';
import { outputFolder } from '../src/model/folders.ts';

const command = {
  about: {
    fi: 'Julkaisee edellisen julkaisun uudelleen, tai sen, jonka nimi annetaan.',
    sv: 'Publicerar den föregående publiceringen på nytt, eller den som namnges.',
    en: 'Publishes the previous release again, or the one that is named.',
  },
  takes: '[NAME]',
  options: {
    list: {
      type: 'boolean',
      about: {
        fi: 'Luettelee julkaisut; nuoli osoittaa nykyisen.',
        sv: 'Räknar upp publiceringarna; pilen visar den nuvarande.',
        en: 'Lists the releases; an arrow shows the present one.',
      },
    },
  },
} as const;
await runCommand(command, async ({ values, positionals: [name] }) => {
  if (values.list) {
    const current = await publishedRelease(outputFolder());
    for (const release of await finishedReleases(outputFolder()))
      console.log(`${release === current ? '→' : ' '} ${release}`);
    return;
  }
  const release = await rollBack(outputFolder(), name);
  console.log(
    said({ fi: `Julkaistu: ${release}`, sv: `Publicerad: ${release}`, en: `Published: release ${release}` }),
  );
});
