/** An indicator as bars: the area, whom it is compared with where they have figures, and the rest of its partnership. */
import { isKnown, isThere, missing, type Cell } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { cellText, number } from '#lib/words/number.ts';
import { benchmarkLabel, type Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Row } from '../model.ts';
import { sourcesOf, tablesOf } from '../provenance.ts';
import { peersOf } from './peers.ts';

interface Words {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** That of the indicator where it is not given. */
  readonly unit?: string;
  /** The period of the page where it is not given. */
  readonly covers?: string;
}

interface Bar {
  readonly row: Row;
  readonly count: Cell;
  readonly of: Cell;
}

const NONE = missing('notApplicable');

/** Too few for a percentage: no bar stands for them, and their counts are in the table. */
const isFew = ({ value, denominator }: Result) =>
  isKnown(value) && isKnown(denominator) && shareAs(denominator.value) === 'counts';

function barOf(label: string, role: Row['role'], result: Result): Bar {
  const { numerator, denominator, value, ranges, indicator } = result;
  const counts =
    isKnown(numerator) && isKnown(denominator)
      ? ` (${number(numerator.value)} of ${number(denominator.value)})`
      : '';
  const row: Row = {
    id: result.area,
    label,
    role,
    cell: value,
    text: isKnown(value) ? `${number(value.value, indicator.decimals)}%${counts}` : cellText(value)
  };
  return {
    row: ranges && isKnown(value) ? { ...row, lower: ranges.at95.lower, upper: ranges.at95.upper } : row,
    count: isKnown(value) ? numerator : value,
    of: isKnown(value) ? denominator : value
  };
}

/** Undefined where the area’s own figure is not there, or of too few for a percentage. */
export function peerBars(
  context: Context,
  role: string,
  { id, title, subtitle, unit, covers }: Words
): ChartModel | undefined {
  const { area, period, england } = context;
  const result = context.result(role);
  const { indicator, value } = result;
  if (!isThere(value) || isFew(result)) return undefined;
  const compared = context
    .benchmarks(role)
    .filter((benchmark) => isKnown(benchmark.value))
    .map((benchmark): Bar => {
      const at = benchmark.id === 'england' ? context.result(role, england.id) : undefined;
      return {
        row: {
          id: benchmark.id,
          label: benchmarkLabel(context, benchmark.id, benchmark.withData),
          role: benchmark.role,
          cell: benchmark.value,
          text: `${cellText(benchmark.value, indicator.decimals)}%`
        },
        count: at?.numerator ?? NONE,
        of: at?.denominator ?? NONE
      };
    });
  const peers = peersOf(context)
    .map((peer) => ({ peer, other: context.result(role, peer.id) }))
    .filter(({ other }) => !isFew(other) && isThere(other.value))
    .map(({ peer, other }) => barOf(peer.name, 'neighbours', other));
  const bars = [barOf(area.name, 'focus', result), ...peers, ...compared];
  const column = (key: string, label: string) => ({
    key,
    label,
    kind: 'number' as const,
    decimals: indicator.decimals,
    unit: indicator.unit
  });
  const limit = ({ row }: Bar, at: number | undefined): Cell =>
    at === undefined ? (isKnown(row.cell) ? NONE : row.cell) : { kind: 'known', value: at, flags: [] };
  return {
    id,
    title,
    subtitle,
    description: `${title}. ${bars.map(({ row }) => `${row.label}: ${row.text}`).join('; ')}.`,
    mark: indicator.mark,
    indicator: indicator.id,
    spec: {
      kind: 'bars',
      unit: unit ?? indicator.unit,
      decimals: indicator.decimals,
      rows: bars.map(({ row }) => row)
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'area', label: 'Area', kind: 'text' },
        column('value', 'Figure'),
        column('lower', 'Range from'),
        column('upper', 'Range to'),
        { key: 'count', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' }
      ],
      rows: bars.map((bar) => ({
        area: bar.row.label,
        value: bar.row.cell,
        lower: limit(bar, bar.row.lower),
        upper: limit(bar, bar.row.upper),
        count: bar.count,
        of: bar.of
      }))
    },
    notes: notesOf(context, result),
    covers: covers ?? period.label,
    sources: sourcesOf(context, tablesOf(context, role)),
    file: `${id}-${area.slug}-${period.id}`
  };
}
