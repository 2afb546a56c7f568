import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Fault = 'http' | 'scheme' | 'protocol-relative' | 'private' | 'lookalike' | 'credentials' | 'broken';
type Finding = { at: Place; fault: Fault; url: string };

/** A link leads readers only to places that are public and safe to open. */
export const linkAddresses = rule('link-addresses', {
  explain: {
    fi: ({ fault, url }: Finding) => ({
      http: [`linkki ${url} ei ole suojattu`, `Kirjoita https://${url.slice(7)}, jos sivu toimii niin.`],
      scheme: [`linkin ${url} tyyppi ei kelpaa`, 'Linkitä https-, mailto- tai tel-osoitteeseen tai tämän sivuston sivuun.'],
      'protocol-relative': [`linkistä ${url} puuttuu alku`, 'Kirjoita https:// alkuun.'],
      private: [`linkki ${url} ei toimi kaupungin verkon ulkopuolella`, 'Linkitä julkiseen sivuun tai poista linkki.'],
      lookalike: [`linkin ${url} osoite näyttää toiselta kuin on`, 'Tarkista osoite ja kirjoita se tavallisin kirjaimin.'],
      credentials: [`linkissä ${url} on käyttäjätunnus`, 'Poista tunnus ja @-merkki osoitteesta.'],
      broken: [`linkin ${url} osoite on rikki`, 'Kirjoita koko osoite ilman välilyöntejä.'],
    } as Record<Fault, [string, string]>)[fault],
    sv: ({ fault, url }) => ({
      http: [`länken ${url} är inte skyddad`, `Skriv https://${url.slice(7)} om sidan fungerar så.`],
      scheme: [`länken ${url} är av en typ som inte duger`, 'Länka till en https-, mailto- eller tel-adress eller till en sida här.'],
      'protocol-relative': [`länken ${url} saknar början`, 'Skriv https:// först.'],
      private: [`länken ${url} fungerar inte utanför stadens nät`, 'Länka till en offentlig sida eller ta bort länken.'],
      lookalike: [`adressen i länken ${url} ser ut som en annan än den är`, 'Kontrollera adressen och skriv den med vanliga bokstäver.'],
      credentials: [`länken ${url} har ett användarnamn`, 'Ta bort namnet och @ ur adressen.'],
      broken: [`adressen i länken ${url} är trasig`, 'Skriv hela adressen utan mellanslag.'],
    } as Record<Fault, [string, string]>)[fault],
    en: ({ fault, url }) => ({
      http: [`the link ${url} is not secure`, `Write https://${url.slice(7)} if the page works that way.`],
      scheme: [`the link ${url} is of a kind that will not do`, 'Link to an https, mailto or tel address, or to a page of this site.'],
      'protocol-relative': [`the link ${url} lacks its beginning`, 'Write https:// first.'],
      private: [`the link ${url} does not work outside the city's network`, 'Link to a public page or remove the link.'],
      lookalike: [`the address of the link ${url} looks like another than it is`, 'Check the address and write it in plain letters.'],
      credentials: [`the link ${url} holds a user name`, 'Remove the name and the @ from the address.'],
      broken: [`the address of the link ${url} is broken`, 'Write the whole address without spaces.'],
    } as Record<Fault, [string, string]>)[fault],
  },
  find: ({ bodies, documents }: Reading) => [
    ...bodies.flatMap((body) =>
      body.nodes.flatMap(({ node, at }): Finding[] => {
        if ((node.type !== 'link' && node.type !== 'definition') || node.url === undefined) return [];
        const fault = faultOf(node.url);
        return fault ? [{ at, fault, url: node.url }] : [];
      }),
    ),
    ...documents.flatMap(({ file, text, yaml }) => (file.endsWith('.yaml') && yaml.data ? addressesIn(file, text) : [])),
  ],
});

/** Addresses in fields have the right form by their schemas; whether they are public is judged here. */
function addressesIn(file: string, text: string): Finding[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/https:\/\/[^\s"',}\]]+/g)].flatMap((found): Finding[] => {
      const fault = faultOf(found[0]);
      return fault ? [{ at: { file, line: index + 1, column: found.index + 1 }, fault, url: found[0] }] : [];
    }),
  );
}

/** Hosts that are reached from the city's own network only, or that are copies for testing. */
const privateHost = /^(localhost|.*\.(local|localhost|internal|intranet|lan|home|corp|test|invalid)|10\..*|127\..*|0\..*|169\.254\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[.*\]|[^.]*)$/i;
const testHost = /(^|[.-])(stage|staging|test|arodevtest|dev|beta)([.-]|$)/i;

function faultOf(url: string): Fault | undefined {
  if (url.startsWith('//')) return 'protocol-relative';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\s\u0000-\u001F]/g, ''))?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === 'mailto' || scheme === 'tel') return undefined;
  if (scheme === 'http') return privateHost.test(hostOf(url)) ? 'private' : 'http';
  if (scheme !== 'https') return 'scheme';
  if (!URL.canParse(url)) return 'broken';
  const { hostname, username } = new URL(url);
  if (username) return 'credentials';
  if (hostname.includes('xn--')) return 'lookalike';
  return privateHost.test(hostname) || testHost.test(hostname) ? 'private' : undefined;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
