/** One figure, whole: its value and range, what it is set beside, and what it has done over time. */
import type { Area } from '#lib/domain/area.ts';
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import type { Source } from '#lib/domain/bundle.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf, type CellLookup } from '#lib/queries/cells.ts';
import {
  compareWithBenchmark,
  judgeAgainst,
  levelAmong,
  type BenchmarkJudgement,
  type Comparison,
  type Level,
  type Polarity
} from '#lib/stats/compare.ts';
import {
  changeSize,
  judgeByOwnPast,
  judgeChange,
  type ChangeVerdict,
  type OwnPastVerdict
} from '#lib/stats/usual-change.ts';
import { answer, type Answer } from './answer.ts';
import { byMember, type Member } from './breakdown.ts';
import { comparatorsOf, middleOf, type Comparators } from './comparators.ts';
import { amountOf, termsOf, valueOf } from './evaluate.ts';
import { flowRecoding, multipleShare, recodingOf, recodingTerms, type Recoding } from './recoding.ts';
import { trendOf, type Trend } from './trend.ts';
import { inflationFor } from './usual.ts';

export interface Beside {
  readonly id: 'england' | 'region' | 'neighbours';
  readonly name: string;
  readonly value: Cell;
  /** For neighbours: how many have figures. */
  readonly withData?: number;
  /** Absent where either is missing, where chance has no range, and for counts, which are as big as their area. */
  readonly comparison?: Comparison;
  readonly judgement?: BenchmarkJudgement;
}

export interface Change {
  readonly from: Answer;
  /** Beside all authorities and years; absent without such a yardstick. */
  readonly usual?: ChangeVerdict;
  /** Beside the area's own past, where there is no other yardstick. */
  readonly past?: OwnPastVerdict;
}

export interface Figure {
  readonly indicator: PlacedIndicator;
  readonly area: Area;
  readonly period: Period;
  readonly answer: Answer;
  /** Whether it tells of one date or of a whole period; undefined where it reads no figures of the area. */
  readonly counted: 'stock' | 'flow' | undefined;
  readonly beside: readonly Beside[];
  /** Among all authorities, for an authority; not for counts. */
  readonly level?: Level;
  /** Every authority's value, unnamed. */
  readonly others: readonly number[];
  /** The values of similar areas that have figures, unnamed. */
  readonly similar: readonly number[];
  /** Periods of the same kind, in order, the one asked for among them. */
  readonly series: readonly {
    readonly period: Period;
    readonly answer: Answer;
    readonly recoding: Recoding;
  }[];
  /** England over the same periods; empty for England itself. */
  readonly england: readonly { readonly period: Period; readonly value: Cell }[];
  readonly trend: Trend;
  readonly change?: Change;
  readonly by?: {
    readonly dimension: string;
    readonly members: readonly { readonly member: Member; readonly answer: Answer }[];
  };
  readonly sources: readonly Source[];
}

export interface FigureAsked {
  readonly indicator: PlacedIndicator;
  readonly area: Area;
  readonly period: Period;
  readonly by?: string;
}

/** The sources of the tables an indicator reads, in the order of the bundle; all of them for registers. */
export function sourcesOf({ manifest }: Catalogue, indicator: PlacedIndicator): readonly Source[] {
  if (!indicator.supplied || indicator.kind === 'derived') return [];
  const read = termsOf(indicator).map(({ table }) => table);
  const used = manifest.tables.filter(({ id }) => read.includes(id)).map(({ source }) => source);
  return manifest.sources.filter(({ id }) => read.length === 0 || used.includes(id));
}

/** A document is in place on a date, rounds of audit and reports were made over a period, a survey is of neither. */
function countedAs({ kinds }: Catalogue, indicator: PlacedIndicator): Figure['counted'] {
  if (indicator.document !== undefined) return 'stock';
  if (indicator.register ?? indicator.coverage) return 'flow';
  if (indicator.kind === 'context') return undefined;
  const { cube = '', measure = '' } = indicator.numerator ?? {};
  return kinds[cube]?.measures.find(({ id }) => id === measure)?.kind;
}

/** Which way is better; a stand-in counts something else, and is never judged. */
function polarityOf({ direction, standIn }: PlacedIndicator): Polarity | undefined {
  if (standIn !== undefined) return undefined;
  switch (direction.good) {
    case 'none':
      return undefined;
    case 'up':
      return 'higherIsBetter';
    case 'down':
      return 'lowerIsBetter';
  }
}

/** Periods of the kind of one, within the years its area has figures of its own. */
function alike({ manifest }: Catalogue, period: Period, area: Area): readonly Period[] {
  const year = ({ end }: Period) => Number(end.slice(0, 4));
  return manifest.periods
    .filter(({ kind }) => kind === period.kind)
    .filter(
      (each) => period.kind !== 'year' || (year(each) >= (area.from ?? 0) && year(each) <= (area.to ?? 9999))
    )
    .sort((a, b) => (a.end < b.end ? -1 : 1));
}

class Desk {
  readonly #facts: Facts;
  readonly #indicator: PlacedIndicator;
  readonly #lookup: CellLookup;
  constructor(facts: Facts, indicator: PlacedIndicator, lookup: CellLookup) {
    this.#facts = facts;
    this.#indicator = indicator;
    this.#lookup = lookup;
  }

