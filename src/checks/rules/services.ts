import type { Service } from '../../kinds/service/schema.ts';
import { isUsualPrice } from '../../kinds/service/services.ts';
import { kinds } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import type { Sentence } from '../../schema/sentences.ts';
import type { Vocabulary } from '../../schema/site-files.ts';
import { rule } from '../problem.ts';
import { referencesIn } from './references.ts';

const explainPrice: Sentence = {
  fi: 'Kerro kentässä priceNote suomeksi ja ruotsiksi, mitä hinnasta tiedetään.',
  sv: 'Berätta på finska och svenska i fältet priceNote vad man vet om priset.',
  en: 'Tell in Finnish and Swedish in the field priceNote what is known of the price.',
};

/** An unusual or unknown price comes with an explanation for readers. */
export const priceExplained = rule('price-explained', {
  messages: {
    unusual: {
      fi: ['hinta {price} ei ole tämän lajin tavallinen ({usual}), eikä sitä selitetä', explainPrice.fi],
      sv: [
        'priset {price} är inte det vanliga för den här typen ({usual}) och förklaras inte',
        explainPrice.sv,
      ],
      en: [
        'the price {price} is not the usual one of its kind ({usual}) and is not explained',
        explainPrice.en,
      ],
    },
    unknown: {
      fi: ['hintaa {price} ei selitetä', explainPrice.fi],
      sv: ['priset {price} förklaras inte', explainPrice.sv],
      en: ['the price {price} is not explained', explainPrice.en],
    },
  },
  *find({ entries, singles }) {
    const { kinds, prices } = (singles.vocabulary?.data ?? {}) as Partial<Vocabulary>;
    for (const { folder, facts } of entries) {
      if (!kinds || folder !== 'services' || !facts?.data) continue;
      const { kind, price, priceNote } = facts.data as Service;
      const usual = kinds[kind]?.price;
      // A price that does not exist is told by the rule for references.
      if (priceNote || !prices?.[price] || !prices[usual ?? price] || isUsualPrice(price, usual)) continue;
      const at = { ...facts.document.yaml.placeOf(['price'], 'value'), field: 'priceNote' };
      if (usual && usual !== price) yield { at, fault: 'unusual', price, usual };
      else yield { at, fault: 'unknown', price };
    }
  },
});

/** Lists of services name only those on offer. Announcements record the past and may name any. */
export const withdrawnServices = rule('withdrawn-services', {
  level: 'warning',
  messages: {
    succeeded: {
      fi: ['palvelu {id} on päättynyt', 'Nimeä sen seuraaja {successor} tai poista viittaus.'],
      sv: ['tjänsten {id} har upphört', 'Nämn efterträdaren {successor} eller ta bort hänvisningen.'],
      en: ['the service {id} has ended', 'Name its successor {successor}, or remove the reference.'],
    },
    ended: {
      fi: ['palvelu {id} on päättynyt', 'Nimeä toinen palvelu tai poista viittaus.'],
      sv: ['tjänsten {id} har upphört', 'Nämn en annan tjänst eller ta bort hänvisningen.'],
      en: ['the service {id} has ended', 'Name another service, or remove the reference.'],
    },
  },
  *find({ entries, singles }) {
    const services = new Map(
      entries.filter(({ folder }) => folder === 'services').map((entry) => [entry.id, entry]),
    );
    const withdrawnOf = (id: string) =>
      services.get(id)?.facts?.data?.['withdrawn'] as { successor?: string } | undefined;
    const lists = [
      ...services.values().map(({ facts }) => ({ part: facts, schema: kinds.services.schema })),
      { part: singles.site, schema: singleFiles.site.schema },
    ];
    for (const { part, schema } of lists) {
      const { data, document } = part ?? {};
      for (const { at, value: id, kind } of part ? referencesIn(part, schema) : []) {
        const withdrawn = kind === 'services' ? withdrawnOf(id) : undefined;
        // Of a service that is itself withdrawn only the successor matters.
        if (!withdrawn || (data?.['withdrawn'] && at().field !== 'withdrawn')) continue;
        const { successor } = withdrawn;
        const isNamed =
          successor === document!.id || (data?.['related'] as string[] | undefined)?.includes(successor!);
        if (successor && services.has(successor) && !isNamed)
          yield { at: at(), fault: 'succeeded', id, successor };
        else yield { at: at(), fault: 'ended', id };
      }
    }
  },
});
