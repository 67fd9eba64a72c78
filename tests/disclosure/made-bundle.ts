/** The made-up partnership as a bundle of raw aggregates, as an analyst would bring it. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { madePartnership } from './made-partnership.ts';

export function madeBundle(
  cubes: ReadonlyMap<string, Cube>,
  options: NonNullable<Parameters<typeof madePartnership>[1]> = {}
): Bundle {
  const { tables, frame } = madePartnership(cubes, options);
  const source = {
    id: 'made',
    publisher: 'Vale Safeguarding Partnership',
    title: 'Figures on neglect',
    edition: 'made up',
    vintage: 'made',
    licence: 'MIT'
  };
  return {
    manifest: {
      id: 'vale',
      title: 'Vale Safeguarding Partnership, made-up figures',
      publisher: source.publisher,
      audience: 'public',
      protected: 'no',
      protection: 'None yet.',
      licence: 'MIT',
      synthetic: true,
      sources: [source],
      areas: [...frame.areas],
      periods: [...frame.periods],
      tiers: [...frame.tiers],
      agencies: [],
      categories: [],
      ageBands: [],
      tables: tables.map(({ table }) => ({ ...table, source: source.id })),
      notes: [],
      terms: { board: 'partnership board', assessment: 'assessment', tool: 'neglect tool' }
    },
    cubes: new Map(tables.map(({ cube }) => [cube.id, cube])),
    tables: tables.map((made) => ({ ...made, table: { ...made.table, source: source.id } })),
    registers: {}
  };
}
