import { bilingualFolders, singleFiles } from '../../model/folders.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { namesIn } from './references.ts';

/** Lists lead readers to services that are offered. An announcement is history, and may speak of one that has ended. */
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
  *find({ entries, singles }: Reading) {
    const services = entries.filter(({ folder }) => folder === 'services');
    const withdrawn = new Map(
      services.flatMap(({ id, facts }) =>
        facts?.data?.['withdrawn'] ? [[id, facts.data['withdrawn'] as { successor?: string }] as const] : [],
      ),
    );
    if (withdrawn.size === 0) return;
    const lists = [
      ...services.flatMap(({ id, facts }) =>
        facts
          ? [{ part: facts, schema: bilingualFolders.services.schema, isWithdrawn: withdrawn.has(id) }]
          : [],
      ),
      ...(singles.site ? [{ part: singles.site, schema: singleFiles.site.schema, isWithdrawn: false }] : []),
    ];
    for (const { part, schema, isWithdrawn } of lists) {
      for (const { at, value, kind } of namesIn(part, schema)) {
        if (kind !== 'services' || !withdrawn.has(value)) continue;
        // Of a service that is itself withdrawn only the successor matters.
        if (isWithdrawn && at().field !== 'withdrawn') continue;
        const { successor } = withdrawn.get(value)!;
        const hasSuccessor =
          successor === part.document.id ||
          (part.data?.['related'] as string[] | undefined)?.includes(successor!);
        yield { at: at(), id: value, successor: hasSuccessor ? undefined : successor };
      }
    }
  },
});
