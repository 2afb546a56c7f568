import type { Rule } from './problem.ts';
import * as askedOnce from './rules/asked-once.ts';
import * as body from './rules/body.ts';
import * as bodyMarkdown from './rules/body-markdown.ts';
import * as characters from './rules/characters.ts';
import * as contacts from './rules/contacts.ts';
import * as dates from './rules/dates.ts';
import * as everyLanguage from './rules/every-language.ts';
import * as files from './rules/files.ts';
import * as headings from './rules/headings.ts';
import * as linkAddresses from './rules/link-addresses.ts';
import * as linkTargets from './rules/link-targets.ts';
import * as linkTexts from './rules/link-texts.ts';
import * as lostAddresses from './rules/lost-addresses.ts';
import * as notForReaders from './rules/not-for-readers.ts';
import * as ownTranslation from './rules/own-translation.ts';
import * as pictures from './rules/pictures.ts';
import * as placeholders from './rules/placeholders.ts';
import * as plainLanguage from './rules/plain-language.ts';
import * as publicSite from './rules/public-site.ts';
import * as redirects from './rules/redirects.ts';
import * as references from './rules/references.ts';
import * as sameLinks from './rules/same-links.ts';
import * as sameNumbers from './rules/same-numbers.ts';
import * as services from './rules/services.ts';
import * as settingsAgree from './rules/settings-agree.ts';
import * as staleTranslation from './rules/stale-translation.ts';
import * as unintendedMarkup from './rules/unintended-markup.ts';
import * as uniqueAddresses from './rules/unique-addresses.ts';
import * as unrenderedMarkup from './rules/unrendered-markup.ts';
import * as yaml from './rules/yaml.ts';

/** The rules that a file exports, beside its other exports. */
const rulesOf = (...files: object[]): Rule[] =>
  files.flatMap((file) => Object.values(file)).filter((value): value is Rule => 'check' in Object(value));

/** Rules about files and secrets: they hold for drafts, too. */
const ofFiles = rulesOf(files, characters, notForReaders);
export const rulesOfFiles = new Set(ofFiles.map(({ name }) => name));

/** Every content rule. */
export const contentRules: Rule[] = [
  ...ofFiles,
  ...rulesOf(
    yaml,
    everyLanguage,
    uniqueAddresses,
    references,
    services,
    askedOnce,
    contacts,
    redirects,
    lostAddresses,
    dates,
    ownTranslation,
    staleTranslation,
    sameNumbers,
    sameLinks,
    publicSite,
    settingsAgree,
    body,
    bodyMarkdown,
    unrenderedMarkup,
    unintendedMarkup,
    headings,
    placeholders,
    linkAddresses,
    linkTargets,
    linkTexts,
    pictures,
    plainLanguage,
  ),
];

/** The rules for what is published alone: a site that is only tried out may break them. */
export const publicationRules: Rule[] = rulesOf(publicSite, settingsAgree, lostAddresses);
