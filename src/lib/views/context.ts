/** What every view works from: the area and period asked for, the indicators ready to be read, and the comparators. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Compare, ViewPlace } from '#lib/selection/place.ts';
import { catalogueFor, type Catalogue } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf, type CellLookup } from '#lib/queries/cells.ts';
import { middleOf } from '#lib/indicators/comparators.ts';
import { evaluate, termsOf, valueOf, type Result } from '#lib/indicators/evaluate.ts';
import { inflationFor } from '#lib/indicators/usual.ts';
import { compareWithBenchmark, levelAmong, type Comparison, type Level } from '#lib/stats/compare.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { countryName, settingOf, type Setting, type Unanswerable } from './setting.ts';
import { placedTerms } from './terms.ts';
import { tierTerms } from './tiers.ts';
import { noteBook, type NoteBook } from './notebook.ts';
import { readingFor, type Reading } from './reading.ts';
import type { Role } from './model.ts';

export interface Benchmark {
  /** `past`: the country's own year before, which has no other area to stand beside. */
  readonly id: Compare | 'past';
  /** As a sentence names it: `England`, `the East Midlands`, `similar areas`. */
  readonly name: string;
  readonly role: Role;
  readonly value: Cell;
  /** For similar areas: how many have figures. */
  readonly withData?: number;
}

/** What a chart calls a comparator. */
export function benchmarkLabel(context: Context, id: Benchmark['id'], withData?: number): string {
  switch (id) {
    case 'neighbours':
      return withData === undefined || withData === 0
        ? 'Middle of similar areas'
        : `Middle of ${String(withData)} similar areas`;
    case 'region':
      return context.region?.name ?? '';
    case 'england':
      return countryName(context.england);
    case 'past':
      return `${context.area.name}, a year earlier`;
  }
}

/** What a view reads before anything of it is made: all of it comes in one statement. */
export interface Needs {
  /** Parts that its indicators play: `result` and what is made from it answer for these alone. */
  readonly roles: readonly string[];
  /** Cells that no indicator names. */
  readonly terms: readonly PlacedTerm[];
  /** Whether it sets the tiers of help beside each other. */
  readonly tiers?: true;
}

export interface Context extends Setting {
  readonly catalogue: Catalogue;
  /** ISO date of the day on which actions are told to be done, open or overdue. */
  readonly reckonedOn: string;
  readonly notes: NoteBook;
  /** Whatever a slot needs beyond that. */
  readonly reading: Reading;
  /** The indicator that plays a part, whether anything is supplied for it or not. Throws where none does. */
  indicator(role: string): PlacedIndicator;
  result(indicator: string, area?: string, period?: Period): Result;
  cell(term: PlacedTerm, area?: string, period?: Period): Cell;
  /** The chosen comparator, then England; the area itself left out. */
  benchmarks(indicator: string, period?: Period): readonly Benchmark[];
  /** Undefined where either is missing, and for the year before, since change has a yardstick of its own. */
  compareWith(result: Result, benchmark: Benchmark): Comparison | undefined;
  /** Where the area stands among all authorities with figures; undefined for a missing figure or another kind of area. */
  level(result: Result): Level | undefined;
  /** Every authority's figure for the period, unnamed. */
  others(indicator: string): readonly number[];
  /** Every authority's cells for the period, by name. */
  authorities(indicator: string): readonly AuthorityCells[];
}

export interface AuthorityCells extends Pick<Result, 'numerator' | 'denominator' | 'value'> {
  readonly id: string;
  readonly name: string;
}

/**
 * Reads everything a view needs in one statement.
 * @param reckonedOn ISO date; the last day of the period where it is left out
 */
