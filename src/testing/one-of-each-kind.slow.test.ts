import { lookAtPages } from './look-at-page.ts';
import { onePageOfEachKind } from './page-kinds.ts';

/* The pages of every kind that the quick tests leave out, in the other language. */

const { others: paths } = await onePageOfEachKind();

lookAtPages(paths);
