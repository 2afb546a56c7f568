import type { ReferenceKind } from '../schema/fields.ts';

/** Components that a free page may use, and to which kind of entry each attribute refers (ids between blanks). */
const componentAttributes = {
  Timeline: {},
  SurveyFigure: { announcement: 'announcements' },
  Contacts: { ids: 'contacts' },
  AccessibilityStatement: {},
  AskTemplate: {},
  CityContacts: {},
  OpenDataFields: {},
  UsageLog: {},
  DataController: {},
  FeedbackAddress: {},
  Licence: {},
  Publisher: {},
  IntranetLinks: { division: 'divisions' },
} as const satisfies Record<string, Record<string, ReferenceKind>>;
export type ComponentName = keyof typeof componentAttributes;
export const components: Record<string, Record<string, ReferenceKind>> = componentAttributes;

export const namedBy = (component: string, attribute: string): ReferenceKind | undefined =>
  Object.hasOwn(components, component) && Object.hasOwn(components[component]!, attribute)
    ? components[component]![attribute]
    : undefined;
