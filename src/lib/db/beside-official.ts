/** A partnership’s own figures made ready to stand beside official ones, in one catalogue: two sources, never one series. */
import type { Area } from '#lib/domain/area.ts';
import { isPopulation } from '#lib/domain/cube.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import type { Bundle, BundleTable } from '#lib/sources/bundle.ts';
import { withAreasOf } from '#lib/sources/bundle-tables.ts';
import { withYears } from '#lib/sources/bundle-years.ts';
import type { Catalogue, CubeFile, OwnFigures } from './catalogue.ts';
import { encoded, tableRowsOf } from './encoded.ts';
import { holdingsOf, type Holdings } from './holdings.ts';
import { withholdingOf } from './withholding.ts';

/** Before the ids of own tables and sources, so that none is taken for an official one. */
const OWN = 'own-';

export interface Official {
  readonly catalogue: Catalogue;
  /** What is published of the areas that both have, as it was published. */
  readonly figures: Pick<Bundle, 'manifest' | 'tables' | 'registers' | 'cubes'>;
}

/** What an area with own figures holds, the official ones of the area first. */
export interface Held extends Pick<
  OwnFigures,
  'title' | 'publisher' | 'areas' | 'tables' | 'sources' | 'after' | 'yearsAfter' | 'publishedTiers'
> {
  /** Over all periods. */
  readonly atAll: Holdings;
  /** Over reporting years alone. */
  readonly byYear: Holdings;
  /** The same, of what is published with the population alone. */
  readonly ownByYear: Holdings;
}

export interface BesideOfficial {
  /** Of both. Its indicators are placed on official figures only. */
  readonly catalogue: Catalogue;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly held: Held;
}

/**
 * The joint catalogue, and the streams of the own figures alone: those of official ones are where they were. Areas of
 * both are known by a code or an id that they share, and keep the name and address of the official one.
 */
export function besideOfficial(own: Bundle, official: Official): BesideOfficial {
  const { catalogue } = official;
  const joined = renamed(withAreasOf(own, catalogue), catalogue);
  const dictionary = structuredClone(catalogue.dictionary);
  const { cubes, files } = encoded(joined, dictionary, { wide: true });
  const { neighbours: _, ...registers } = own.registers;
  return {
    files,
    held: heldBy(joined, official),
    catalogue: {
      ...catalogue,
      manifest: jointManifest(joined, catalogue),
      dictionary,
      cubes: jointCubes(cubes, catalogue.cubes),
      tableRows: { ...catalogue.tableRows, ...tableRowsOf(joined) },
      withholding: {
        ...catalogue.withholding,
        tables: { ...catalogue.withholding.tables, ...withholdingOf(joined).tables }
      },
      registers
    }
  };
}

/**
 * Whether figures need no others: they hold some of a whole country, which areas are compared with, or are of a nation
 * that the official ones are not of.
 */
export function standsAlone({ manifest, tables }: Pick<Bundle, 'manifest' | 'tables'>): boolean {
  if (manifest.nation !== undefined && manifest.nation !== 'england') return true;
  const countries = new Set(manifest.areas.filter(({ kind }) => kind === 'country').map(({ id }) => id));
  return tables.some(({ observations }) => observations.some(({ area }) => countries.has(area)));
}

/** Ids of the areas that a bundle has any row of; others are named only to say where those are. */
function areasWithRows({ tables }: Pick<Bundle, 'tables'>): ReadonlySet<string> {
  return new Set(tables.flatMap(({ observations }) => observations.map(({ area }) => area)));
}

/** Own figures under names that no official table, source or period has; stocks of a year's last day under the year as well. */
function renamed(own: Bundle, { manifest }: Catalogue): Bundle {
  const periods = new Map(
    own.manifest.periods.map((period) => [period.id, nameBeside(period, manifest.periods)])
  );
  const named = (id: string) => periods.get(id) ?? id;
  const given = own.manifest.periods.map((each) => ({ ...each, id: named(each.id) }));
  const years = yearsEnded(given, manifest.periods);
  const all = [...manifest.periods, ...given, ...years];
  return {
    ...own,
    manifest: {
      ...own.manifest,
      periods: [...given, ...years],
      sources: own.manifest.sources.map((source) => ({ ...source, id: OWN + source.id })),
      tables: own.manifest.tables.map(renamedTable),
      notes: own.manifest.notes.map((note) => ({
        ...note,
        ...(note.table === undefined ? {} : { table: OWN + note.table }),
        ...(note.periods === undefined ? {} : { periods: note.periods.map(named) })
      }))
    },
    tables: own.tables.map(({ table, cube, observations }) => ({
      table: renamedTable(table),
      cube,
      observations: withYears(
        cube,
        observations.map((row) => ({ ...row, period: named(row.period) })),
        all,
        own.manifest.disclosure?.settings.rounding
      )
    }))
  };
}

/** Reporting years on whose last day a given period ends, where no list has them yet. */
function yearsEnded(given: readonly Period[], official: readonly Period[]): readonly Period[] {
  const there = new Set([...given, ...official].map(({ id }) => id));
  const ended = given.filter(({ end }) => end.endsWith('-03-31')).map(({ end }) => Number(end.slice(0, 4)));
  return [...new Set(ended)].map(reportingYear).filter(({ id }) => !there.has(id));
}

