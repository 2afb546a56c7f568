const startTag = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/g;
/** An attribute that holds a path, or several of them with blanks between. */
const ownPaths = /(?<= (?:href|src|action|data-[a-z-]+)=")\/(?!\/)[^"]*/g;

/**
 * Puts the base path before every path on the site that a page holds, wherever it comes from: a component, a text, or
 * data for a script. What Astro wrote itself has it already.
 * @param base for example `/repo`
 */
export const addBase = (html: string, base: string): string =>
  html.replace(startTag, (tag) =>
    tag.replace(ownPaths, (paths) =>
      paths.startsWith(`${base}/_astro/`) ? paths : paths.replace(/(?<=^| )\//g, `${base}/`),
    ),
  );
