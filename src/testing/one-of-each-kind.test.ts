import { lookAtPages } from './look-at-page.ts';
import { onePageOfEachKind } from './page-kinds.ts';

/* One page of every kind, the languages in turns; the slow tests look at the other half, and with axe at every page. */

const { inTurns: paths } = await onePageOfEachKind();

lookAtPages(paths);
