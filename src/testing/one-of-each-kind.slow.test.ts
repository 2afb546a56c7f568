import { lookAtPages } from './look-at-page.ts';
import { onePageOfEachKind } from './page-kinds.ts';

/* One page of every kind in both languages, but for the few that the quick tests look at. */

const { others: paths } = await onePageOfEachKind();

lookAtPages(paths);
