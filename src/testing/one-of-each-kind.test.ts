import { lookAtPages } from './look-at-page.ts';
import { onePageOfEachKind } from './page-kinds.ts';

/* The pages that differ most; the slow tests look at the others. */

const { few: paths } = await onePageOfEachKind();

lookAtPages(paths);
