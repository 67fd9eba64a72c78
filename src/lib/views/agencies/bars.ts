/** Shares of one whole, or one share by member, as bars with the counts behind them. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { termsOf, type Result } from '#lib/indicators/evaluate.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { shortValue } from '#lib/words/figure.ts';
import { cellText, number } from '#lib/words/number.ts';
import { shareOf } from '#lib/words/value.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Row, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { countryName } from '../setting.ts';

export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly result: Result;
  readonly beside?: number;
}

export interface BarWords {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Head of the column that names them: `Source`. */
  readonly head: string;
  readonly when: string;
  /** Known wholes stand beside a count that is withheld, as in the heat tables of audits. */
  readonly wholes?: boolean;
}

/** Any whole too small for a percentage turns all of them into counts. */
function asCounts(bars: readonly Bar[]): boolean {
  return bars.some(
    ({ result: { value, denominator } }) =>
      isKnown(value) && isKnown(denominator) && shareAs(denominator.value) === 'counts'
  );
}

const nOfN = ({ numerator, denominator, value }: Result): string =>
  isKnown(numerator) && isKnown(denominator)
    ? `${number(numerator.value)} of ${number(denominator.value)}`
    : cellText(value);

function rowOf({ id, name, result, beside }: Bar, counts: boolean): Row {
  const { indicator, value, numerator, ranges } = result;
  const cell = counts ? (isKnown(value) ? numerator : value) : value;
  return {
    id,
    label: name,
    role: 'focus',
    cell,
    text: counts ? nOfN(result) : isKnown(value) ? shortValue(indicator, value.value) : cellText(value),
    ...(!counts && isKnown(value) && ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {}),
    ...(counts || beside === undefined ? {} : { beside })
  };
}

/** Nothing that a withheld share could be worked out from stands beside it. */
const behind = ({ value }: Result, cell: Cell): Cell => (isWithheld(value) ? value : cell);

/** Undefined where not one of them has a figure. */
export function shareBars(
  context: Context,
  bars: readonly Bar[],
  { id, title, subtitle, head, when, wholes }: BarWords
): ChartModel | undefined {
  const [first] = bars;
  if (!first || !bars.some(({ result }) => isKnown(result.value))) return undefined;
  const { indicator } = first.result;
  const counts = asCounts(bars);
  const rows = bars.map((bar) => rowOf(bar, counts));
  const column = (key: string, label: string) => ({
    key,
    label,
    kind: 'number' as const,
    decimals: indicator.decimals,
    unit: indicator.unit
  });
  const limit = ({ value, ranges }: Result, side: 'lower' | 'upper'): Cell => {
    if (!isKnown(value)) return value;
    return ranges ? { kind: 'known', value: ranges.at95[side], flags: [] } : missing('notApplicable');
  };
  return {
    id,
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark: indicator.mark,
    indicator: indicator.id,
    spec: {
      kind: 'bars',
      unit: counts ? shareOf(indicator) : indicator.unit,
      decimals: counts ? 0 : indicator.decimals,
      rows,
      ...(rows.some(({ beside }) => beside !== undefined)
        ? { beside: { name: countryName(context.england), role: 'england' as const } }
        : {})
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'name', label: head, kind: 'text' },
        ...(counts
          ? []
          : [column('value', 'Figure'), column('lower', 'Range from'), column('upper', 'Range to')]),
        { key: 'count', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' }
      ],
      rows: bars.map(({ name, result }) => ({
        name,
        ...(counts
          ? {}
          : { value: result.value, lower: limit(result, 'lower'), upper: limit(result, 'upper') }),
        count: behind(result, result.numerator),
        of: wholes && isWithheld(result.numerator) ? result.denominator : behind(result, result.denominator)
      }))
    },
    notes: notesOf(context, first.result),
    covers: when,
    sources: sourcesOf(
      context,
      bars.flatMap(({ result }) => termsOf(result.indicator).map(({ table }) => table))
    ),
    file: `${id}-${context.area.slug}-${context.period.id}`
  };
}

/** A drawing of shares; a table where any whole is too small for one, as bars of unlike wholes would mislead. */
export function chartOrTable(
  bars: readonly Bar[],
  drawn: ChartModel | undefined
): { readonly charts: readonly ChartModel[]; readonly tables: readonly TableFigure[] } {
  if (!drawn) return { charts: [], tables: [] };
  if (!asCounts(bars)) return { charts: [drawn], tables: [] };
  const { id, title, mark, table, notes, covers, sources, file } = drawn;
  const caption = drawn.subtitle;
  return {
    charts: [],
    tables: [
      { id, title, mark, table: { ...table, caption }, ...(notes ? { notes } : {}), covers, sources, file }
    ]
  };
}
