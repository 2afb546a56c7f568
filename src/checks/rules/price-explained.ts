import type { Service } from '../../kinds/service/schema.ts';
import { isUsualPrice } from '../../kinds/service/services.ts';
import type { Sentence } from '../../schema/sentences.ts';
import type { Vocabulary } from '../../schema/site-files.ts';
import { rule } from '../problem.ts';

const explain: Sentence = {
  fi: 'Kerro kentässä priceNote suomeksi ja ruotsiksi, mitä hinnasta tiedetään.',
  sv: 'Berätta på finska och svenska i fältet priceNote vad man vet om priset.',
  en: 'Tell in Finnish and Swedish in the field priceNote what is known of the price.',
};

/** An unusual or unknown price comes with an explanation for readers. */
export const priceExplained = rule('price-explained', {
  messages: {
    unusual: {
      fi: ['hinta {price} ei ole tämän lajin tavallinen ({usual}), eikä sitä selitetä', explain.fi],
      sv: ['priset {price} är inte det vanliga för den här typen ({usual}) och förklaras inte', explain.sv],
      en: ['the price {price} is not the usual one of its kind ({usual}) and is not explained', explain.en],
    },
    unknown: {
      fi: ['hintaa {price} ei selitetä', explain.fi],
      sv: ['priset {price} förklaras inte', explain.sv],
      en: ['the price {price} is not explained', explain.en],
    },
  },
  *find({ entries, singles }) {
    const { kinds, prices } = (singles.vocabulary?.data ?? {}) as Partial<Vocabulary>;
    for (const { folder, facts } of entries) {
      if (!kinds || folder !== 'services' || !facts?.data) continue;
      const { kind, price, priceNote } = facts.data as Service;
      const usual = kinds[kind]?.price;
      // A price that does not exist is told by the rule for references.
      if (priceNote || !prices?.[price] || isUsualPrice(price, usual)) continue;
      const at = { ...facts.document.yaml.placeOf(['price'], 'value'), field: 'priceNote' };
      if (usual && usual !== price) yield { at, fault: 'unusual', price, usual };
      else yield { at, fault: 'unknown', price };
    }
  },
});
