/** Small tables as the bundle of a partnership that is released. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { ReleasedTable } from '#lib/disclosure/relations.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { FRAME } from './small-tables.ts';

/** The tables as a bundle that is protected, by rules where they are given. */
export function bundleOf(
  tables: readonly ReleasedTable[],
  {
    audience = 'public',
    settings,
    release = '2026-05-31-public',
    title = 'Joint figures'
  }: {
    readonly audience?: 'public' | 'restricted';
    readonly settings?: DisclosureSettings;
    readonly release?: string;
    readonly title?: string;
  } = {}
): Bundle {
  const source = {
    id: 'made',
    publisher: 'Joint Partnership',
    title: 'Figures on neglect',
    edition: 'made up',
    vintage: 'made',
    licence: 'MIT'
  };
  return {
    manifest: {
      id: 'joint',
      title,
      publisher: source.publisher,
      audience,
      protected: 'yes',
      protection: 'Counts of 1 to 5 are withheld.',
      ...(settings === undefined
        ? {}
        : {
            disclosure: {
              release,
              madeOn: release.slice(0, 10),
              settings,
              cells: 0,
              withheld: 0,
              kept: 1,
              relations: 0,
              beside: [],
              implied: 0,
              givenAway: 0,
              narrowest: []
            }
          }),
      licence: 'MIT',
      synthetic: true,
      sources: [source],
      areas: [...FRAME.areas],
      periods: [...FRAME.periods],
      tiers: [],
      agencies: [],
      categories: [],
      ageBands: [],
      tables: tables.map(({ table }) => table),
      notes: [],
      terms: { board: 'partnership board', assessment: 'assessment', tool: 'neglect tool' }
    },
    cubes: new Map(tables.map(({ cube }) => [cube.id, cube])),
    tables: tables.map(({ table, cube, observations }) => ({ table, cube, observations })),
    registers: {}
  };
}
