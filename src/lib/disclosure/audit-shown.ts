/** What a reader sees of a whole bundle and of what is published beside it: figures as intervals, and what is withheld. */
import { isPopulation } from '#lib/domain/cube.ts';
import { roundToBase } from '#lib/stats/rounding.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { KnownBounds } from './audit-table.ts';
import { ofSamePlaces } from './relation-places.ts';
import { cellsOf, type Frame, type Relation, type ReleasedTable, type TableCell } from './relations.ts';

export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export interface Seen {
  /** Every figure of every table by its id. */
  readonly cells: ReadonlyMap<string, TableCell>;
  /** What each shown figure may be. */
  readonly shown: ReadonlyMap<string, Range>;
  readonly withheld: ReadonlySet<string>;
  /** What a figure of ours is at least where it is withheld. */
  readonly lowest: number;
  /** The rules by which the release of a cell was made; such as it does not tell are taken to be ours. */
  readonly rulesOf: (cell: TableCell) => DisclosureSettings;
}

export interface Releases {
  readonly tables: readonly ReleasedTable[];
  readonly beside: readonly ReleasedTable[];
  readonly frame: Frame;
  readonly settings: DisclosureSettings;
}

/** Figures of countries and regions are published in tens. */
const ROUNDED_AREAS: ReadonlySet<string> = new Set(['country', 'region']);
const TENS = 10;

export function isOurs({ of }: TableCell): boolean {
  return of.release === undefined;
}

/** The tables that count children, and of what is beside only what may have to do with ours. */
export function countedTables({ tables, beside, settings, frame }: Releases): ReleasedTable[] {
  const near = ofSamePlaces(beside, tables, frame);
  return [...tables, ...near].map((table) => {
    const about = new Set(
      table.cube.measures
        .filter(({ unit }) => !settings.notAboutChildren.includes(unit.one))
        .map(({ id }) => id)
    );
    return { ...table, observations: table.observations.filter(({ measure }) => about.has(measure)) };
  });
}

export function seenOf(counted: readonly ReleasedTable[], releases: Releases): Seen {
  const cells = new Map(counted.flatMap(cellsOf).map((cell) => [cell.id, cell]));
  const rulesOf = ({ of }: TableCell) =>
    of.release === undefined ? releases.settings : { ...releases.settings, rounding: 1, ...of.release.rule };
  const rounded = new Set(
    releases.frame.areas.filter(({ kind }) => ROUNDED_AREAS.has(kind)).map(({ id }) => id)
  );
  const shown = new Map<string, Range>();
  const withheld = new Set<string>();
  for (const cell of cells.values())
    if (cell.cell.kind === 'missing') withheld.add(cell.id);
    else shown.set(cell.id, rangeOf(cell, cell.cell.value, rulesOf(cell), rounded.has(cell.area)));
  const { zerosShown, smallGroup } = releases.settings;
  return { cells, shown, withheld, lowest: zerosShown && smallGroup === 0 ? 1 : 0, rulesOf };
}

function rangeOf(cell: TableCell, value: number, rules: DisclosureSettings, rounded: boolean): Range {
  if (isPopulation(cell.of.cube)) return { lower: value, upper: value };
  if (rounded && value % TENS === 0) return { lower: Math.max(0, value - TENS / 2), upper: value + TENS / 2 };
  return roundedRange(value, rules);
}

/** Every count that rounds to what is shown and is not itself withheld; where none is, every count that rounds to it. */
export function roundedRange(
  value: number,
  { rounding, threshold }: Pick<DisclosureSettings, 'rounding' | 'threshold'>
): Range {
  if (rounding === 1 || value === 0 || roundToBase(value, rounding) !== value)
    return { lower: value, upper: value };
  const lower = Math.max(0, value - Math.floor(rounding / 2));
  const upper = value + Math.ceil(rounding / 2) - 1;
  return { lower: upper < threshold ? lower : Math.max(threshold, lower), upper };
}

/**
 * What is known of a withheld figure beforehand: it is somebody where nobody is shown as 0. That nobody of a small group
 * is something may be withheld too, and then a part of a group that may be small may be nobody.
 */
export function boundsOf(seen: Seen, relations: readonly Relation[]): (id: string) => KnownBounds {
  const perhapsNone = new Set(
    relations.flatMap(({ sense, total, parts }) => {
      const whole = seen.cells.get(total);
      const group = whole === undefined ? 0 : seen.rulesOf(whole).smallGroup;
      const least = seen.shown.get(total)?.lower ?? 0;
      return sense === 'equal' && parts.length > 1 && (whole === undefined || least < group) ? parts : [];
    })
  );
  return (id) => {
    const cell = seen.cells.get(id);
    if (cell === undefined) return { lower: 0, upper: null };
    const { zerosShown, smallGroup } = seen.rulesOf(cell);
    const somebody = zerosShown && (smallGroup === 0 || !perhapsNone.has(id));
    return { lower: somebody ? 1 : 0, upper: null };
  };
}
