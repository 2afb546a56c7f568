import GithubSlugger from 'github-slugger';

/** Ids that pages with a text have besides those of its headings. */
export const layoutIds = [
  'about-heading',
  'content',
  'key-points',
  'more-information',
  'on-this-page',
  'search-field',
];

/**
 * Gives the headings of one text their ids, in order: those that the check expects, and that pages have. No id
 * is given twice, nor one of the layout.
 * @returns a function from the visible text of a heading to its id
 */
export function headingIds(): (text: string) => string {
  const slugger = new GithubSlugger();
  for (const id of layoutIds) slugger.slug(id);
  // Pages show two hyphens as a dash, which an id does not hold.
  return (text) => slugger.slug(text.replace(/--+/g, ''));
}