const renamedTable = (table: BundleTable['table']): BundleTable['table'] => ({
  ...table,
  id: OWN + table.id,
  source: OWN + table.source
});

/** The id of a period, changed where an official one of the same id is about other dates. */
function nameBeside(period: Period, official: readonly Period[]): string {
  const same = official.find(({ id }) => id === period.id);
  return same === undefined || (same.start === period.start && same.end === period.end)
    ? period.id
    : `${period.id}own`;
}

function jointManifest(own: Bundle, { manifest }: Catalogue): Catalogue['manifest'] {
  const ids = new Set(manifest.areas.map(({ id }) => id));
  const slugs = new Set(manifest.areas.map(({ slug }) => slug));
  const added = own.manifest.areas
    .filter(({ id }) => !ids.has(id))
    .map((area): Area => ({ ...area, slug: slugs.has(area.slug) ? `${area.slug}-own` : area.slug }));
  const { tables, notes, sources, periods, areas: _areas, tiers, disclosure: _, ...about } = own.manifest;
  return {
    ...about,
    areas: [...manifest.areas, ...added],
    periods: byId([...manifest.periods, ...periods]),
    sources: [...manifest.sources, ...sources],
    tables: [...manifest.tables, ...tables],
    notes: [...manifest.notes, ...notes],
    tiers: byId([...tiers, ...manifest.tiers]),
    ...(own.manifest.disclosure === undefined ? {} : { disclosure: own.manifest.disclosure })
  };
}

/** The first of each id. */
function byId<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...new Map([...list].reverse().map((each) => [each.id, each])).values()].reverse();
}

/** Own streams come first: their codes take two bytes, and those of one byte can follow. */
function jointCubes(own: readonly CubeFile[], official: readonly CubeFile[]): readonly CubeFile[] {
  const beside = new Map(official.map((file) => [file.cube, file]));
  const both = own.map((file): CubeFile => {
    const other = beside.get(file.cube);
    return other === undefined
      ? file
      : {
          ...other,
          files: [...file.files, ...other.files],
          unsaid: [...file.unsaid, ...other.unsaid],
          rows: file.rows + other.rows,
          bytes: file.bytes + other.bytes
        };
  });
  const held = new Set(own.map(({ cube }) => cube));
  return [...both, ...official.filter(({ cube }) => !held.has(cube))];
}

function heldBy(own: Bundle, { catalogue, figures }: Official): Held {
  const years = new Set(
    [...catalogue.manifest.periods, ...own.manifest.periods]
      .filter(({ kind }) => kind === 'year')
      .map(({ id }) => id)
  );
  const byYear = own.tables.map((table) => ({
    ...table,
    observations: table.observations.filter(({ period }) => years.has(period) || ofPopulation(table))
  }));
  const beside = holdingsOf(figures);
  // What is published ends before the later years begin: an own population is the only one that could tell of them.
  const peopled = own.tables.some((table) => ofPopulation(table) && table.table.dimensions.length === 0);
  const holdings = (tables: Bundle['tables']): Holdings => {
    const held = holdingsOf({ ...own, tables });
    return { ...held, tables: [...beside.tables, ...held.tables] };
  };
  return {
    title: own.manifest.title,
    publisher: own.manifest.publisher,
    areas: own.manifest.areas.map(({ id }) => id).filter((id) => areasWithRows(own).has(id)),
    publishedTiers: catalogue.manifest.tiers,
    after: lastYearOf(catalogue.manifest.periods),
    yearsAfter: yearsAfter(own, catalogue.manifest.periods),
    ownByYear: holdingsOf({
      ...own,
      tables: [...(peopled ? [] : figures.tables.filter(ofPopulation)), ...byYear]
    }),
    tables: own.tables.map(({ table }) => table.id),
    sources: own.manifest.sources.map(({ id }) => id),
    atAll: holdings(own.tables),
    byYear: holdings(byYear)
  };
}

const yearsIn = (periods: readonly Period[]) => periods.filter(({ kind }) => kind === 'year');

/** The last day of the last year that is published. */
const lastYearOf = (official: readonly Period[]) =>
  yearsIn(official)
    .map(({ end }) => end)
    .sort()
    .at(-1) ?? '';

/** By area, the years since then of which it has figures of its own. */
function yearsAfter(own: Bundle, official: readonly Period[]): OwnFigures['yearsAfter'] {
  const after = lastYearOf(official);
  const years = new Set(
    yearsIn(own.manifest.periods)
      .filter(({ end }) => end > after)
      .map(({ id }) => id)
  );
  const found = new Map<string, Set<string>>();
  for (const { observations } of own.tables)
    for (const { area, period } of observations)
      if (years.has(period)) found.set(area, (found.get(area) ?? new Set()).add(period));
  return Object.fromEntries([...found].map(([area, ids]) => [area, [...ids].sort()]));
}

/** Population estimates have periods of their own, which years point to. */
const ofPopulation = ({ cube }: BundleTable) => isPopulation(cube);
