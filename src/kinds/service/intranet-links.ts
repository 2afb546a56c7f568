import { entryPath, openDataPath } from '../../i18n/addresses.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { Content } from '../../model/content.ts';
import { escapeXml } from '../../model/escape-xml.ts';
import { offered } from './services.ts';

/** Number of links in a list for another site. */
const linkCount = 3;

/**
 * HTML for an intranet page: links to the current services that are most specific to a division, that is,
 * those with the fewest divisions.
 * @param division key of a division in the vocabulary
 */
export const intranetList = ({ services, site }: Content, division: string, lang: Lang): string => {
  const links = offered(services)
    .filter(({ facts }) => facts.divisions.includes(division))
    .sort((a, b) => a.facts.divisions.length - b.facts.divisions.length)
    .slice(0, linkCount)
    .map(({ texts }) => {
      const { address, title } = texts[lang];
      return `  <li><a href="${site.url}${entryPath(lang, 'services', address)}">${escapeXml(title)}</a></li>`;
    });
  return `<ul>\n${links.join('\n')}\n</ul>`;
};

/**
 * The same list as HTML with a script that fetches current data on each view. Texts are set with
 * `textContent`, never as HTML.
 */
export const intranetScript = ({ site }: Content, division: string, lang: Lang): string => `\
<ul id="kuntaliitto"></ul>
<script type="module">
  const answer = await fetch('${site.url}${openDataPath('services.json')}');
  const { services } = await answer.json();
  const own = services
    .filter(({ divisions, withdrawn }) => divisions.includes('${division}') && !withdrawn)
    .sort((a, b) => a.divisions.length - b.divisions.length)
    .slice(0, ${linkCount});
  for (const { titles, urls } of own) {
    const link = document.createElement('a');
    link.href = urls.${lang};
    link.textContent = titles.${lang};
    const item = document.createElement('li');
    item.append(link);
    document.getElementById('kuntaliitto').append(item);
  }
</script>`;
