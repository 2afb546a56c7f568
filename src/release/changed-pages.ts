import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { namedPaths } from '../checks/page-paths.ts';
import type { Reading } from '../checks/reading.ts';
import { contentTypes } from '../hosting/content-types.ts';
import { basePath, homePath, sectionPath, withoutBase } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { escapeXml } from '../model/escape-xml.ts';
import type { EditorLang } from '../schema/sentences.ts';

/** The most pages that are shown: each holds the styles once more. */
const mostPages = 20;

/**
 * Paths of the pages that changed files are about: an entry has its own, contacts and organisations share one,
 * and what concerns the whole site is seen on the home page.
 * @param files paths in the content folder
 */
export function pathsOfChanges(files: string[], reading: Reading): string[] {
  const pages = namedPaths(reading);
  const paths = files.flatMap((file) => {
    const [folder, id] = file.split('/');
    const own = pages.filter(({ name }) => name?.startsWith(`${folder}/${id} `));
    if (own.length > 0) return own.map(({ path }) => path);
    if (folder === 'contacts' || folder === 'organisations')
      return languages.map((lang) => sectionPath(lang, folder));
    return languages.map((lang) => homePath(lang));
  });
  return [...new Set(paths)];
}

/**
 * Pages of a built site in one file that needs nothing else: it opens in a browser from wherever it lies. Links
 * lead to the published site.
 * @param folder the built site
 * @param url address of the published site, without a trailing slash
 */
export function previewFile(folder: string, paths: string[], url: string, lang: EditorLang): string {
  const t = words[lang];
  const base = basePath(url);
  const shown = paths.slice(0, mostPages).map((path) => {
    const file = join(folder, path, 'index.html');
    return {
      path,
      html: existsSync(file)
        ? selfContained(readFileSync(file, 'utf8'), folder, url + path, base)
        : undefined,
    };
  });
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title}</title>
<style>body { margin: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; } iframe { width: 100%; height: 85vh; border: 1px solid #666; } h2 { margin-top: 2rem; font-size: 1.25rem; }</style>
<h1>${t.title}</h1>
<p>${paths.length > 0 ? t.about : t.none}${paths.length > mostPages ? ` ${t.more(paths.length - mostPages)}` : ''}</p>
${shown.map(({ path, html }) => `<h2>${path}</h2>\n${html === undefined ? `<p>${t.notYet}</p>` : `<iframe title="${path}" loading="lazy" sandbox="allow-popups" srcdoc="${escapeXml(html)}"></iframe>`}`).join('\n')}
</html>
`;
}

/** A page with its styles and pictures inside, and without what they would come from, scripts and their policy. */
function selfContained(html: string, folder: string, address: string, base: string): string {
  const fileOf = (href: string) => join(folder, withoutBase(href, base) ?? href);
  return html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '')
    .replace(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="(\/[^"]+)"[^>]*>/g, (tag, href: string) =>
      existsSync(fileOf(href)) ? `<style>${readFileSync(fileOf(href), 'utf8')}</style>` : tag,
    )
    .replace(/(<img\b[^>]*\bsrc=")(\/[^"]+)"/g, (tag, before: string, href: string) =>
      existsSync(fileOf(href))
        ? `${before}data:${typeOf(href)};base64,${readFileSync(fileOf(href), 'base64')}"`
        : tag,
    )
    .replace(/\bsrcset="[^"]*"/g, '')
    .replace('<head>', `<head><base href="${address}" target="_blank">`);
}

const typeOf = (path: string): string =>
  Object.entries(contentTypes).find(([, extensions]) => extensions.includes(extname(path).slice(1)))?.[0] ??
  'application/octet-stream';

const words: Record<
  EditorLang,
  { title: string; about: string; none: string; notYet: string; more: (pages: number) => string }
> = {
  fi: {
    title: 'Näin sivut muuttuvat',
    about: 'Sivut, joita muutos koskee. Haku ei toimi tässä, ja linkit vievät julkaistulle sivustolle.',
    none: 'Muutos ei koske mitään sivua.',
    notYet: 'Sivu ei näy vielä: se julkaistaan myöhemmin.',
    more: (pages) => `Lisäksi ${pages} muuta sivua.`,
  },
  sv: {
    title: 'Så här förändras sidorna',
    about:
      'Sidorna som ändringen gäller. Sökningen fungerar inte här, och länkarna leder till den publicerade webbplatsen.',
    none: 'Ändringen gäller ingen sida.',
    notYet: 'Sidan syns inte ännu: den publiceras senare.',
    more: (pages) => `Dessutom ${pages} andra sidor.`,
  },
  en: {
    title: 'How the pages change',
    about:
      'The pages that the change concerns. The search does not work here, and links lead to the published site.',
    none: 'The change concerns no page.',
    notYet: 'The page is not there yet: it is published later.',
    more: (pages) => `And ${pages} more pages.`,
  },
};
