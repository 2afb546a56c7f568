import { kinds } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import { rule } from '../problem.ts';
import { referencesIn } from './references.ts';

/** Lists of services name only those on offer. Announcements record the past and may name any. */
export const withdrawnServices = rule('withdrawn-services', {
  level: 'warning',
  message: ({ id, successor }: { id: string; successor: string | undefined }) => ({
    fi: [
      `palvelu ${id} on päättynyt`,
      successor
        ? `Nimeä sen seuraaja ${successor} tai poista viittaus.`
        : 'Nimeä toinen palvelu tai poista viittaus.',
    ],
    sv: [
      `tjänsten ${id} har upphört`,
      successor
        ? `Nämn efterträdaren ${successor} eller ta bort hänvisningen.`
        : 'Nämn en annan tjänst eller ta bort hänvisningen.',
    ],
    en: [
      `the service ${id} has ended`,
      successor
        ? `Name its successor ${successor}, or remove the reference.`
        : 'Name another service, or remove the reference.',
    ],
  }),
  *find({ entries, singles }) {
    const services = entries.filter(({ folder }) => folder === 'services');
    const withdrawn = new Map(
      services.flatMap(({ id, facts }) =>
        facts?.data?.['withdrawn'] ? [[id, facts.data['withdrawn'] as { successor?: string }] as const] : [],
      ),
    );
    if (withdrawn.size === 0) return;
    const lists = [
      ...services.flatMap(({ id, facts }) =>
        facts ? [{ source: facts, schema: kinds.services.schema, isWithdrawn: withdrawn.has(id) }] : [],
      ),
      ...(singles.site
        ? [{ source: singles.site, schema: singleFiles.site.schema, isWithdrawn: false }]
        : []),
    ];
    for (const { source, schema, isWithdrawn } of lists) {
      for (const { at, value, kind } of referencesIn(source, schema)) {
        if (kind !== 'services' || !withdrawn.has(value)) continue;
        // Of a service that is itself withdrawn only the successor matters.
        if (isWithdrawn && at().field !== 'withdrawn') continue;
        const { successor = '' } = withdrawn.get(value)!;
        const exists = services.some(({ id }) => id === successor);
        const hasSuccessor =
          successor === source.document.id ||
          (source.data?.['related'] as string[] | undefined)?.includes(successor);
        yield { at: at(), id: value, successor: !exists || hasSuccessor ? undefined : successor };
      }
    }
  },
});
