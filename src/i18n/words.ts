import { fi, type Words } from './fi.ts';
import type { Lang } from './languages.ts';
import { sv } from './sv.ts';

/** The dictionary of the user interface in each language. */
export const words: Record<Lang, Words> = { fi, sv };
