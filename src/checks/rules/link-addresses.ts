import { isIP } from 'node:net';
import { domainToUnicode } from 'node:url';
import { isMailPattern } from '../../schema/fields.ts';
import { type Message, rule } from '../problem.ts';
import { textsIn } from '../read-document.ts';
import { nodesOf } from '../reading.ts';

/** Quotation marks, and a Finnish ending such as `:sta`, which a reader does not take for part of an address. */
const foreignEnd = /[”“„‟’‘‚»«›‹"´`…].*$|:(?<=\/\/.*:)\p{Ll}{1,4}$/u;
/** Hosts that lead on to another page, and see who goes there. */
const wrapper =
  /^https?:\/\/(?:[^/]*\.safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|www\.google\.[a-z.]+\/url|lm?\.facebook\.com\/l\.php|www\.bing\.com\/ck|duckduckgo\.com\/l|linkprotect\.cudasvc\.com|protect-[a-z]+\.mimecast\.com)/i;
/** What is right of a faulty address, as the remedy gives it. */
function restOf(url: string, fault: AddressFault): string {
  if (fault === 'end') return url.replace(foreignEnd, '');
  if (fault !== 'wrapped') return url.replace(/^http:\/\/|^\/+/i, '');
  const inner = URL.parse(url)
    ?.searchParams.values()
    .find((value) => value.startsWith('https://'));
  return inner ? `: ${inner}` : '';
}

const messages = {
  empty: {
    fi: ['linkiltä puuttuu osoite', 'Kirjoita osoite sulkeisiin: [teksti](https://…).'],
    sv: ['länken saknar adress', 'Skriv adressen inom parentes: [text](https://…).'],
    en: ['the link has no address', 'Write the address in the brackets: [text](https://…).'],
  },
  http: {
    fi: ['linkki {url} ei ole suojattu', 'Kirjoita https://{rest}, jos sivu toimii niin.'],
    sv: ['länken {url} är inte skyddad', 'Skriv https://{rest} om sidan fungerar så.'],
    en: ['the link {url} is not secure', 'Write https://{rest} if the page works that way.'],
  },
  scheme: {
    fi: [
      'linkin {url} tyyppi ei kelpaa',
      'Linkitä https-, mailto- tai tel-osoitteeseen tai tämän sivuston sivuun.',
    ],
    sv: [
      'länken {url} är av en typ som inte går att använda',
      'Länka till en https-, mailto- eller tel-adress eller till en sida här.',
    ],
    en: [
      'the link {url} is of a kind that is not permitted',
      'Link to an https, mailto or tel address, or to a page of this site.',
    ],
  },
  'no-scheme': {
    fi: ['linkistä {url} puuttuu alku', 'Kirjoita https://{rest}.'],
    sv: ['länken {url} saknar början', 'Skriv https://{rest}.'],
    en: ['the link {url} lacks its beginning', 'Write https://{rest}.'],
  },
  private: {
    fi: ['linkkiä {url} eivät kaikki voi avata', 'Linkitä julkiseen sivuun tai poista linkki.'],
    sv: ['länken {url} kan inte öppnas av alla', 'Länka till en offentlig sida eller ta bort länken.'],
    en: ['not everybody can open the link {url}', 'Link to a public page or remove the link.'],
  },
  number: {
    fi: ['linkissä {url} on palvelimen numero', 'Kirjoita palvelimen nimi, esimerkiksi https://www.hel.fi/.'],
    sv: ['länken {url} har serverns nummer', 'Skriv serverns namn, till exempel https://www.hel.fi/.'],
    en: [
      'the link {url} holds the number of a server',
      'Write the name of the server, for example https://www.hel.fi/.',
    ],
  },
  lookalike: {
    fi: [
      'linkin {url} osoite näyttää toiselta kuin on',
      'Tarkista osoite ja kirjoita se tavallisin kirjaimin.',
    ],
    sv: [
      'adressen i länken {url} ser ut som en annan än den är',
      'Kontrollera adressen och skriv den med vanliga bokstäver.',
    ],
    en: [
      'the address of the link {url} looks like another than it is',
      'Check the address and write it in plain letters.',
    ],
  },
  credentials: {
    fi: ['linkissä {url} on käyttäjätunnus', 'Poista tunnus ja @-merkki osoitteesta.'],
    sv: ['länken {url} har ett användarnamn', 'Ta bort namnet och @ ur adressen.'],
    en: ['the link {url} holds a user name', 'Remove the name and the @ from the address.'],
  },
  two: {
    fi: ['linkissä {url} on kaksi osoitetta', 'Jätä vain se, johon linkki vie.'],
    sv: ['länken {url} har två adresser', 'Låt bara den stå kvar som länken leder till.'],
    en: ['the link {url} holds two addresses', 'Leave the one that it leads to.'],
  },
  end: {
    fi: [
      'linkkiin {url} on tarttunut merkki tai pääte, joka ei kuulu osoitteeseen',
      'Kirjoita osoite {rest}. Tekstissä merkki tai pääte tulee linkin perään: [linkki](https://…).',
    ],
    sv: [
      'länken {url} har fått med ett tecken eller en ändelse som inte hör till adressen',
      'Skriv adressen {rest}. I en text står tecknet eller ändelsen efter länken: [länk](https://…).',
    ],
    en: [
      'the link {url} has taken in a mark or an ending that is not part of the address',
      'Write the address {rest}. In a text the mark or ending follows the link: [link](https://…).',
    ],
  },
  wrapped: {
    fi: ['linkki {url} kulkee sähköpostiohjelman tai hakukoneen kautta', 'Kirjoita sivun oma osoite{rest}.'],
    sv: ['länken {url} går via ett e-postprogram eller en sökmotor', 'Skriv sidans egen adress{rest}.'],
    en: [
      'the link {url} goes through a mail program or a search engine',
      "Write the page's own address{rest}.",
    ],
  },
  pattern: {
    fi: [
      'osoite {url} on vain malli',
      'Kirjoita osoite, joka on olemassa, tai kerro mallista sanoin: etunimi, piste, sukunimi.',
    ],
    sv: [
      'adressen {url} är bara en mall',
      'Skriv en adress som finns, eller beskriv mallen med ord: förnamn, punkt, efternamn.',
    ],
    en: [
      'the address {url} is only a pattern',
      'Write one that exists, or describe the pattern in words: first name, dot, surname.',
    ],
  },
  'bare-mail': {
    fi: ['linkin {url} sähköpostiosoite ei kelpaa', 'Kirjoita mailto:{url}.'],
    sv: ['e-postadressen i länken {url} går inte att använda', 'Skriv mailto:{url}.'],
    en: ['the e-mail address of the link {url} is not valid', 'Write mailto:{url}.'],
  },
  mail: {
    fi: [
      'linkin {url} sähköpostiosoite ei kelpaa',
      'Kirjoita mailto: ja osoite, esimerkiksi mailto:nimi@kuntaliitto.fi.',
    ],
    sv: [
      'e-postadressen i länken {url} går inte att använda',
      'Skriv mailto: och adressen, till exempel mailto:namn@kommunforbundet.fi.',
    ],
    en: [
      'the e-mail address of the link {url} is not valid',
      'Write mailto: and the address, for example mailto:name@kuntaliitto.fi.',
    ],
  },
  phone: {
    fi: [
      'linkin {url} puhelinnumero ei kelpaa',
      'Kirjoita numero maatunnuksen kanssa, esimerkiksi tel:+35897712000.',
    ],
    sv: [
      'telefonnumret i länken {url} går inte att använda',
      'Skriv numret med landsnummer, till exempel tel:+35897712000.',
    ],
    en: [
      'the telephone number of the link {url} is not valid',
      'Write the number with the country code, for example tel:+35897712000.',
    ],
  },
  broken: {
    fi: ['linkin {url} osoite on rikki', 'Kirjoita koko osoite ilman välilyöntejä ja kenoviivoja.'],
    sv: ['adressen i länken {url} är trasig', 'Skriv hela adressen utan mellanslag och bakstreck.'],
    en: [
      'the address of the link {url} is broken',
      'Write the whole address without spaces and backslashes.',
    ],
  },
} as const satisfies Record<string, Message>;
type AddressFault = keyof typeof messages;

/** Links lead only to addresses that are public and safe to open. */
export const linkAddresses = rule('link-addresses', {
  messages,
  *findInFile({ yaml }) {
    for (const { path, text } of textsIn(yaml.data)) {
      if (!text.includes('://')) continue;
      // In running text no link is made, and a mark behind an address is no part of it.
      for (const url of text.match(/^https?:\/\/\S+$/i) ?? text.match(/https?:\/\/[^\s”“„’»«"]+/gi) ?? []) {
        const fault = linkFault(url);
        if (fault) yield { at: yaml.placeOf(path, 'value'), fault, url, rest: restOf(url, fault) };
      }
    }
  },
  *findInBody(body) {
    for (const { node, at } of nodesOf(body, 'link')) {
      const url = node.url!;
      const fault = linkFault(url);
      if (fault) yield { at, fault, url, rest: restOf(url, fault) };
    }
  },
});

/** Hosts that can be reached only from the city's own network or after signing in. */
const privateHost =
  /^(?:[^.]*|.*\.(?:local|localhost|internal|intranet|lan|home|corp|test|invalid|onion|localdomain|home\.arpa|fritz\.box|ts\.net|nip\.io|sslip\.io|xip\.io|traefik\.me|localtest\.me|lvh\.me)|localtest\.me|lvh\.me|10\..*|127\..*|0\..*|169\.254\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|intra(?:net)?\..*|.*\.sharepoint\.com)$/i;
const testHost = /(?:^|[.-])(?:stage|staging|test|arodevtest)(?:[.-]|$)|-dev\./i;
/** Letters of Finnish and Swedish. Letters of other alphabets may look the same (homograph attack). */
const localLetters = /^[a-z0-9åäöšž.-]+$/;
const hostWithoutScheme = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:fi|com|org|eu|se|net)(?:\/|$))/i;

/**
 * Finds what is wrong with the address of a link. It looks at the address as written, because browsers accept
 * backslashes, spaces and missing slashes, and then lead somewhere else.
 */
export function linkFault(url: string): AddressFault | undefined {
  if (url === '' || url === '#') return 'empty';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\s\p{Cc}]/gu, ''))?.[1]?.toLowerCase();
  if (scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme)) return 'scheme';
  if (/[\s\\\p{C}]/u.test(url)) return 'broken';
  if (scheme === 'mailto' && isMailPattern(url.slice('mailto:'.length))) return 'pattern';
  if (scheme === 'mailto')
    // One recipient: copies, further ones and headers after a line break are invisible to who clicks.
    return /^mailto:[^\s@,;%?]+@[^\s@.,;%?]+(?:\.[^\s@.,;%?]+)+(?:\?(?:subject|body)=[^&;]*(?:&(?:subject|body)=[^&;]*)?)?$/i.test(
      url,
    ) && !/%(?:0[ad]|26|3b)/i.test(url)
      ? undefined
      : 'mail';
  // Short numbers such as 112 have no country code.
  if (scheme === 'tel') return /^tel:(?:\+[\d-]{6,}|\d{3,6})$/i.test(url) ? undefined : 'phone';
  if (scheme === undefined) {
    if (url.includes('//') || hostWithoutScheme.test(url)) return 'no-scheme';
    if (!/^[^/]+@[^/]+$/.test(url)) return undefined;
    return /^[^@:]+@[^@]+\.[^@]+$/.test(url) ? 'bare-mail' : 'mail';
  }
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return 'broken';
  if (wrapper.test(url)) return 'wrapped';
  if (foreignEnd.test(url)) return 'end';
  if (url.lastIndexOf('://') > url.indexOf('://')) return 'two';
  const { hostname, username, password } = new URL(url);
  const host = hostname.replace(/\.+$/, '');
  // An empty user name is none to the parser, and still hides the host from readers.
  if (username || password || /^https?:\/\/[^/?#]*@/i.test(url)) return 'credentials';
  if (host.startsWith('[')) return 'number';
  // The parser turns full-width letters and dots into plain ones; readers would see the written ones.
  const written = /^https?:\/\/([^/?#]*)/i.exec(url)![1]!.replace(/:\d*$/, '').toLowerCase();
  if (
    !isIP(host) &&
    ![written, host.includes('xn--') ? domainToUnicode(host) : host].every((name) => localLetters.test(name))
  )
    return 'lookalike';
  if (privateHost.test(host) || testHost.test(host)) return 'private';
  if (isIP(host)) return 'number';
  return scheme === 'http' ? 'http' : undefined;
}
