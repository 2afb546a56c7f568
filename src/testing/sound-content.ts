import { confirmedFile } from '../editors/confirmed-translations.ts';
import { checkFiles, type Report } from '../checks/check-content.ts';
import type { PictureFault } from '../checks/picture.ts';
import type { ContentFile } from '../checks/read-files.ts';
import { readContent } from '../checks/read-content.ts';
import { contentRules } from '../checks/rules.ts';
import { adviceServiceId } from '../kinds/service/services.ts';

/** A small sound content folder, in memory. Tests change it and see what the check says. */
export const vocabularyTerm = (key: string, indent = '  ', more = '') =>
  `${indent}${key}:\n${indent}  name:\n${indent}    fi: Nimi ${key}\n${indent}    sv: Namn ${key}\n${indent}  about:\n${indent}    fi: Selitys.\n${indent}    sv: Förklaring.\n${more}`;

const serviceFacts = (related: string[]) => `kind: advice
themes: [health]
divisions: [education]
price: free
languages: [fi, sv]
channels:
  - kind: advice-service
contacts: [minna-karhunen]
related: [${related.join(', ')}]
sources:
  - url: https://www.kuntaliitto.fi/palvelut
    year: 2025
asOf: 2025
reviewed: 2026-11-24
`;

const finnishBody = `## Mitä saat

Saat neuvon, kun kysymys on vaikea. Voit kysyä myös silloin, kun et ole varma, onko asia tärkeä, ja kun haluat tietää, mitä muut kunnat tekevät.

## Kenelle ja milloin

- Valmistelet päätöstä, joka on uusi.
`;
const swedishBody = `## Det här får du

Du får ett råd när frågan är svår. Du kan fråga också när du inte är säker på om saken är viktig, och när du vill veta vad andra kommuner gör.

## För vem och när

- Du bereder ett beslut som är nytt.
`;

export const bodies = { fi: finnishBody, sv: swedishBody };

export const textFile = (fields: Record<string, string>, body: string) =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n---\n\n${body}`;

export const finnish = (title: string, address: string) => ({
  title,
  summary: `Saat apua, kun asia on ${title.toLowerCase()}.`,
  address,
  keywords: '[yksi, kaksi, kolme, neljä, viisi]',
});
export const swedish = (title: string, address: string) => ({
  title,
  summary: `Du får hjälp när saken är ${title.toLowerCase()}.`,
  address,
  keywords: '[ett, två, tre, fyra, fem]',
});

export const soundFiles = (): Map<string, string> => {
  const ids = ['alpha', 'beta', 'gamma', adviceServiceId];
  const files = new Map<string, string>();
  for (const id of ids) {
    files.set(`services/${id}/service.yaml`, serviceFacts(ids.slice(0, 3).filter((other) => other !== id)));
    files.set(`services/${id}/fi.md`, textFile(finnish(`Palvelu ${id}`, `palvelu-${id}`), finnishBody));
    files.set(`services/${id}/sv.md`, textFile(swedish(`Tjänst ${id}`, `tjanst-${id}`), swedishBody));
  }
  files.set(
    'announcements/news/announcement.yaml',
    'published: 2020\nkind: news\ncontacts: [minna-karhunen]\nservices: [alpha]\nsources:\n  - url: https://www.kuntaliitto.fi/uutinen\n    year: 2020\n',
  );
  files.set(
    'announcements/news/fi.md',
    textFile(
      { ...finnish('Uutinen', 'uutinen'), keyPoints: '[Yksi asia., Toinen asia., Kolmas asia.]' },
      finnishBody,
    ),
  );
  files.set(
    'announcements/news/sv.md',
    textFile(
      { ...swedish('Nyhet', 'nyhet'), keyPoints: '[En sak., En annan sak., En tredje sak.]' },
      swedishBody,
    ),
  );
  files.set(
    'contacts/minna-karhunen.yaml',
    'kind: person\nname: Minna Karhunen\ntitle: { fi: toimitusjohtaja, sv: verkställande direktör }\norganisation: { fi: Kuntaliitto, sv: Kommunförbundet }\nphone: "+358 9 771 2000"\nemail: neuvonta@kuntaliitto.fi\nasOf: 2026\nsources: []\norder: 1\n',
  );
  files.set(
    'organisations/keva.yaml',
    'name: { fi: Keva, sv: Keva }\ntopics: [work]\nhelpsWith: { fi: Hoitaa eläkkeet., sv: Sköter pensionerna. }\nkeywords: { fi: [eläke], sv: [pension] }\nsources: []\nasOf: 2025\nreviewed: 2026-11-24\n',
  );
  files.set('pages/about/page.yaml', 'asOf: 2026\nreviewed: 2026-11-24\ncontacts: []\nsources: []\n');
  files.set(
    'pages/about/fi.mdx',
    textFile(finnish('Tietoa', 'tietoa'), `${finnishBody}\n<Contacts ids="minna-karhunen" />\n`),
  );
  files.set(
    'pages/about/sv.mdx',
    textFile(swedish('Om sajten', 'om-sajten'), `${swedishBody}\n<Contacts ids="minna-karhunen" />\n`),
  );
  files.set(
    'site.yaml',
    `name: { fi: Nimi, sv: Namn }\ntagline: { fi: Kerromme., sv: Vi berättar. }\npublisher: null\nfeedback: null\nurl: https://example.org\naccessibilityStatement: { drawnUp: 2026-11-24, reviewed: 2026-11-24, status: fully, shortcomings: [], tested: [{ what: { fi: Testi., sv: Test. }, date: 2026-11-24, result: { fi: Hyvä., sv: Bra. } }], notTested: [], machineTest: { date: 2026-11-24, tool: axe, pages: 4, findings: 0 }, authority: { name: { fi: Virasto, sv: Verk }, url: { fi: https://www.traficom.fi }, asOf: 2025 } }\nneeds:\n${['a', 'b', 'c', 'd'].map((need) => `  - text: { fi: Tarve ${need}, sv: Behov ${need} }\n    service: alpha\n`).join('')}security: null\n`,
  );
  files.set(
    'vocabulary.yaml',
    `themes:\n${vocabularyTerm('health')}${vocabularyTerm('law')}divisions:\n${vocabularyTerm('education', '  ', '    short:\n      fi: [kasko]\n      sv: [kasko]\n')}kinds:\n${vocabularyTerm('advice')}prices:\n${vocabularyTerm('free')}`,
  );
  files.set('redirects.yaml', '{}\n');
  files.set('translations.yaml', (soundTranslations ??= allConfirmed(files)));
  return files;
};
let soundTranslations: string | undefined;

