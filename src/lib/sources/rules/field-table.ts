/** One table laid out for the rules: its series over time, and quick ways from a figure to those it belongs with. */
import { ALL, type Cube, type Dimension, type Measure } from '#lib/domain/cube.ts';
import type { Table } from '#lib/domain/bundle.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';
import type { BundleTable } from '../bundle.ts';
import { memberCalled, midSentence, type NamedLists } from '../called.ts';
import { fileRowOf } from '../file-rows.ts';
import { SeriesKeys, type Key } from './series-key.ts';

/** What one area, measure and set of members come to, period by period in order of time. */
export interface Series {
  readonly area: string;
  readonly measure: Measure;
  readonly members: readonly string[];
  /** Places in `observations`. */
  readonly at: readonly number[];
}

export class FieldTable {
  readonly table: Table;
  readonly cube: Cube;
  readonly observations: readonly Observation[];
  readonly dimensions: readonly Dimension[];
  /** Counts of an area are rounded where a publisher protected them: a part may pass its total by this much. */
  readonly roundingOf: (area: string) => number;
  /** In the order of the file. */
  readonly series: readonly Series[];
  /** Kinds of periods that it has figures of. */
  readonly kinds: ReadonlySet<Period['kind']>;
  readonly #lists: NamedLists;
  readonly #category: number;
  readonly #keys: SeriesKeys;
  readonly #byKey: ReadonlyMap<Key, Series>;
  readonly #places = new Map<Series, ReadonlyMap<string, number>>();

  constructor(
    { table, cube, observations }: BundleTable,
    periods: ReadonlyMap<string, Period>,
    roundingOf: (area: string) => number,
    lists: NamedLists = {}
  ) {
    this.#lists = lists;
    this.table = table;
    this.cube = cube;
    this.observations = observations;
    this.roundingOf = roundingOf;
    this.dimensions = table.dimensions.flatMap((id) =>
      cube.dimensions.filter((dimension) => dimension.id === id)
    );
    const words = observations.map(({ area, measure, members }) => [area, measure, ...members]);
    const keys = new SeriesKeys(table.dimensions.length + 2, words);
    const grouped = new Map<Key, number[]>();
    words.forEach((each, at) => {
      const key = keys.of(each) ?? '';
      const group = grouped.get(key);
      if (group === undefined) grouped.set(key, [at]);
      else group.push(at);
    });
    const measures = new Map(cube.measures.map((measure) => [measure.id, measure]));
    const ends = new Map([...periods.values()].map(({ id, start, end }) => [id, `${end} ${start}`]));
    const endOf = (at: number) => ends.get(observations[at]?.period ?? '') ?? '';
    const byKey = new Map<Key, Series>();
    for (const [key, at] of grouped) {
      const first = observations[at[0] ?? 0];
      const measure = measures.get(first?.measure ?? '');
      if (first === undefined || measure === undefined) continue;
      if (at.some((each, place) => place > 0 && endOf(each) < endOf(at[place - 1] ?? 0)))
        at.sort((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0));
      byKey.set(key, { area: first.area, measure, members: first.members, at });
    }
    this.#category = table.dimensions.findIndex((id) => id.startsWith('category_'));
    this.kinds = new Set(
      [...new Set(observations.map(({ period }) => period))].flatMap((id) => periods.get(id)?.kind ?? [])
    );
    this.#keys = keys;
    this.#byKey = byKey;
    this.series = [...byKey.values()];
  }

  get file(): string {
    return this.table.file;
  }

  /** 1-based row of the file. */
  row(at: number): number {
    return fileRowOf(this.observations, at);
  }

  /** The number of a figure; undefined where it is withheld or not there. */
  value(at: number | undefined): number | undefined {
    const cell = at === undefined ? undefined : this.observations[at]?.cell;
    return cell?.kind === 'known' ? cell.value : undefined;
  }

  /** Whether a figure is there and may not be said. */
  isWithheld(at: number | undefined): boolean {
    const cell = at === undefined ? undefined : this.observations[at]?.cell;
    return cell?.kind === 'missing' && cell.reason === 'withheld';
  }

  /** The series of these, in this table. */
  find(area: string, measure: string, members: readonly string[]): Series | undefined {
    const key = this.#keys.of([area, measure, ...members]);
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  /** The place of a series' figure of a period; `near` is where it is looked for first, as its place in `series.at`. */
  inPeriod(series: Series | undefined, period: string, near = 0): number | undefined {
    if (series === undefined) return undefined;
    const guess = series.at[near];
    if (guess !== undefined && this.observations[guess]?.period === period) return guess;
    let places = this.#places.get(series);
    if (places === undefined) {
      places = new Map(series.at.map((at) => [this.observations[at]?.period ?? '', at]));
      this.#places.set(series, places);
    }
    return places.get(period);
  }

  /** The series with another member in one dimension. */
  withMember(series: Series, position: number, member: string): Series | undefined {
    return this.find(series.area, series.measure.id, series.members.with(position, member));
  }

  /**
   * Whether a figure may be put into words: of categories of plans none may where neglect is withheld beside it, for
   * then the page shows no other category either.
   */
  maySay(series: Series, at: number): boolean {
    const position = this.#category;
    if (position < 0 || (series.members[position] ?? ALL) === ALL) return true;
    const neglect = this.withMember(series, position, 'neglect');
    return !this.isWithheld(this.inPeriod(neglect, this.observations[at]?.period ?? ''));
  }

  /** What is counted, in words: the measure and the members that are not all. */
  called({ measure, members }: Series): string {
    const parts = members.flatMap((member, at) =>
      member === ALL
        ? []
        : [`${midSentence(this.dimensionAt(at)?.name ?? '')}: ${this.memberName(at, member)}`]
    );
    return parts.length === 0 ? `“${measure.name}”` : `“${measure.name}” (${parts.join(', ')})`;
  }

  /** What a member of the dimension at a position is called. */
  memberName(position: number, member: string): string {
    return memberCalled(this.dimensionAt(position), member, this.#lists);
  }

  /** The dimension of the table at a position. */
  dimensionAt(position: number): Dimension | undefined {
    return this.dimensions.find(({ id }) => id === this.table.dimensions[position]);
  }
}