export async function contextFor(
  facts: Facts,
  place: ViewPlace,
  { roles, terms, tiers }: Needs,
  reckonedOn?: string
): Promise<Context | Unanswerable> {
  const setting = settingOf(facts.catalogue, place);
  if ('unanswerable' in setting) return setting;
  const catalogue = catalogueFor(facts.catalogue, setting.area.id, setting.period.end);
  const { area, england, region, period, years, neighbours, compare, alone } = setting;
  const playing = new Map(catalogue.indicators.map((each) => [each.role ?? each.id, each]));
  const parts = catalogue.indicators.filter(({ role }) => role !== undefined && roles.includes(role));
  const indicators = new Map(
    parts.flatMap((indicator): [string, PlacedIndicator][] => [
      [indicator.id, indicator],
      [indicator.role ?? indicator.id, indicator]
    ])
  );
  const kinds = new Map(catalogue.manifest.areas.map(({ id, kind }) => [id, kind]));
  const focus = [...new Set([area.id, england.id, ...(region ? [region.id] : []), ...neighbours])];
  const authorities = catalogue.manifest.areas
    .filter((candidate) => candidate.kind === 'authority')
    .map(({ id }) => id);
  const placed = placedTerms(catalogue);
  const termOf = (term: PlacedTerm) => placed.get(term) ?? term;
  const lookup: CellLookup = await cellsOf(
    facts,
    [...parts.flatMap(termsOf), ...(tiers ? tierTerms(catalogue) : []), ...terms.map(termOf)],
    {
      areas: focus,
      field: { areas: authorities, periods: [period.id, ...(period.population ? [period.population] : [])] }
    }
  );

  const indicatorOf = (id: string): PlacedIndicator => {
    const indicator = indicators.get(id);
    if (!indicator) throw new Error(`no indicator that this view asks for plays this part: ${id}`);
    return indicator;
  };
  const evaluateAt = (indicator: PlacedIndicator, at: string, when: Period): Result =>
    evaluate(indicator, lookup, at, when, inflationFor(catalogue, indicator, kinds.get(at)));
  const results = new Map<string, Result>();
  const result = (id: string, at = area.id, when = period): Result => {
    const key = `${id}|${at}|${when.id}`;
    const made = results.get(key) ?? evaluateAt(indicatorOf(id), at, when);
    results.set(key, made);
    return made;
  };
  const valueAt = (id: string, at: string, when: Period): Cell =>
    valueOf(indicatorOf(id), lookup, at, when).value;
  const neighbourBenchmark = (id: string, when: Period): Benchmark => {
    const middle = middleOf(neighbours.map((at) => valueAt(id, at, when)));
    return { id: 'neighbours', name: 'similar areas', role: 'neighbours', ...middle };
  };
  const chosenBenchmark = (id: string, when: Period): Benchmark | undefined => {
    if (compare === 'neighbours') return neighbourBenchmark(id, when);
    if (compare === 'region' && region)
      return {
        id: 'region',
        name: areaInSentence(region),
        role: 'region',
        value: valueAt(id, region.id, when)
      };
    return undefined;
  };
  const pastBenchmark = (id: string, when: Period): readonly Benchmark[] => {
    const before = years[years.indexOf(when) - 1];
    return before
      ? [{ id: 'past', name: 'a year earlier', role: 'second', value: valueAt(id, area.id, before) }]
      : [];
  };
  const othersById = new Map<string, readonly number[]>();
  const others = (id: string): readonly number[] => {
    const made =
      othersById.get(id) ??
      authorities.flatMap((at) => {
        const value = valueAt(id, at, period);
        return isKnown(value) ? [value.value] : [];
      });
    othersById.set(id, made);
    return made;
  };
  return {
    ...setting,
    catalogue,
    reckonedOn: reckonedOn ?? period.end,
    notes: noteBook(),
    reading: readingFor(facts, catalogue, setting),
    indicator: (role) => {
      const indicator = playing.get(role);
      if (!indicator) throw new Error(`no indicator plays this part: ${role}`);
      return indicator;
    },
    result,
    cell: (term, at = area.id, when = period) => lookup(termOf(term), at, when.id),
    benchmarks: (id, when = period) => {
      const chosen = chosenBenchmark(id, when);
      const national: Benchmark = {
        id: 'england',
        name: countryName(england),
        role: 'england',
        value: valueAt(id, england.id, when)
      };
      if (area.id === england.id || alone) return pastBenchmark(id, when);
      return [...(chosen ? [chosen] : []), national];
    },
    compareWith: ({ value, ranges }, benchmark) =>
      benchmark.id !== 'past' && isKnown(value) && ranges && isKnown(benchmark.value)
        ? compareWithBenchmark(value.value, benchmark.value.value, ranges)
        : undefined,
    level: ({ indicator, value }) =>
      area.kind === 'authority' && isKnown(value) && others(indicator.id).length > 1
        ? levelAmong(value.value, others(indicator.id))
        : undefined,
    others,
    authorities: (id) =>
      catalogue.manifest.areas
        .filter(({ kind }) => kind === 'authority')
        .map((each) => ({
          id: each.id,
          name: each.name,
          ...valueOf(indicatorOf(id), lookup, each.id, period)
        }))
  };
}