/** `translations.yaml` after somebody has confirmed every entry of a folder as it stands. */
export function allConfirmed(files: Map<string, string>): string {
  const reading = readContent(
    [...files].map(([path, text]) => asFile(path, text)),
    today,
  );
  return confirmedFile(reading, reading.translations);
}

export type Change =
  | string
  | Uint8Array
  | null
  | { size: number }
  | { kind: 'unreadable' | 'other' }
  | { bytes: Uint8Array; pictureFault: PictureFault | undefined };
export const asFile = (path: string, content: string | Uint8Array): ContentFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, kind: 'file', size: bytes.length, bytes };
};

/** The day on which the samples are judged. */
export const today = new Date('2026-11-24T12:00:00Z');

/**
 * What the check says of the sound folder after changes: a path gets new content, `null` removes it, `link` makes it a symbolic link.
 * @param rules the rules to judge by
 */
export function checkWith(changes: Record<string, Change>, production = false, rules = contentRules): Report {
  const files = new Map(
    [...soundFiles()].map(([path, text]): [string, ContentFile] => [path, asFile(path, text)]),
  );
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) files.delete(path);
    else if (change === 'link') files.set(path, { path, kind: 'link', size: 0, bytes: new Uint8Array() });
    else if (typeof change === 'object' && 'kind' in change)
      files.set(path, { path, kind: change.kind, size: 0, bytes: new Uint8Array() });
    else if (typeof change === 'object' && 'size' in change)
      files.set(path, { path, kind: 'file', size: change.size, bytes: new Uint8Array() });
    else if (typeof change === 'object' && 'pictureFault' in change)
      files.set(path, { ...asFile(path, change.bytes), pictureFault: change.pictureFault });
    else files.set(path, asFile(path, change as string | Uint8Array));
  }
  return checkFiles([...files.values()], today, production, rules);
}

/** The text of a file of the sound folder with one part replaced. */
export function replaced(path: string, part: string | RegExp, by: string): Record<string, string> {
  const text = soundFiles().get(path)!;
  const changed = text.replace(part, by);
  if (changed === text) throw new Error(`${path} has no ${part}`);
  return { [path]: changed };
}

/** The text of a YAML file without one of its fields. */
export const withoutField = (text: string, name: string): string =>
  text.replace(new RegExp(`^${name}:\\n(?:[ -].*\\n)*`, 'm'), '');

/**
 * The bytes of a file of the real content, changed as its publisher must before the site goes public: what is
 * missing is there, nothing is a draft, and no text promises it any more.
 */
export function publicFacts({ path, bytes }: ContentFile): Uint8Array {
  const change = changesBeforePublication.find(({ files }) => files.test(path))?.change;
  return change ? new TextEncoder().encode(change(new TextDecoder().decode(bytes))) : bytes;
}

const changesBeforePublication: { files: RegExp; change: (text: string) => string }[] = [
  { files: /page\.yaml$/, change: (text) => text.replace(/^unreviewed: true\n/m, '') },
  {
    files: /\.mdx$/,
    change: (text) =>
      text.replace(
        / [^.\n]*(?:kun palvelin on valittu|ennen käyttöönottoa|när servern har valts|innan webbplatsen tas i bruk)\./g,
        '',
      ),
  },
  {
    files: /^site\.yaml$/,
    change: (text) =>
      text
        .replace(/^publisher: null$/m, 'publisher: { fi: Julkaisija, sv: Utgivare }')
        .replace(/^feedback: null$/m, 'feedback: palaute@kuntaliitto.fi')
        .replace(/^url: .*$/m, 'url: https://apu.kuntaliitto.fi')
        .replace(/^security: null$/m, 'security: { contact: neuvonta@kuntaliitto.fi, expires: 2027-06-30 }')
        .replace(/^( +)shortcomings:\n(?:\1 .*\n)+/m, '$1shortcomings: []\n'),
  },
];
