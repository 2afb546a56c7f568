import type { Rule } from './problem.ts';
import type { Reading } from './reading.ts';
import { acceptedTexts } from './rules/accepted-texts.ts';
import { ageingWords } from './rules/ageing-words.ts';
import { askedOnce } from './rules/asked-once.ts';
import { bodyMarkdown } from './rules/body-markdown.ts';
import { bodyReadable } from './rules/body-readable.ts';
import { bodyWritten } from './rules/body-written.ts';
import { everyLanguage } from './rules/every-language.ts';
import { distinctHeadings } from './rules/distinct-headings.ts';
import { embargo } from './rules/embargo.ts';
import { encoding } from './rules/encoding.ts';
import { fallsDue } from './rules/falls-due.ts';
import { fileCount } from './rules/file-count.ts';
import { fileEmpty } from './rules/file-empty.ts';
import { fileName } from './rules/file-name.ts';
import { fileSize } from './rules/file-size.ts';
import { fileType } from './rules/file-type.ts';
import { fillerWords } from './rules/filler-words.ts';
import { foreignNames } from './rules/foreign-names.ts';
import { frontMatter } from './rules/front-matter.ts';
import { headings } from './rules/headings.ts';
import { hiddenCharacters } from './rules/hidden-characters.ts';
import { lineLength } from './rules/line-length.ts';
import { linkAddresses } from './rules/link-addresses.ts';
import { linkTargets } from './rules/link-targets.ts';
import { linkTexts } from './rules/link-texts.ts';
import { longSentences } from './rules/long-sentences.ts';
import { mergeMarkers } from './rules/merge-markers.ts';
import { oneContactEach } from './rules/one-contact-each.ts';
import { regularFile } from './rules/regular-file.ts';
import { ownTranslation } from './rules/own-translation.ts';
import { passiveChains } from './rules/passive-chains.ts';
import { personalIdentityCode } from './rules/personal-identity-code.ts';
import { pictureFiles } from './rules/picture-files.ts';
import { pictures } from './rules/pictures.ts';
import { placeholders } from './rules/placeholders.ts';
import { priceExplained } from './rules/price-explained.ts';
import { publicSite } from './rules/public-site.ts';
import { unintendedMarkup } from './rules/unintended-markup.ts';
import { unrenderedMarkup } from './rules/unrendered-markup.ts';
import { recentReview } from './rules/recent-review.ts';
import { redirectTargets } from './rules/redirect-targets.ts';
import { references } from './rules/references.ts';
import { removals } from './rules/removals.ts';
import { sameLinks } from './rules/same-links.ts';
import { sameNumbers } from './rules/same-numbers.ts';
import { secrets } from './rules/secrets.ts';
import { securityContact } from './rules/security-contact.ts';
import { staleTranslation } from './rules/stale-translation.ts';
import { settingsAgree } from './rules/settings-agree.ts';
import { statementAge } from './rules/statement-age.ts';
import { statuteNumbers } from './rules/statute-numbers.ts';
import { unexplainedAbbreviations } from './rules/unexplained-abbreviations.ts';
import { uniqueAddresses } from './rules/unique-addresses.ts';
import { usedContacts } from './rules/used-contacts.ts';
import { withdrawnServices } from './rules/withdrawn-services.ts';
import { yaml } from './rules/yaml.ts';

/**
 * Every content rule, in the order in which files are processed: bytes, YAML, entries, bodies, plain
 * language.
 */
export const contentRules: Rule<Reading>[] = [
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
  embargo,
  ownTranslation,
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
  unexplainedAbbreviations,
  foreignNames,
  acceptedTexts,
];
