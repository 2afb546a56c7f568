import { bilingualFolders, singleFiles } from '../../model/folders.ts';
import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { namesIn } from './references.ts';

type Finding = { at: Place; id: string; successor: string | undefined };

/** Lists lead readers to services that are offered. An announcement is history, and may speak of one that has ended. */
export const withdrawnServices = rule('withdrawn-services', {
  level: 'warning',
  explain: {
    fi: ({ id, successor }: Finding) => [
      `palvelu ${id} on päättynyt`,
      successor
        ? `Nimeä sen seuraaja ${successor} tai poista viittaus.`
        : 'Nimeä toinen palvelu tai poista viittaus.',
    ],
    sv: ({ id, successor }) => [
      `tjänsten ${id} har upphört`,
      successor
        ? `Nämn efterträdaren ${successor} eller ta bort hänvisningen.`
        : 'Nämn en annan tjänst eller ta bort hänvisningen.',
    ],
    en: ({ id, successor }) => [
      `the service ${id} has ended`,
      successor
        ? `Name its successor ${successor}, or remove the reference.`
        : 'Name another service, or remove the reference.',
    ],
  },
  find: ({ entries, singles }: Reading) => {
    const services = entries.filter(({ folder }) => folder === 'services');
    const ended = new Map(
      services.flatMap(({ id, facts }) =>
        facts?.data?.['withdrawn'] ? [[id, facts.data['withdrawn'] as { successor?: string }] as const] : [],
      ),
    );
    if (ended.size === 0) return [];
    const lists = [
      ...services
        .filter(({ facts }) => facts)
        .map(({ id, facts }) => ({
          schema: bilingualFolders.services.schema,
          part: facts!,
          hasEnded: ended.has(id),
        })),
      ...(singles.site ? [{ schema: singleFiles.site.schema, part: singles.site, hasEnded: false }] : []),
    ];
    return lists.flatMap(({ schema, part, hasEnded }) =>
      [...namesIn(part, schema)].flatMap(({ at, value, kind }): Finding[] => {
        // Of a service that has ended itself only the successor matters.
        if (kind !== 'services' || !ended.has(value) || (hasEnded && at().field !== 'withdrawn')) return [];
        const { successor } = ended.get(value)!;
        const isThere =
          successor === part.document.id ||
          (part.data?.['related'] as string[] | undefined)?.includes(successor!);
        return [{ at: at(), id: value, successor: isThere ? undefined : successor }];
      }),
    );
  },
});