  answer(area: Area, period: Period, indicator = this.#indicator): Answer {
    const { catalogue } = this.#facts;
    const inflation = inflationFor(catalogue, indicator, area.kind);
    return answer({ catalogue, indicator, lookup: this.#lookup, area: area.id, period, inflation });
  }

  value(area: string, period: Period): Cell {
    return valueOf(this.#indicator, this.#lookup, area, period).value;
  }

  /** `before`: the year before both, for a count of what happened in a year. */
  recoding(area: Area, from: Period | undefined, to: Period, before?: Period): Recoding {
    const terms = recodingTerms(this.#indicator);
    if (!terms || !from) return 'none';
    const share = ({ id }: Period) =>
      multipleShare(this.#lookup(terms.multiple, area.id, id), this.#lookup(terms.all, area.id, id));
    return before
      ? flowRecoding([{ before: share(before), from: share(from), to: share(to) }])
      : recodingOf(share(from), share(to));
  }
}

function besideOf(
  desk: Desk,
  own: Answer,
  period: Period,
  { england, region, neighbours }: Comparators
): readonly Beside[] {
  const { indicator, value, ranges } = own;
  const set = (id: Beside['id'], name: string, other: Cell, withData?: number): Beside => {
    const compared = indicator.kind !== 'count' && isKnown(value) && isKnown(other) && ranges;
    return {
      id,
      name,
      value: other,
      ...(withData === undefined ? {} : { withData }),
      ...(compared
        ? {
            comparison: compareWithBenchmark(value.value, other.value, ranges),
            judgement: judgeAgainst(ranges.at95, other.value, polarityOf(indicator))
          }
        : {})
    };
  };
  const middle = middleOf(neighbours.map((id) => desk.value(id, period)));
  return [
    ...(neighbours.length > 0 ? [set('neighbours', 'similar areas', middle.value, middle.withData)] : []),
    ...(region ? [set('region', region.name, desk.value(region.id, period))] : []),
    ...(england ? [set('england', england.name, desk.value(england.id, period))] : [])
  ];
}

/** Nothing is said across a change in recording. */
function changeOf({ catalogue }: Facts, area: Area, upTo: Figure['series']): Change | undefined {
  const [from, to] = upTo.slice(-2);
  if (!from || !to || to.recoding !== 'none') return undefined;
  const [before, after] = [amountOf(from.answer), amountOf(to.answer)];
  if (!before || !after) return undefined;
  const usual = area.kind === 'authority' ? catalogue.usualChange[to.answer.indicator.id] : undefined;
  const size = changeSize(before, after);
  if (usual) return { from: from.answer, ...(size === undefined ? {} : { usual: judgeChange(size, usual) }) };
  return { from: from.answer, past: judgeByOwnPast(upTo.map(({ answer: each }) => amountOf(each))) };
}

/**
 * Works one figure out with all that belongs to it, in one question to the database.
 * `by` asks for it by the members of a dimension as well; members without any figure are left out.
 */
export async function figure(facts: Facts, asked: FigureAsked): Promise<Figure> {
  const { catalogue } = facts;
  const { indicator, area, period } = asked;
  const comparators = comparatorsOf(catalogue, area);
  const tables = asked.by === undefined ? [] : byMember(catalogue, indicator, asked.by);
  const recoded = recodingTerms(indicator);
  const own = [
    area.id,
    ...[comparators.england?.id, comparators.region?.id].filter((id) => id !== undefined)
  ];
  const authorities = catalogue.manifest.areas.filter(({ kind }) => kind === 'authority').map(({ id }) => id);
  const lookup = await cellsOf(
    facts,
    [
      ...termsOf(indicator),
      ...(recoded && indicator.supplied ? [recoded.multiple, recoded.all] : []),
      ...tables.flatMap((members) => members.flatMap((each) => termsOf(each.indicator)))
    ],
    {
      areas: own,
      field: { areas: authorities, periods: [period.id, ...(period.population ? [period.population] : [])] }
    }
  );
  const desk = new Desk(facts, indicator, lookup);
  const country = comparators.england;
  const periods = alike(catalogue, period, area);
  const flow = countedAs(catalogue, indicator) === 'flow';
  const series = periods.map((each, index) => ({
    period: each,
    answer: desk.answer(area, each),
    recoding: desk.recoding(area, periods[index - 1], each, flow ? periods[index - 2] : undefined)
  }));
  const upTo = series.filter((each) => each.period.end <= period.end);
  const mine = desk.answer(area, period);
  const others = authorities.flatMap((id) => {
    const value = desk.value(id, period);
    return isKnown(value) ? [value.value] : [];
  });
  const [members] = tables
    .map((table) =>
      table.map((each) => ({ member: each.member, answer: desk.answer(area, period, each.indicator) }))
    )
    .map((table) => table.filter(({ answer: { numerator } }) => isThere(numerator)))
    .filter((table) => table.length > 0);
  const change = changeOf(facts, area, upTo);
  return {
    indicator,
    area,
    period,
    answer: mine,
    counted: countedAs(catalogue, indicator),
    beside: besideOf(desk, mine, period, comparators),
    ...(area.kind === 'authority' && indicator.kind !== 'count' && isKnown(mine.value) && others.length > 1
      ? { level: levelAmong(mine.value.value, others) }
      : {}),
    others,
    similar: comparators.neighbours.flatMap((id) => {
      const value = desk.value(id, period);
      return isKnown(value) ? [value.value] : [];
    }),
    series,
    england: country ? periods.map((each) => ({ period: each, value: desk.value(country.id, each) })) : [],
    trend: trendOf(upTo.map(({ answer: result, recoding }) => ({ result, recoding }))),
    ...(change ? { change } : {}),
    ...(asked.by === undefined ? {} : { by: { dimension: asked.by, members: members ?? [] } }),
    sources: sourcesOf(catalogue, indicator)
  };
}
