import { acceptedIn } from '../plain-language.ts';
import { rule } from '../problem.ts';

/** An entry of the field `accepted` must quote words that are still in the text. */
export const acceptedTexts = rule('accepted-texts', {
  level: 'warning',
  message: {
    fi: [
      'hyväksyttyä kohtaa "{text}" ei ole enää tekstissä',
      'Poista se kentästä accepted tai kirjoita se kuten tekstissä.',
    ],
    sv: [
      'det godkända stället "{text}" finns inte längre i texten',
      'Ta bort det ur fältet accepted eller skriv det som i texten.',
    ],
    en: [
      'the accepted "{text}" no longer stands in the text',
      'Remove it from the field accepted, or write it as in the text.',
    ],
  },
  *findInBody({ document, passages }) {
    for (const [index, { text }] of acceptedIn(document).entries())
      if (!passages.some((passage) => passage.text.includes(text)))
        yield { at: document.yaml.placeOf(['accepted', index, 'text'], 'value'), text };
  },
});
