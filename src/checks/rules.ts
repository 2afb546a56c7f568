import type { Rule } from './problem.ts';
import { acceptedTexts } from './rules/accepted-texts.ts';
import { ageingWords, datesAhead } from './rules/ageing-words.ts';
import { askedOnce } from './rules/asked-once.ts';
import { bodyReadable, bodyWritten } from './rules/body.ts';
import { bodyMarkdown } from './rules/body-markdown.ts';
import { encoding, hiddenCharacters, lineLength } from './rules/characters.ts';
import { oneContactEach, usedContacts } from './rules/contacts.ts';
import {
  afterPublication,
  draft,
  embargo,
  fallsDue,
  recentReview,
  securityContact,
  statementAge,
} from './rules/dates.ts';
import { everyLanguage } from './rules/every-language.ts';
import { fileCount, fileEmpty, fileName, fileSize, fileType, regularFile } from './rules/files.ts';
import { fillerWords } from './rules/filler-words.ts';
import { foreignNames } from './rules/foreign-names.ts';
import { frontMatter } from './rules/front-matter.ts';
import { distinctHeadings, fixedHeadings, headings } from './rules/headings.ts';
import { linkAddresses } from './rules/link-addresses.ts';
import { linkTargets } from './rules/link-targets.ts';
import { linkTexts } from './rules/link-texts.ts';
import { longSentences } from './rules/long-sentences.ts';
import { mergeMarkers, personalIdentityCode, placeholders, secrets } from './rules/not-for-readers.ts';
import { lostPages } from './rules/lost-addresses.ts';
import { ownTranslation, textLanguage } from './rules/own-translation.ts';
import { passiveChains } from './rules/passive-chains.ts';
import { pictureFiles, pictures } from './rules/pictures.ts';
import { priceExplained } from './rules/price-explained.ts';
import { publicSite } from './rules/public-site.ts';
import { redirectTargets, removals } from './rules/redirects.ts';
import { references } from './rules/references.ts';
import { sameLinks } from './rules/same-links.ts';
import { sameNumbers } from './rules/same-numbers.ts';
import { staleTranslation } from './rules/stale-translation.ts';
import { settingsAgree } from './rules/settings-agree.ts';
import { statuteNumbers } from './rules/statute-numbers.ts';
import { unexplainedAbbreviations } from './rules/unexplained-abbreviations.ts';
import { unintendedMarkup } from './rules/unintended-markup.ts';
import { uniqueAddresses } from './rules/unique-addresses.ts';
import { unrenderedMarkup } from './rules/unrendered-markup.ts';
import { withdrawnServices } from './rules/withdrawn-services.ts';
import { yaml } from './rules/yaml.ts';

const ofFiles: Rule[] = [
  regularFile,
  fileName,
  fileType,
  fileSize,
  fileCount,
  fileEmpty,
  encoding,
  hiddenCharacters,
  lineLength,
  mergeMarkers,
  secrets,
  personalIdentityCode,
];
/** Rules about files and secrets: they hold for drafts, too. */
export const rulesOfFiles = new Set(ofFiles.map(({ name }) => name));

/**
 * Every content rule, in the order in which files are processed: bytes, YAML, entries, bodies, plain
 * language.
 */
export const contentRules: Rule[] = [
  ...ofFiles,
  frontMatter,
  yaml,
  everyLanguage,
  uniqueAddresses,
  references,
  withdrawnServices,
  priceExplained,
  askedOnce,
  oneContactEach,
  usedContacts,
  redirectTargets,
  removals,
  lostPages,
  draft,
  embargo,
  afterPublication,
  ownTranslation,
  textLanguage,
  staleTranslation,
  sameNumbers,
  sameLinks,
  recentReview,
  statementAge,
  securityContact,
  fallsDue,
  publicSite,
  settingsAgree,
  bodyReadable,
  bodyWritten,
  bodyMarkdown,
  unrenderedMarkup,
  unintendedMarkup,
  headings,
  distinctHeadings,
  fixedHeadings,
  placeholders,
  linkAddresses,
  linkTargets,
  linkTexts,
  pictures,
  pictureFiles,
  longSentences,
  passiveChains,
  fillerWords,
  statuteNumbers,
  ageingWords,
  datesAhead,
  unexplainedAbbreviations,
  foreignNames,
  acceptedTexts,
];

/** The rules for what is published alone: a site that is only tried out may break them. */
export const publicationRules: Rule[] = [publicSite, settingsAgree, lostPages];
