/** Everything counted by age that is loaded for an area and those it is compared with, read in one statement. */
import { isKnown, isThere, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { evaluate, type Result } from '#lib/indicators/evaluate.ts';
import { inflationFor } from '#lib/indicators/usual.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import type { Context } from '../context.ts';
import { cutOf, isOlder, isUnborn, livesAt, type Band } from './bands.ts';
import { countedOf, type Counted } from './counted.ts';

/** One thing counted by age, as one table has it for an area and date. */
export interface AgesAt {
  readonly counted: Counted;
  readonly table: string;
  /** The finest bands that do not overlap, youngest first. */
  readonly cut: readonly Band[];
  readonly unborn: Band | undefined;
  /** 7 to 15, where the table has it. */
  readonly older: Band | undefined;
  /** Whether it has girls and boys apart at each age. */
  readonly bySex: boolean;
  /** The count at an age, or at all ages; of one sex where that is named. */
  readonly count: (band?: Band, at?: Place) => Cell;
  /** Per 10,000 children of that age, with its range. Without a population of that age it is missing. */
  readonly rate: (band: Band, at?: Place) => Result;
  /** Of all ages, how many are of this one, with its range. */
  readonly share: (band: Band, at?: Place) => Result;
}

export interface Place {
  readonly area?: string;
  readonly period?: Period;
  readonly sex?: string;
}

export interface Sex {
  readonly id: string;
  readonly name: string;
}

export interface Ages {
  /** In the order in which a page leads with them; a table that says nothing of the area and date is left out. */
  readonly at: (area?: string, period?: Period) => readonly AgesAt[];
  /** What a table of another area has of the same, by as many of these bands as there are. */
  readonly like: (ages: AgesAt, area: string, bands: readonly Band[]) => AgesAt | undefined;
  /** Children who live in an area at an age, or at all ages. */
  readonly living: (band: Band | undefined, area?: string, period?: Period) => Cell;
  /** All ages together, from the plainest table that tells, with ages or without. */
  readonly total: (counted: Counted['id'], area?: string) => Cell;
  readonly sexes: readonly Sex[];
}

function membersOf({ catalogue }: Context, cube: string, dimension: string): readonly Band[] {
  const entered = catalogue.dictionary.members[dimension] ?? [];
  const named = catalogue.cubes.find((file) => file.cube === cube)?.dimensions ?? [];
  return (named.find(({ id }) => id === dimension)?.members ?? []).filter(({ id }) => entered.includes(id));
}

/** Tables that hold a term by some more dimensions, the plainest first. */
function tablesWith({ catalogue }: Context, cube: string, dimensions: readonly string[]): readonly string[] {
  return catalogue.manifest.tables
    .filter((table) => table.cube === cube && dimensions.every((each) => table.dimensions.includes(each)))
    .toSorted((a, b) => a.dimensions.length - b.dimensions.length)
    .map(({ id }) => id);
}

interface Source {
  readonly counted: Counted;
  readonly table: string;
  readonly bands: readonly Band[];
  readonly sexes: readonly Sex[];
}

/** A cell of a source: one object for each, since cells are looked up by their terms. */
type TermOf = (source: Source, band?: string, sex?: string) => PlacedTerm;

function termsOfSources(): TermOf {
  const made = new Map<string, PlacedTerm>();
  return ({ counted, table }, band = ALL, sex = ALL) => {
    const key = `${counted.id}|${table}|${band}|${sex}`;
    const { term } = counted;
    const known = made.get(key) ?? {
      ...term,
      table,
      members: {
        ...term.members,
        ...(band === ALL ? {} : { age: band }),
        ...(sex === ALL ? {} : { sex })
      }
    };
    made.set(key, known);
    return known;
  };
}

function sourcesOf(context: Context): readonly Source[] {
  return countedOf(context).flatMap((counted) => {
    const { cube, members = {} } = counted.term;
    const dimensions = [...Object.keys(members), 'age'];
    const bySex = tablesWith(context, cube, [...dimensions, 'sex']);
    return tablesWith(context, cube, dimensions).map((table) => ({
      counted,
      table,
      bands: membersOf(context, cube, 'age'),
      sexes: bySex.includes(table) ? membersOf(context, cube, 'sex') : []
    }));
  });
}

/** All ages together, in every table that could hold it. */
function totalsOf(context: Context): ReadonlyMap<Counted['id'], readonly PlacedTerm[]> {
  return new Map(
    countedOf(context).map(({ id, term }) => [
      id,
      tablesWith(context, term.cube, Object.keys(term.members ?? {})).map((table) => ({ ...term, table }))
    ])
  );
}

const POPULATION = 'population';

function populationTerms(context: Context): readonly { readonly band?: Band; readonly term: PlacedTerm }[] {
  const term = { cube: POPULATION, measure: 'children' };
  const plain = tablesWith(context, POPULATION, []).map((table) => ({ term: { ...term, table } }));
  const bands = membersOf(context, POPULATION, 'age');
  const byAge = tablesWith(context, POPULATION, ['age']).flatMap((table) =>
    bands.map((band) => ({ band, term: { ...term, table, members: { age: band.id } } }))
  );
  return [...plain, ...byAge];
}

function rateOf(context: Context, numerator: PlacedTerm, lookup: CellLookup, people: Cell) {
  return (indicator: PlacedIndicator, area: string, period: Period): Result => {
    const denominator: PlacedTerm = { cube: POPULATION, table: 'of the age', measure: 'children' };
    const kind = context.catalogue.manifest.areas.find(({ id }) => id === area)?.kind;
    return evaluate(
      { ...indicator, numerator, denominator },
      (term, at, when) => (term === denominator ? people : lookup(term, at, when)),
      area,
      period,
      inflationFor(context.catalogue, indicator, kind)
    );
  };
}

/** Asks for all of it at once. */
export async function agesOf(context: Context): Promise<Ages> {
  const { area: here, period: now } = context;
  const share = context.indicator('older-neglect-share');
  const sources = sourcesOf(context);
  const termOf = termsOfSources();
  const people = populationTerms(context);
  const totals = totalsOf(context);
  const lookup = await context.reading.cells([
    ...people.map(({ term }) => term),
    ...[...totals.values()].flat(),
    ...sources.flatMap((source) => [
      termOf(source),
      ...source.sexes.map((sex) => termOf(source, ALL, sex.id)),
      ...source.bands.flatMap(({ id }) => [
        termOf(source, id),
        ...source.sexes.map((sex) => termOf(source, id, sex.id))
      ])
    ])
  ]);

  const living: Ages['living'] = (band, area = here.id, period = now) => {
    const when = period.population ?? period.id;
    return (
      people
        .filter((each) => (band ? each.band !== undefined && livesAt(each.band, band) : !each.band))
        .map(({ term }) => lookup(term, area, when))
        .find(isKnown) ?? NOT_SUPPLIED
    );
  };

  const agesAt = (source: Source, atArea: string, atPeriod: Period): AgesAt | undefined => {
    const cell = (band?: string, at: Place = {}) =>
      lookup(termOf(source, band, at.sex), at.area ?? atArea, (at.period ?? atPeriod).id);
    const bands = source.bands.filter(({ id }) => isThere(cell(id)));
    if (bands.length === 0) return undefined;
    const { counted, table } = source;
    return {
      counted,
      table,
      cut: cutOf(bands),
      unborn: bands.find(isUnborn),
      older: bands.find(isOlder),
      bySex: source.sexes.some(({ id }) => bands.some((band) => isThere(cell(band.id, { sex: id })))),
      count: (band, at) => cell(band?.id, at),
      rate: (band, { area = atArea, period = atPeriod } = {}) =>
        rateOf(
          context,
          termOf(source, band.id),
          lookup,
          living(band, area, period)
        )(counted.rate, area, period),
      share: (band, { area = atArea, period = atPeriod } = {}) =>
        evaluate(
          { ...share, mark: counted.mark, numerator: termOf(source, band.id), denominator: termOf(source) },
          lookup,
          area,
          period
        )
    };
  };

  const at: Ages['at'] = (area = here.id, period = now) =>
    sources.flatMap((source) => agesAt(source, area, period) ?? []);
  return {
    at,
    living,
    total: (counted, area = here.id) =>
      (totals.get(counted) ?? []).map((term) => lookup(term, area, now.id)).find(isThere) ?? NOT_SUPPLIED,
    like: ({ counted }, area, bands) =>
      at(area)
        .filter((each) => isLike(each.counted, counted))
        .map((each) => ({ each, held: bands.filter((band) => isThere(each.count(band))).length }))
        .filter(({ held }) => held > 0)
        .toSorted(
          (a, b) =>
            Number(b.each.counted.id === counted.id) - Number(a.each.counted.id === counted.id) ||
            b.held - a.held
        )[0]?.each,
    sexes: sources.find(({ sexes }) => sexes.length > 0)?.sexes ?? []
  };
}

/** Plans for neglect by their first category stand beside those by their latest, and that is said wherever they do. */
function isLike(a: Counted, b: Counted): boolean {
  return a.id === b.id || (a.category !== undefined && b.category !== undefined);
}

/** What England’s rate would give among those who live here: at each age where their number is known, else at all ages. */
export interface Expected {
  readonly cell: Cell;
  /** Whether the numbers who live here and there at that age are known. */
  readonly byAge: boolean;
}

export function expectedAt(context: Context, ages: Ages, england: AgesAt, band: Band): Expected {
  const { area, england: country } = context;
  const of = (x: Cell, there: Cell, herePeople: Cell) =>
    derive([x, there, herePeople], (count, all, own) => (count / all) * own);
  const at = { area: country.id };
  const byAge = of(england.count(band, at), ages.living(band, country.id), ages.living(band, area.id));
  if (isKnown(byAge)) return { cell: byAge, byAge: true };
  return {
    cell: of(england.count(band, at), ages.living(undefined, country.id), ages.living(undefined, area.id)),
    byAge: false
  };
}
