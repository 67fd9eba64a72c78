/** Standards down and rounds across: the drawing and the table of what audits found. */
import { roundsDiffer } from '#lib/domain/audit-round.ts';
import { isKnown, isThere, missing, type Cell } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { columnText } from '#lib/words/audits/rounds.ts';
import { readUnit } from '#lib/words/audits/findings.ts';
import { listed, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import type { ChartModel, Column, TableModel } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Standard } from './evidence.ts';
import { isFewerBetter } from './found-words.ts';
import { boundNotes, tablesRead } from './notes.ts';
import type { Round } from './rounds.ts';
import type { Pair } from './verdict.ts';

/** More rounds than these are in the download of an earlier page. */
const MOST_ROUNDS = 4;

export interface HeatWords {
  readonly id: string;
  readonly title: string;
  /** What follows the title for a reader who does not see the chart. */
  readonly said: string;
  /** What, where, when. */
  readonly subtitle: string;
}

/** The rounds that standards were looked at in, oldest first. */
export function roundsOfStandards(standards: readonly Standard[]): readonly Round[] {
  const rounds = new Map(standards.flatMap(({ found }) => found.map(({ round }) => [round.id, round])));
  return [...rounds.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-MOST_ROUNDS);
}

/** A standard whose grades of this round were given on another scale has no n there. */
const OTHER_SCALE = 'on another scale';

function findingsOf(standard: Standard, rounds: readonly Round[]): readonly Finding[] {
  const held = standard.found.filter(({ round }) => rounds.some(({ id }) => id === round.id));
  return held.map(({ round, n, of }, index): Finding => {
    const before = held[index - 1]?.round;
    const differ = before ? roundsDiffer(before, round) : [];
    const rescaled = isKnown(of) && !isThere(n) && round.scale !== undefined;
    return {
      standard: standard.id,
      round: round.id,
      n: rescaled ? missing('notApplicable') : n,
      of,
      comparable: differ.length === 0,
      ...(rescaled ? { said: OTHER_SCALE } : {})
    };
  });
}

const toPoints = (share: number): Cell => ({ kind: 'known', value: share * 100, flags: [] });

/** The change of each standard beside its counts, where two rounds may be compared. */
function withChanges(table: TableModel, standards: readonly Standard[], pairs: readonly Pair[]): TableModel {
  const changes = standards.map(({ id }) => pairs.find(({ standard }) => standard.id === id)?.change);
  if (changes.every((change) => change === undefined)) return table;
  const column = (key: string, label: string): Column => ({
    key,
    label,
    kind: 'number',
    decimals: 0,
    unit: 'percentage points'
  });
  return {
    ...table,
    columns: [...table.columns, column('change', 'Change'), column('least', 'From'), column('most', 'To')],
    rows: table.rows.map((row, index) => {
      const change = changes[index];
      const none = missing('notApplicable');
      return {
        ...row,
        change: change ? toPoints(change.difference.value) : none,
        least: change ? toPoints(change.difference.lower) : none,
        most: change ? toPoints(change.difference.upper) : none
      };
    })
  };
}

/** What was read, that of most standards first: `families`, `plans`. */
function unitsOf(standards: readonly Standard[]): readonly string[] {
  const units = standards.map(({ indicator }) => readUnit(indicator));
  const times = (unit: string) => units.filter((each) => each === unit).length;
  return [...new Set(units)].sort((a, b) => times(b) - times(a));
}

/** The heat table of standards, with the range of each change behind it. */
export function standardsHeat(
  context: Context,
  area: string,
  standards: readonly Standard[],
  words: HeatWords,
  pairs: readonly Pair[] = []
): ChartModel {
  const rounds = roundsOfStandards(standards);
  const [usual = 'records', ...others] = unitsOf(standards);
  const unit = listed([usual, ...others], 'or');
  const apart = (indicator: PlacedIndicator) =>
    others.includes(readUnit(indicator)) ? ` (${readUnit(indicator)})` : '';
  const { spec, table } = heatTable(
    standards.flatMap((standard) => findingsOf(standard, rounds)),
    standards.map((standard) => ({
      id: standard.id,
      label: `${standard.label}${apart(standard.indicator)}`,
      fewerIsBetter: isFewerBetter(standard)
    })),
    rounds.map((round) => ({ id: round.id, label: columnText(round) })),
    {
      shade: `share of ${unit} in which it was found`,
      met: 'found in',
      audits: unit,
      caption: words.subtitle
    }
  );
  const indicators = standards.map(({ indicator }) => indicator);
  const tables = tablesRead(indicators);
  return {
    id: words.id,
    title: words.title,
    subtitle: words.subtitle,
    description: `${words.title}. ${words.said}`,
    mark: indicators[0]?.mark ?? 'neglect',
    spec,
    table: { ...withChanges(table, standards, pairs), indicators: indicators.map(({ id }) => id) },
    notes: boundNotes(context, tables, [area]),
    covers: coversOf(rounds),
    sources: sourcesOf(context, tables),
    file: `${words.id}-${context.area.slug}-${context.period.id}`
  };
}

/** `November 2022 to November 2023`. */
export function coversOf(rounds: readonly Round[]): string {
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (!first || !last) return '';
  return first === last ? first.label : `${first.label} to ${last.label}`;
}

/** `November 2022 and November 2023`, with what each read: for a subtitle. */
export function readText(rounds: readonly Round[], joint = ', '): string {
  return rounds
    .map(({ label, read }) => (read === undefined ? label : `${label} (${number(read)} read)`))
    .join(joint);
}

/** Standards of which nothing can be shown in any round. */
export function isEmpty({ found }: Standard): boolean {
  return found.every(({ n, of }) => !isKnown(n) || !isKnown(of));
}
