import { describe, expect, test } from 'vitest';
import { contentRules } from './rules.ts';
import { bodies, checkWith, finnish, replaced, soundFiles, swedish, textFile } from './sample.ts';
import type { Change } from './sample.ts';

const fi = 'services/alpha/fi.md';
const sv = 'services/alpha/sv.md';
const facts = 'services/alpha/service.yaml';
const contact = 'contacts/minna-karhunen.yaml';
const page = 'pages/about/fi.mdx';
const original = (path: string) => soundFiles().get(path)!;
const field = (name: string, value: string) => replaced(fi, new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`);
const body = (text: string) => ({ [fi]: textFile(finnish('Palvelu alpha', 'palvelu-alpha'), `${bodies.fi}\n${text}\n`) });
const pageBody = (text: string) => ({ [page]: textFile(finnish('Tietoa', 'tietoa'), `${bodies.fi}\n${text}\n`) });
const inFacts = (part: string | RegExp, by: string) => replaced(facts, part, by);
const png = (text: string) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new TextEncoder().encode(text)]);
const windows1252 = (text: string) => new Uint8Array([...text].map((letter) => letter.codePointAt(0)! & 0xff));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
/** The line of the first line of a body appended by `body`. */
const appended = original(fi).split('\n').length;
/** The announcement of the sound folder, kept back until a time. */
const keptBack = (until = '2026-12-01T09:00') => replaced('announcements/news/announcement.yaml', 'published: 2020', `published: ${until}`);
const picture = (alt = 'Kaavio') => `![${alt}](kuva.png)`;

/** A service of the sound folder that has ended. */
const withdrawn = (id: string, successor: string) => ({ [`services/${id}/service.yaml`]: `${original(`services/${id}/service.yaml`)}withdrawn:\n  date: 2026-11-01\n  reason:\n    fi: Palvelu päättyi.\n    sv: Tjänsten upphörde.\n  successor: ${successor}\n` });

type Case = [id: string, changes: Record<string, Change>, file: string, line: number, rule: string, remedy: [fi: string, sv: string, en: string]];

/** Inputs that must be refused: which file and line is named, by which rule, with a part of the remedy in each language. */
const refused: Case[] = [
  // Files
  ['a file in Windows-1252', { [fi]: windows1252(original(fi)) }, fi, 5, 'encoding', ['UTF-8', 'UTF-8', 'UTF-8']],
  ['a file in UTF-16', { [fi]: utf16(original(fi)) }, fi, 1, 'encoding', ['UTF-8', 'UTF-8', 'UTF-8']],
  ['an empty file', { [fi]: '' }, fi, 1, 'file-empty', ['Kirjoita sisältö', 'Skriv innehållet', 'Write the content']],
  ['no front matter', { [fi]: bodies.fi }, fi, 1, 'front-matter', ['Aloita rivillä ---', 'Börja med raden ---', 'Begin with a line ---']],
  ['a file of 50 MB', { [fi]: { size: 50_000_000 } }, fi, 1, 'file-size', ['Lyhennä', 'Förkorta', 'Shorten']],
  ['a line that never ends', body('a'.repeat(6_000)), fi, appended + 1, 'line-length', ['Jaa teksti', 'Dela upp', 'Divide']],
  ['a NUL byte', body('a\u0000b'), fi, appended + 1, 'hidden-characters', ['Poista merkki', 'Ta bort tecknet', 'Remove it']],
  ['a bidirectional override', body('a\u202Eb'), fi, appended + 1, 'hidden-characters', ['Poista merkki', 'Ta bort tecknet', 'Remove it']],
  ['a zero-width space', body('a\u200Bb'), fi, appended + 1, 'hidden-characters', ['Poista merkki', 'Ta bort tecknet', 'Remove it']],
  ['a symbolic link', { 'services/alpha/secret.md': 'link' }, 'services/alpha/secret.md', 1, 'own-file', ['lisää itse tiedosto', 'lägg till själva filen', 'add the file itself']],
  ['a name with space, ä and capitals', { 'services/alpha/Ohje Ä.md': original(fi) }, 'services/alpha/Ohje Ä.md', 1, 'file-name', ['ohje-a.md', 'ohje-a.md', 'ohje-a.md']],
  ['a name in decomposed Unicode', { 'contacts/a\u0308iti.yaml': original(contact) }, 'contacts/a\u0308iti.yaml', 1, 'file-name', ['aiti.yaml', 'aiti.yaml', 'aiti.yaml']],
  ['one address for two services', { 'services/beta/fi.md': textFile(finnish('Palvelu beta', 'palvelu-alpha'), bodies.fi) }, 'services/beta/fi.md', 4, 'unique-addresses', ['toinen osoite', 'en annan adress', 'another address']],
  ['names that differ in case alone', { 'contacts/Minna-Karhunen.yaml': original(contact) }, 'contacts/Minna-Karhunen.yaml', 1, 'file-name', ['minna-karhunen.yaml', 'minna-karhunen.yaml', 'minna-karhunen.yaml']],
  ['one address for a Finnish and a Swedish page of different services', { 'services/beta/sv.md': textFile(swedish('Tjänst beta', 'palvelu-alpha'), bodies.sv) }, 'services/beta/sv.md', 4, 'unique-addresses', ['toinen osoite', 'en annan adress', 'another address']],
  ['a stray program', { 'services/alpha/ohje.exe': 'MZ' }, 'services/alpha/ohje.exe', 1, 'file-type', ['Poista tiedosto', 'Ta bort filen', 'Remove the file']],
  ['a stray copy of an editor', { 'services/alpha/fi.md~': 'x' }, 'services/alpha/fi.md~', 1, 'file-type', ['Poista tiedosto', 'Ta bort filen', 'Remove the file']],
  ['a stray page', { 'services/alpha/fi.html': '<p>' }, 'services/alpha/fi.html', 1, 'file-type', ['Poista tiedosto', 'Ta bort filen', 'Remove the file']],
  // YAML
  ['a tab as indentation', inFacts('  - kind: advice-service', '\t- kind: advice-service'), facts, 7, 'yaml', ['välilyönneillä', 'mellanslag', 'spaces']],
  ['the same field twice', field('title', 'Palvelu alpha\ntitle: Toinen'), fi, 3, 'yaml', ['Poista toinen', 'Ta bort den ena', 'Remove one']],
  ['an unclosed quote', field('title', '"Palvelu alpha'), fi, 6, 'yaml', ['Lisää puuttuva merkki', 'Lägg till tecknet', 'Add it']],
  ['an unquoted colon', field('title', 'Huom: suljettu'), fi, 2, 'yaml', ['lainausmerkkeihin', 'citattecken', 'quotes']],
  ['front matter without end', { [fi]: original(fi).replace('\n---\n\n', '\n\n') }, fi, 1, 'front-matter', ['Lisää rivi ---', 'Lägg till raden ---', 'Add a line ---']],
  ['an anchor bomb', { [facts]: `a: &a [x, x]\nb: &b [*a, *a]\n${original(facts)}` }, facts, 1, 'yaml', ['Kirjoita arvo kokonaan', 'Skriv ut värdet', 'Write the value out']],
  ['__proto__ as a field', { [facts]: `${original(facts)}__proto__:\n  polluted: true\n` }, facts, 15, 'yaml', ['Poista rivi', 'Ta bort raden', 'Remove the line']],
  ['a YAML tag', field('title', '!!js/function "x"'), fi, 2, 'yaml', ['Poista merkintä', 'Ta bort märket', 'Remove the tag']],
  ['executable front matter', { [fi]: original(fi).replace('---', '---js') }, fi, 1, 'front-matter', ['Poista muu teksti', 'Ta bort den övriga', 'Remove the rest']],
  ['a number for a title', field('title', '0401234567'), fi, 2, 'field-type', ['lainausmerkkeihin', 'citattecken', 'quotes']],
  ['markers of a merge in the fields', field('title', 'Palvelu alpha\n<<<<<<< HEAD'), fi, 3, 'merge-markers', ['Valitse oikea teksti', 'Välj rätt text', 'Choose the right text']],
  // Fields
  ['no title', replaced(fi, /^title: .*\n/m, ''), fi, 2, 'field-missing', ['Lisää rivi "title: …"', 'Lägg till raden "title: …"', 'Add a line "title: …"']],
  ['a blank title', field('title', '"   "'), fi, 2, 'text-blank', ['Kirjoita teksti', 'Skriv en text', 'Write a text']],
  ['an unknown field', replaced(fi, 'summary:', 'summry:'), fi, 3, 'field-unknown', ['summry → summary?', 'summry → summary?', 'summry → summary?']],
  ['a theme that does not exist', inFacts('[health]', '[helth]'), facts, 2, 'references', ['Tarkoititko: health?', 'Menade du: health?', 'Did you mean: health?']],
  ['a day that does not exist', inFacts('reviewed: 2026-11-24', 'reviewed: 2026-02-30'), facts, 14, 'day', ['2026-11-24', '2026-11-24', '2026-11-24']],
  ['a Finnish date', inFacts('reviewed: 2026-11-24', 'reviewed: 3.4.2026'), facts, 14, 'day', ['2026-11-24', '2026-11-24', '2026-11-24']],
  ['a list for a text', field('summary', '[yksi, kaksi]'), fi, 3, 'field-type', ['Tähän tulee teksti', 'Här ska stå en text', 'This must be a text']],
  ['a summary that is too long', field('summary', 'a'.repeat(3_000)), fi, 3, 'field-too-long', ['Lyhennä kenttää summary 2850 merkkiä', 'Förkorta fältet summary med 2850 tecken', 'Shorten summary by 2850 characters']],
  ['HTML in a title', field('title', 'Palvelu <b>alpha</b>'), fi, 2, 'text-html', ['ilman HTML', 'utan HTML', 'without HTML']],
  ['a minute that clocks skip', replaced('announcements/news/announcement.yaml', 'published: 2020', 'published: 2027-03-28T03:30'), 'announcements/news/announcement.yaml', 1, 'publication-time', ['2026-12-01T09:00', '2026-12-01T09:00', '2026-12-01T09:00']],
  ['a summary that repeats the title', field('summary', 'Palvelu alpha'), fi, 3, 'summary-is-title', ['toisin sanoin', 'med andra ord', 'in other words']],
  ['an accessibility statement that is too old', replaced('site.yaml', 'reviewed: 2026-11-24', 'reviewed: 2025-11-22'), 'site.yaml', 6, 'statement-age', ['Käy seloste läpi', 'Gå igenom utlåtandet', 'Review and mend it']],
  ['a security contact that expires soon', replaced('site.yaml', 'security: null', 'security: { contact: neuvonta@kuntaliitto.fi, expires: 2026-12-23 }'), 'site.yaml', 16, 'security-contact', ['vähintään 30 päivää', 'minst 30 dagar', 'at least 30 days']],
  ['a security contact that is good for too long', replaced('site.yaml', 'security: null', 'security: { contact: neuvonta@kuntaliitto.fi, expires: 2027-11-25 }'), 'site.yaml', 16, 'security-contact', ['enintään vuosi', 'högst ett år', 'at most a year']],
  ['a security contact that cannot be written to', replaced('site.yaml', 'security: null', 'security: { contact: kuka tahansa, expires: 2027-06-30 }'), 'site.yaml', 16, 'mailbox-or-page', ['nimi@kuntaliitto.fi', 'namn@kommunforbundet.fi', 'name@kuntaliitto.fi']],
  // References
  ['a contact that does not exist', inFacts('[minna-karhunen]', '[mina-karhunen]'), facts, 8, 'references', ['Tarkoititko: minna-karhunen?', 'Menade du: minna-karhunen?', 'Did you mean: minna-karhunen?']],
  ['the same contact twice', inFacts('[minna-karhunen]', '[minna-karhunen, minna-karhunen]'), facts, 8, 'repeated', ['Poista toistettu', 'Ta bort det upprepade', 'Remove the repetition']],
  ['a theme in use that is removed', replaced('vocabulary.yaml', '  health:', '  wellness:'), facts, 2, 'references', ['Valitse näistä: wellness', 'Välj bland: wellness', 'Choose one of: wellness']],
  ['two files for one contact', { 'contacts/minna.yaml': original(contact) }, 'contacts/minna.yaml', 2, 'one-contact-each', ['Yhdistä', 'Slå ihop', 'into one file']],
  ['a service related to itself', inFacts('[beta, gamma]', '[alpha, gamma]'), facts, 9, 'references', ['nimeä toinen', 'nämn en annan', 'name another']],
  ['a service that was deleted', inFacts('[beta, gamma]', '[social-welfare, gamma]'), facts, 9, 'references', ['palauta kansio services/social-welfare', 'återställ mappen services/social-welfare', 'restore the folder services/social-welfare']],
  ['a contact that was deleted', inFacts('[minna-karhunen]', '[brussels-office]'), facts, 8, 'references', ['palauta tiedosto contacts/brussels-office.yaml', 'återställ filen contacts/brussels-office.yaml', 'restore the file contacts/brussels-office.yaml']],
  ['a successor that does not exist', withdrawn('alpha', 'betta'), facts, 20, 'references', ['Tarkoititko: beta?', 'Menade du: beta?', 'Did you mean: beta?']],
  ['a need on the home page that leads to no service', replaced('site.yaml', 'service: alpha', 'service: alfa'), 'site.yaml', 9, 'references', ['Tarkoititko: alpha?', 'Menade du: alpha?', 'Did you mean: alpha?']],
  ['changes in the wrong order', { [facts]: `${original(facts)}changes:\n${['2026-01-01', '2026-02-01'].map((date) => `  - date: ${date}\n    what: { fi: Muutos., sv: Ändring. }\n`).join('')}` }, facts, 15, 'newest-first', ['uusimmasta', 'nyaste', 'newest change first']],
  ['links for a division that does not exist', pageBody('<IntranetLinks division="educatio" />'), page, appended + 1, 'references', ['Tarkoititko: education?', 'Menade du: education?', 'Did you mean: education?']],
  ['a redirect to a page that does not exist', { 'redirects.yaml': '/fi/palvelut/vanha/: /fi/palvelut/poissa/\n' }, 'redirects.yaml', 1, 'redirect-targets', ['joka on olemassa', 'som finns', 'that exists']],
  ['a redirect of a redirect', { 'redirects.yaml': '/fi/a/: /fi/b/\n/fi/b/: /fi/\n' }, 'redirects.yaml', 1, 'redirect-targets', ['viimeiseen osoitteeseen', 'sista adressen', 'last address']],
  ['a redirect to the other language', { 'redirects.yaml': '/fi/vanha/: /sv/\n' }, 'redirects.yaml', 1, 'redirect-targets', ['saman kielen', 'samma språk', 'same language']],
  ['a redirect from outside the site', { 'redirects.yaml': '/../../vanha/: /fi/\n' }, 'redirects.yaml', 1, 'redirect-targets', ['muodossa', 'i formen', 'in the form']],
  ['a redirect that hides a list by theme', { 'redirects.yaml': '/fi/palvelut/teemat/nimi-health/: /fi/\n' }, 'redirects.yaml', 1, 'redirect-targets', ['Poista ohjaus', 'Ta bort omdirigeringen', 'Remove the redirect']],
  ['a redirect that hides a page', { 'redirects.yaml': '/fi/palvelut/: /fi/\n' }, 'redirects.yaml', 1, 'redirect-targets', ['Poista ohjaus', 'Ta bort omdirigeringen', 'Remove the redirect']],
  ['a redirect to an announcement that is kept back', { ...keptBack(), 'redirects.yaml': '/fi/tiedotteet/vanha/: /fi/tiedotteet/uutinen/\n' }, 'redirects.yaml', 1, 'redirect-targets', ['vasta kun sivu on julkaistu', 'först när sidan har publicerats', 'once the page is public']],
  ['a note on a removed page that exists', { 'removals.yaml': '# Poistetut\n/fi/palvelut/palvelu-alpha/: Palvelu päättyi.\n' }, 'removals.yaml', 2, 'removals', ['Poista merkintä tai sivu', 'Ta bort anteckningen eller sidan', 'Remove the note or the page']],
  ['a note on a removed collection that has pages', { 'removals.yaml': '/sv/tjanster/*: Borttagna.\n' }, 'removals.yaml', 1, 'removals', ['Poista merkintä tai sivu', 'Ta bort anteckningen eller sidan', 'Remove the note or the page']],
  ['a note on a removed page that is redirected', { 'redirects.yaml': '/fi/palvelut/vanha/: /fi/\n', 'removals.yaml': '/fi/palvelut/vanha/: Päättyi.\n' }, 'removals.yaml', 1, 'removals', ['ohjaus riittää', 'omdirigeringen räcker', 'the redirect is enough']],
  ['a note on something that is no address', { 'removals.yaml': 'services/alpha: Päättyi.\n' }, 'removals.yaml', 1, 'removals', ['/fi/palvelut/vanha-osoite/', '/sv/tjanster/gammal-adress/', '/fi/palvelut/old-address/']],
  ['a note on a removed page without a reason', { 'removals.yaml': '/fi/palvelut/vanha/: " "\n' }, 'removals.yaml', 1, 'text-blank', ['Kirjoita teksti', 'Skriv en text', 'Write a text']],
  ['a component that names a contact that does not exist', pageBody('<Contacts ids="minna-karhunen mina-karhunen" />'), page, appended + 1, 'references', ['Tarkoititko: minna-karhunen?', 'Menade du: minna-karhunen?', 'Did you mean: minna-karhunen?']],
  ['a component that names an announcement that does not exist', pageBody('<SurveyFigure announcement="newss" />'), page, appended + 1, 'references', ['Tarkoititko: news?', 'Menade du: news?', 'Did you mean: news?']],
  ['a component that shows figures of an announcement that is kept back', { ...keptBack(), ...pageBody('<SurveyFigure announcement="news" />') }, page, appended + 1, 'references', ['Valitse näistä', 'Välj bland', 'Choose one of']],
  ['no advice service', { 'services/personal-expert-advice/service.yaml': null, 'services/personal-expert-advice/fi.md': null, 'services/personal-expert-advice/sv.md': null }, 'services/personal-expert-advice/service.yaml', 1, 'both-languages', ['Lisää tiedosto service.yaml', 'Lägg till filen service.yaml', 'Add the file service.yaml']],
  // Translations
  ['no Swedish text', { [sv]: null }, sv, 1, 'both-languages', ['ruotsinkielinen teksti', 'den svenska texten', 'the Swedish text']],
  ['no facts', { [facts]: null }, facts, 1, 'both-languages', ['Lisää tiedosto service.yaml', 'Lägg till filen service.yaml', 'Add the file service.yaml']],
  ['Finnish text in the Swedish file', { [sv]: textFile(swedish('Tjänst alpha', 'tjanst-alpha'), bodies.fi) }, sv, 8, 'own-translation', ['Käännä teksti ruotsiksi', 'Översätt texten till svenska', 'Translate the text into Swedish']],
  // People
  ['a phone that is none', replaced(contact, '+358 9 771 2000', '+358 1'), contact, 5, 'phone', ['+358 9 771 2000', '+358 9 771 2000', '+358 9 771 2000']],
  ['a phone without country code', replaced(contact, '+358 9 771 2000', '09 771 2000'), contact, 5, 'phone', ['maatunnuksen', 'landsnummer', 'country code']],
  ['a letter O in a phone', replaced(contact, '+358 9 771 2000', '+358 9 771 2OOO'), contact, 5, 'phone', ['maatunnuksen', 'landsnummer', 'country code']],
  ['a broken e-mail address', replaced(contact, 'neuvonta@kuntaliitto.fi', 'neuvonta(at)kuntaliitto.fi'), contact, 6, 'email', ['nimi@kuntaliitto.fi', 'namn@kommunforbundet.fi', 'name@kuntaliitto.fi']],
  ['an e-mail address of another domain', replaced(contact, 'neuvonta@kuntaliitto.fi', 'neuvonta@gmail.com'), contact, 6, 'email-domain', ['hel.fi', 'hel.fi', 'hel.fi']],
  ['a personal identity code', body('Asiakas 131052-308T soitti.'), fi, appended + 1, 'personal-identity-code', ['versiohistoriasta', 'versionshistoriken', 'history']],
  ['a private key', body('-----BEGIN RSA PRIVATE KEY-----'), fi, appended + 1, 'secrets', ['vaihtamaan avain', 'byta nyckeln', 'have the key replaced']],
  ['a key of a cloud', body('AKIAABCDEFGHIJKLMNOP'), fi, appended + 1, 'secrets', ['vaihtamaan avain', 'byta nyckeln', 'have the key replaced']],
  // Links
  ['a link to a page that does not exist', body('Katso [neuvonta](/fi/palvelut/poissa/).'), fi, appended + 1, 'link-targets', ['Tarkista osoite', 'Kontrollera adressen', 'Check the address']],
  ['a link to a heading that does not exist', body('Katso [neuvonta](#poissa).'), fi, appended + 1, 'link-targets', ['Tarkista otsikko', 'Kontrollera rubriken', 'Check the heading']],
  ['a link to an announcement that is kept back', { ...keptBack(), ...body('Katso [uutinen](/fi/tiedotteet/uutinen/).') }, fi, appended + 1, 'link-targets', ['Lisää linkki vasta sen jälkeen', 'först efter det', 'Add the link after that']],
  ['a link to a file', body('Katso [neuvonta](../beta/fi.md).'), fi, appended + 1, 'link-targets', ['../lakineuvonta/', '../juridisk-radgivning/', '../legal-advice/']],
  ['an unsafe link', body('Katso [neuvonta](http://www.kuntaliitto.fi/).'), fi, appended + 1, 'link-addresses', ['https://www.kuntaliitto.fi/', 'https://www.kuntaliitto.fi/', 'https://www.kuntaliitto.fi/']],
  ['a javascript address', body('Katso [neuvonta](javascript:alert(1)).'), fi, appended + 1, 'link-addresses', ['Linkitä https-', 'Länka till en https-', 'Link to an https']],
  ['a data address', body('Katso [neuvonta](data:text/html,x).'), fi, appended + 1, 'link-addresses', ['Linkitä https-', 'Länka till en https-', 'Link to an https']],
  ['a link to this machine', body('Katso [neuvonta](http://localhost:3000/).'), fi, appended + 1, 'link-addresses', ['julkiseen sivuun', 'offentlig sida', 'public page']],
  ['a link to a host of the inner network', body('Katso [neuvonta](https://intra.helsinki.local/).'), fi, appended + 1, 'link-addresses', ['julkiseen sivuun', 'offentlig sida', 'public page']],
  ['a link to a copy for testing', inFacts('https://www.kuntaliitto.fi/palvelut', 'https://drupal-paatokset.stage.hel.ninja/fi/'), facts, 11, 'link-addresses', ['julkiseen sivuun', 'offentlig sida', 'public page']],
  ['a link without scheme', body('Katso [neuvonta](//evil.example/).'), fi, appended + 1, 'link-addresses', ['https:// alkuun', 'https:// först', 'https:// first']],
  ['a host that looks like another', body('Katso [neuvonta](https://kuntаliitto.fi/).'), fi, appended + 1, 'link-addresses', ['tavallisin kirjaimin', 'vanliga bokstäver', 'plain letters']],
  ['a link that says "tästä"', body('Katso [tästä](https://www.kuntaliitto.fi/).'), fi, appended + 1, 'link-texts', ['sen sivun nimi', 'namnet på sidan', 'the name of the page']],
  ['a link without text', body('Katso [](https://www.kuntaliitto.fi/).'), fi, appended + 1, 'link-texts', ['sen sivun nimi', 'namnet på sidan', 'the name of the page']],
  // Pictures
  ['a picture that is missing', body(picture()), fi, appended + 1, 'pictures', ['Lisää kuva', 'Lägg till bilden', 'Add it']],
  ['a picture without text alternative', { ...body(picture('')), 'services/alpha/kuva.png': png('') }, fi, appended + 1, 'pictures', ['mitä kuva näyttää', 'vad bilden visar', 'what it shows']],
  ['a picture of 20 MB', { 'services/alpha/kuva.png': { size: 20_000_000 } }, 'services/alpha/kuva.png', 1, 'file-size', ['pienennä kuva', 'förminska bilden', 'make the picture smaller']],
  ['an SVG with a script', { 'services/alpha/kuva.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' }, 'services/alpha/kuva.svg', 1, 'picture-files', ['PNG', 'PNG', 'PNG']],
  ['HTML named as a picture', { 'services/alpha/kuva.png': '<html><script>alert(1)</script>' }, 'services/alpha/kuva.png', 1, 'picture-files', ['oikeassa muodossa', 'rätt format', 'right format']],
  ['a photo that tells where it was taken', { 'services/alpha/kuva.png': png('eXIfGPS') }, 'services/alpha/kuva.png', 1, 'picture-files', ['ilman metatietoja', 'utan metadata', 'without metadata']],
  ['a picture on another server', body('![Kaavio](https://tracker.example/p.gif)'), fi, appended + 1, 'pictures', ['samaan kansioon', 'samma mapp', 'same folder']],
  // Bodies
  ['a script', body('<script>alert(1)</script>'), fi, appended + 1, 'body-markdown', ['Poista merkintä', 'Ta bort taggen', 'Remove the tag']],
  ['an event attribute', body('<img src="x" onerror="alert(1)">'), fi, appended + 1, 'body-markdown', ['![…](kuva.png)', '![…](kuva.png)', '![…](kuva.png)']],
  ['an iframe', body('<iframe src="https://example.org"></iframe>'), fi, appended + 1, 'body-markdown', ['Poista merkintä', 'Ta bort taggen', 'Remove the tag']],
  ['a style', body('<style>p{}</style>'), fi, appended + 1, 'body-markdown', ['Poista merkintä', 'Ta bort taggen', 'Remove the tag']],
  ['a refresh', body('<meta http-equiv="refresh" content="0;url=https://example.org">'), fi, appended + 1, 'body-markdown', ['Poista merkintä', 'Ta bort taggen', 'Remove the tag']],
  ['a jump of headings', body('#### Liian syvä'), fi, appended + 1, 'headings', ['Kirjoita ###', 'Skriv ###', 'Write ###']],
  ['a second h1', body('# Toinen'), fi, appended + 1, 'headings', ['##', '##', '##']],
  ['an empty heading', body('## '), fi, appended + 1, 'headings', ['Kirjoita otsikko', 'Skriv rubriken', 'Write the heading']],
  ['an unclosed tag', pageBody('<Contacts ids="minna-karhunen"'), page, appended + 1, 'body-readable', ['<Timeline />', '<Timeline />', '<Timeline />']],
  ['an expression that throws', pageBody('{(() => { throw new Error("x") })()}'), page, appended + 1, 'body-markdown', ['Poista se', 'Ta bort den', 'Remove it']],
  ['code that reads the machine', pageBody('{process.env.HOME}'), page, appended + 1, 'body-markdown', ['Poista se', 'Ta bort den', 'Remove it']],
  ['an import', pageBody("import fs from 'node:fs'"), page, appended + 1, 'body-markdown', ['Poista se', 'Ta bort den', 'Remove it']],
  ['an export that runs a command', pageBody('export const x = 1'), page, appended + 1, 'body-markdown', ['Poista se', 'Ta bort den', 'Remove it']],
  ['a loop that never ends', pageBody('{(() => { while (true) {} })()}'), page, appended + 1, 'body-markdown', ['Poista se', 'Ta bort den', 'Remove it']],
  ['an unknown component', pageBody('<Video />'), page, appended + 1, 'body-markdown', ['Timeline', 'Timeline', 'Timeline']],
  ['a component named after a part of the language', pageBody('<constructor />'), page, appended + 1, 'body-markdown', ['Poista merkintä', 'Ta bort taggen', 'Remove the tag']],
  ['code in an attribute of a component', pageBody('<Contacts ids={process.env.HOME} />'), page, appended + 1, 'body-markdown', ['lainausmerkeissä', 'citattecken', 'in quotes']],
  ['five thousand quotes inside each other', body(`${'>'.repeat(4_990)} syvä`), fi, appended + 1, 'body-readable', ['sisäkkäiset', 'inuti varandra', 'inside each other']],
  ['markers of a merge in the text', body('<<<<<<< HEAD'), fi, appended + 1, 'merge-markers', ['Valitse oikea teksti', 'Välj rätt text', 'Choose the right text']],
  ['a placeholder', body('Lorem ipsum dolor'), fi, appended + 1, 'placeholders', ['lopullinen teksti', 'slutliga texten', 'final text']],
  ['no body', { [fi]: textFile(finnish('Palvelu alpha', 'palvelu-alpha'), '') }, fi, 7, 'body-written', ['Kirjoita teksti', 'Skriv texten', 'Write the text']],
];

describe('a mistake is refused at its line, with the remedy in three languages:', () => {
  test.each(refused)('%s', (_, changes, file, line, rule, remedy) => {
    const { problems, content } = checkWith(changes);
    const found = problems.find((problem) => problem.file === file && problem.rule === rule && problem.level === 'error');
    expect(found, problems.map((problem) => `${problem.file}:${problem.line} ${problem.rule} ${problem.text.en.message}`).join('\n') || 'no problem').toBeDefined();
    expect(found!.line).toBe(line);
    expect([found!.text.fi.hint, found!.text.sv.hint, found!.text.en.hint].map((hint, index) => (hint.includes(remedy[index]!) ? remedy[index] : hint))).toEqual(remedy);
    expect(content).toBeUndefined();
  });

  test('a site for the public that nobody answers for, and nothing else is asked of one that is tried out', () => {
    const { problems, content } = checkWith({}, true);
    expect(problems.map(({ file, line, rule, field }) => `${file}:${line} ${rule} ${field}`)).toEqual(['site.yaml:3 public-site publisher', 'site.yaml:4 public-site feedback', 'site.yaml:5 public-site url', 'site.yaml:16 public-site security']);
    expect(content).toBeUndefined();
  });

  test('twenty thousand files', () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`contacts/c${index}.yaml`, 'x']));
    expect(checkWith(many).problems.map(({ rule }) => rule)).toEqual(['file-count']);
  });
});

const doubted: [string, Record<string, Change>, string, string][] = [
    ['a review two years ago', inFacts('reviewed: 2026-11-24', 'reviewed: 2024-10-01'), facts, 'recent-review'],
    ['a related service that has ended', withdrawn('beta', 'gamma'), facts, 'withdrawn-services'],
    ['a need on the home page for a service that has ended', withdrawn('alpha', 'gamma'), 'site.yaml', 'withdrawn-services'],
    ['a successor that has ended itself', { ...withdrawn('alpha', 'beta'), ...withdrawn('beta', 'gamma') }, facts, 'withdrawn-services'],
    ['a sentence of too many words', body(`Kysy ${'neuvoa '.repeat(26)}.`), fi, 'long-sentences'],
    ['a chain of passives', body('Hakemus käsitellään, päätös annetaan ja maksu peritään, kun lasku lähetetään.'), fi, 'passive-chains'],
    ['officialese', body('Kysy, mikäli asia on uusi.'), fi, 'filler-words'],
    ['a section of a law', body('Kuntalain 90 § koskee sinua.'), fi, 'statute-numbers'],
    ['words that age', body('Tällä hetkellä palvelu on maksuton.'), fi, 'ageing-words'],
    ['an abbreviation that nobody explains', body('Katso YTA-neuvottelukunnan ohje.'), fi, 'unexplained-abbreviations'],
    ['an accepted text that is gone', field('address', 'palvelu-alpha\naccepted: [{ rule: filler-words, text: mikäli, why: Syy. }]'), fi, 'accepted-texts'],
    ['a contact that nobody names', { 'contacts/brussels.yaml': original(contact).replace('Minna Karhunen', 'Toinen Henkilö') }, 'contacts/brussels.yaml', 'used-contacts'],
    ['a Finnish text that has changed since its translation was confirmed', replaced(fi, 'kun kysymys on vaikea', 'kun kysymys on helppo'), fi, 'stale-translation'],
    ['a Swedish title that has changed since', replaced(sv, 'title: Tjänst alpha', 'title: Tjänst omega'), sv, 'stale-translation'],
    ['an entry whose translation nobody has confirmed', replaced('translations.yaml', /^services\/alpha:\n.*\n.*\n/m, ''), sv, 'stale-translation'],
    ['numbers that differ between the languages', body('Hinta on 250 euroa.'), fi, 'same-numbers'],
    ['an announcement that is kept back, in a repository that may be public', keptBack(), 'announcements/news/announcement.yaml', 'embargo'],
    ['two headings with one name', body('## Mitä saat\n\nLisää.'), fi, 'distinct-headings'],
];

describe('a doubt is a warning and publishes all the same:', () => {
  test.each(doubted)('%s', (_, changes, file, rule) => {
    const { problems, content } = checkWith(changes);
    expect(problems.map((problem) => [problem.file, problem.rule, problem.level])).toContainEqual([file, rule, 'warning']);
    expect(content).toBeDefined();
  });
});

describe('what is odd but legal is accepted:', () => {
  test.each<[string, Record<string, Change>]>([
    ['the sound folder itself', {}],
    ['a byte order mark', { [fi]: `\uFEFF${original(fi)}` }],
    ['line ends of Windows', { [fi]: original(fi).replaceAll('\n', '\r\n') }],
    ['line ends of old machines', { [fi]: original(fi).replaceAll('\n', '\r') }],
    ['Sámi letters', body('Čálliidgoahti ja Áššemeannudeapmi, ŋđŧšž.')],
    ['emoji with joiners', body('Perhe 👨‍👩‍👧 ja lippu 🏳️‍🌈 ✅')],
    ['# and : in a quoted title', field('title', '"Uutta: #1 – kysymys & vastaus"')],
    ['a company number', body('Y-tunnus 0926151-4.')],
    ['a case number', body('Diaarinumero HEL 2025-014229.')],
    ['a number like an identity code with a wrong check character', body('Tunnus 131052-308A.')],
    ['code with tags', body('Kirjoita `<title>` näin.')],
    ['a foreign phone', replaced(contact, '+358 9 771 2000', '+32 2 549 0860')],
    ['a switchboard', replaced(contact, '+358 9 771 2000', '+358 9 7711')],
    ['an e-mail address of the city', replaced(contact, 'neuvonta@kuntaliitto.fi', 'kirjaamo@hel.fi')],
    ['one mailbox for each language', replaced(contact, 'neuvonta@kuntaliitto.fi', '{ fi: a@kuntaliitto.fi, sv: b@kommunforbundet.fi }')],
    ['a year, a month and a day', replaced('announcements/news/announcement.yaml', 'published: 2020', 'published: 2020-06')],
    ['a link to another service', body('Katso [palvelu beta](../palvelu-beta/).')],
    ['a link to a list of services by theme', body('Katso [terveys](/fi/palvelut/teemat/nimi-health/).')],
    ['a link between announcements that come out together', { ...keptBack(), 'announcements/news/fi.md': textFile({ ...finnish('Uutinen', 'uutinen'), keyPoints: '[Yksi asia., Toinen asia., Kolmas asia.]' }, `${bodies.fi}\nKatso [uutinen](../uutinen/).\n`) }],
    ['a note on a page that is gone', { 'removals.yaml': '/fi/palvelut/vanha/: Palvelu päättyi.\n/fi/blogi/*: Blogi lopetettiin.\n' }],
    ['a redirect to a list of services by theme', { 'redirects.yaml': '/fi/terveys/: /fi/palvelut/teemat/nimi-health/\n' }],
    ['a link to a heading on the page', body('Katso [ohje](#mitä-saat).')],
    ['a link to a mailbox and a phone', body('[Kirjoita neuvontaan](mailto:a@kuntaliitto.fi) tai [soita vaihteeseen](tel:+35897711).')],
    ['a link with parentheses', body('[Kuntalaki (uusi)](https://www.finlex.fi/fi/laki/(410)/2015)')],
    ['an address in angle brackets', body('<https://www.kuntaliitto.fi/palvelut>')],
    ['a picture of the entry', { ...body(picture()), 'services/alpha/kuva.png': png('IDAT') }],
    ['a table', body('| a | b |\n|---|---|\n| yksi | kaksi |')],
    ['a quotation', body('> Näin sanottiin.')],
    ['a rule', body('---')],
    ['less-than in a text', body('Kun x < 5 ja y > 3.')],
    ['braces in Markdown', body('Kirjoita {nimi} tähän kohtaan.')],
    ['a word that contains TODO', body('Metodologia ja TODOS-hanke.')],
    ['an equals rule below a heading', body('Otsikko\n-------')],
    ['a numbered list', body('1. Yksi\n2. Kaksi')],
    ['hyphenation hints', body('Toimeen\u00ADpano')],
    ['no-break spaces', body('25\u00A0prosenttia')],
    ['a quoted year', inFacts('asOf: 2025', 'asOf: "2025"')],
    ['undated facts', inFacts('asOf: 2025', 'asOf: undated')],
    ['a withdrawn service', withdrawn('alpha', 'beta')],
    ['a redirect to a list by theme, and a link to one', { 'redirects.yaml': '/fi/vanha/: /fi/palvelut/teemat/nimi-law/\n', ...body('Katso [lista](/fi/palvelut/toimialat/nimi-education/).') }],
    ['a redirect to a page', { 'redirects.yaml': '/fi/palvelut/vanha/: /fi/palvelut/palvelu-alpha/\n' }],
    ['the same address in both languages of one service', { [fi]: textFile(finnish('Palvelu alpha', 'alfa'), bodies.fi), [sv]: textFile(swedish('Tjänst alpha', 'alfa'), bodies.sv) }],
    ['comments in YAML', { [facts]: `# Lähteet tarkistettu.\n${original(facts)}` }],
    ['a folded text', field('summary', '>-\n  Saat apua, kun asia\n  on uusi.')],
    ['an accessibility statement reviewed 365 days ago', replaced('site.yaml', 'reviewed: 2026-11-24', 'reviewed: 2025-11-24')],
    ['a security contact with a page, good for a month', replaced('site.yaml', 'security: null', 'security: { contact: https://www.kuntaliitto.fi/yhteys, expires: 2026-12-24 }')],
    ['typographic quotes', body('Hän sanoi: ”Näin tehdään.”')],
  ])('%s', (_, changes) => {
    const { problems } = checkWith(changes);
    expect(problems.filter(({ level }) => level === 'error').map(({ file, line, rule, text }) => `${file}:${line} ${rule} ${text.en.message}`)).toEqual([]);
  });
});

test.each(contentRules.map(({ name }) => [name]))('the rule %s is held by a case: without it a test fails', (name) => {
  const held = [...refused.map(([, , , , rule]) => rule), ...doubted.map(([, , , rule]) => rule), 'file-count', 'public-site'];
  expect(held).toContain(name);
});

test('all problems of all files come in one run, by file and line', () => {
  const { problems } = checkWith({ ...field('title', '" "'), [sv]: null, ...inFacts('[health]', '[helth]') });
  expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${fi} text-blank`, `${facts} references`, `${sv} both-languages`]);
});

test('every placeholder is named, so that an editor sees all that is left to write', () => {
  const { problems } = checkWith(body('[kirjoita, mitä saat]\n\n[kirjoita, kenelle]'));
  const errors = problems.filter(({ level }) => level === 'error');
  expect(errors.map(({ rule, line }) => `${rule} ${line}`)).toEqual([`placeholders ${appended + 1}`, `placeholders ${appended + 3}`]);
});
