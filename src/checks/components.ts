import type { ReferenceKind } from '../schema/fields.ts';

/** Components that a free page may name, and what each of their attributes names: entries of a kind, separated by spaces. */
const known = {
  Timeline: {},
  SurveyFigure: { announcement: 'announcements' },
  Contacts: { ids: 'contacts' },
  AccessibilityStatement: {},
  OpenDataFields: {},
  IntranetLinks: { division: 'divisions' },
} as const satisfies Record<string, Record<string, ReferenceKind>>;
export type ComponentName = keyof typeof known;
/** The same, for names that may be of no component. */
export const components: Record<string, Record<string, ReferenceKind>> = known;

/** What an attribute of a component names; undefined where there is no such component or attribute. */
export const namedBy = (component: string, attribute: string): ReferenceKind | undefined =>
  Object.hasOwn(components, component) && Object.hasOwn(components[component]!, attribute)
    ? components[component]![attribute]
    : undefined;
