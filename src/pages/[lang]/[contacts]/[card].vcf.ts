import type { APIRoute } from 'astro';
import { contactCardPath, contactCardsPath } from '../../../i18n/addresses.ts';
import { languages } from '../../../i18n/languages.ts';
import { contactCard, contactCards } from '../../../kinds/contact/cards.ts';
import { readSite } from '../../../site.ts';
import { inDirectoryOrder } from '../../../kinds/contact/contacts.ts';

export const getStaticPaths = async () => {
  const {
    site: { url },
    contacts,
  } = (await readSite()).content;
  const file = (path: string, text: string) => {
    const [lang, folder, name] = path.slice(1).split('/');
    return { params: { lang, contacts: folder, card: name!.replace('.vcf', '') }, props: { text } };
  };
  return languages.flatMap((lang) => [
    ...contacts.map((contact) => file(contactCardPath(lang, contact.id), contactCard(contact, lang, url))),
    file(contactCardsPath(lang), contactCards(inDirectoryOrder(contacts), lang, url)),
  ]);
};

export const GET: APIRoute = ({ props }) =>
  new Response(props['text'] as string, { headers: { 'Content-Type': 'text/vcard; charset=utf-8' } });
