import { kinds } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import { rule } from '../problem.ts';
import { referencesIn } from './references.ts';

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
