import { embargoOf, shownMoment } from '../page-paths.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** The site does not show an announcement before its publication time, but a public repository does. */
export const embargo = rule('embargo', {
  level: 'warning',
  message: ({ moment }: { moment: string }) => ({
    fi: [
      `tiedote tulee sivustolle vasta ${moment} Helsingin aikaa`,
      'Julkinen versiohallinta ei pidä salaisuutta: siinä jokainen voi lukea tekstin jo nyt. Jos versiohallinta on julkinen, lisää tiedote vasta julkaisuhetkellä.',
    ],
    sv: [
      `meddelandet kommer ut på webbplatsen först ${moment} Helsingforstid`,
      'En offentlig versionshantering håller ingen hemlighet: där kan alla läsa texten redan nu. Om versionshanteringen är offentlig ska meddelandet läggas till först när det publiceras.',
    ],
    en: [
      `the announcement comes to the site at ${moment} in Helsinki and not before`,
      'A public repository cannot keep a secret: there anybody can read the text already now. If the repository is public, add the announcement when it is published.',
    ],
  }),
  find: ({ entries, now }: Reading) =>
    entries.flatMap((entry) => {
      const moment = embargoOf(entry, now);
      return moment
        ? [
            {
              at: { ...entry.facts!.document.yaml.placeOf(['published']), field: 'published' },
              moment: shownMoment(moment),
            },
          ]
        : [];
    }),
});
