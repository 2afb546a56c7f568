import { inCodeOrder } from '../../model/order.ts';
import type { AnnouncementEntry } from './schema.ts';

/** Newest announcements first; within a year or month, those with a more exact date come first. */
export const newestFirst = (a: AnnouncementEntry, b: AnnouncementEntry): number =>
  inCodeOrder(b.facts.published, a.facts.published) || inCodeOrder(a.id, b.id);
