import type { ContactPoint, Service, ServiceChannel } from 'schema-dts';
import { words } from '../../i18n/words.ts';
import type { PageOf } from '../../model/pages.ts';
import { unlessEmpty } from '../../model/schema-org.ts';
import type { Site } from '../../model/whole-site.ts';
import { current } from '../contact/contacts.ts';
import { contactDetails } from '../contact/structured-data.ts';
import { adviceServiceId, audienceOf, channelsOf, pageOfService } from './services.ts';

/** `Service`, not `GovernmentService`: the provider is an association of authorities, not an authority. */
export function publicService(
  { lang, path, title, description, subject }: PageOf<'service'>,
  site: Site,
): Service {
  const { facts } = subject.entry;
  const { vocabulary, contacts } = site.content;
  const dictionary = words[lang];
  return {
    '@type': 'Service',
    name: title,
    description,
    url: site.content.site.url + path,
    serviceType: vocabulary.kinds[facts.kind]!.name[lang],
    audience: { '@type': 'Audience', audienceType: audienceOf(facts, vocabulary, lang) },
    availableChannel: channelsOf(facts.channels, lang).map(({ to }): ServiceChannel => ({
      '@type': 'ServiceChannel',
      serviceUrl: to?.href ?? site.content.site.url + pageOfService(site, adviceServiceId, lang).path,
      availableLanguage: to?.inLang ?? facts.languages,
    })),
    provider: {
      '@type': 'Organization',
      name: dictionary.provider,
      contactPoint: unlessEmpty(
        current(contacts)
          .filter(({ id }) => facts.contacts.includes(id))
          .map((contact): ContactPoint => ({ '@type': 'ContactPoint', ...contactDetails(contact, lang) })),
      ),
    },
  };
}
