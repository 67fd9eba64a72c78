/** The authorities of a partnership side by side, in the order of the bundle: never added up, and never by rank. */
import type { Area } from '#lib/domain/area.ts';
import { isKnown, isThere, known, missing, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { shareText, shortValue } from '#lib/words/figure.ts';
import { cellText, listed } from '#lib/words/number.ts';
import { isShare } from '#lib/words/value.ts';
import type { Context } from './context.ts';
import { notesOf } from './figures.ts';
import type { ChartModel, Column, Row, TableFigure, TableModel } from './model.ts';
import { sourcesOf } from './provenance.ts';

export interface SideBySideWords {
  readonly id: string;
  /** The message; the figures of each authority where it is not given. */
  readonly title?: string;
  /** What, where, when; the subtitle of the indicator where it is not given. */
  readonly subtitle?: string;
}

interface Side {
  readonly area: Area;
  readonly answer: Answer;
}

/** The authorities of a partnership, in the order of the bundle; none for any other area. */
export function authoritiesOf({ catalogue, area }: Pick<Context, 'catalogue' | 'area'>): readonly Area[] {
  return area.kind === 'partnership'
    ? catalogue.manifest.areas.filter(({ kind, parent }) => kind === 'authority' && parent === area.id)
    : [];
}

/** `31 March 2024` of a stock, `year to 31 March 2024` of what happens over a year. */
export function coveredBy({ catalogue, period }: Context, { numerator }: PlacedIndicator): string {
  const measures = catalogue.kinds[numerator?.cube ?? '']?.measures ?? [];
  const kind = measures.find(({ id }) => id === numerator?.measure)?.kind;
  return kind === 'stock' ? dateInWords(period.end) : period.label;
}

/** Too few for a share, so that counts stand alone. */
const isFew = ({ indicator, value, denominator }: Answer) =>
  isShare(indicator) && isKnown(value) && isKnown(denominator) && shareAs(denominator.value) === 'counts';

/** `27.4%`, `10.9`; a share of too few as `4 of 6`. */
export function sideText(answer: Answer): string {
  const { indicator, numerator, denominator, value } = answer;
  if (!isKnown(value)) return cellText(value);
  return isFew(answer) && isKnown(numerator) && isKnown(denominator)
    ? shareText(indicator, numerator.value, denominator.value, value.value)
    : shortValue(indicator, value.value);
}

const rowOf =
  (role: Row['role']) =>
  ({ area, answer }: Side): Row => ({
    id: area.id,
    label: area.name,
    role,
    cell: answer.value,
    text: sideText(answer),
    ...(answer.ranges && isKnown(answer.value)
      ? { lower: answer.ranges.at95.lower, upper: answer.ranges.at95.upper }
      : {})
  });

function tableOf(sides: readonly Side[], few: boolean, caption: string): TableModel {
  const [first] = sides;
  const { kind, decimals = 0, unit = '' } = first?.answer.indicator ?? {};
  const limit = ({ value, ranges }: Answer, side: 'lower' | 'upper'): Cell =>
    !isKnown(value) ? value : ranges ? known(ranges.at95[side]) : missing('notApplicable');
  const ranged = !few && sides.some(({ answer }) => answer.ranges !== undefined);
  const number = (key: string, label: string): Column => ({ key, label, kind: 'number', decimals, unit });
  return {
    caption,
    columns: [
      { key: 'area', label: 'Area', kind: 'text' },
      ...(few || kind === 'count' ? [] : [number('value', 'Figure')]),
      ...(ranged ? [number('lower', 'Range from'), number('upper', 'Range to')] : []),
      { key: 'count', label: 'Count', kind: 'number' },
      ...(kind === 'count' ? [] : [{ key: 'of', label: 'Out of', kind: 'number' as const }])
    ],
    rows: sides.map(({ area, answer }) => ({
      area: area.name,
      value: answer.value,
      ...(ranged ? { lower: limit(answer, 'lower'), upper: limit(answer, 'upper') } : {}),
      count: answer.numerator,
      of: answer.denominator
    }))
  };
}

/**
 * An indicator for each authority of the partnership, with England as the one comparator. A table of counts where any of
 * them is too small for a share. Undefined for an area that is no partnership, where no authority has a figure, and
 * for indicators that are no one number.
 */
export async function sideBySide(
  context: Context,
  role: string,
  words: SideBySideWords
): Promise<ChartModel | TableFigure | undefined> {
  const areas = authoritiesOf(context);
  const indicator = context.indicator(role);
  if (
    areas.length === 0 ||
    !indicator.supplied ||
    !['share', 'rate', 'ratio', 'count'].includes(indicator.kind)
  )
    return undefined;
  const at = await context.reading.answers([indicator]);
  const sides = areas.map((area): Side => ({ area, answer: at(indicator, area.id) }));
  if (!sides.some(({ answer }) => isThere(answer.value))) return undefined;
  const england: Side = { area: context.england, answer: at(indicator, context.england.id) };
  const compared = isKnown(england.answer.value) && indicator.kind !== 'count';
  const all = compared ? [...sides, england] : sides;
  const few = all.some(({ answer }) => isFew(answer));
  const covers = coveredBy(context, indicator);
  const subtitle = words.subtitle ?? captionText(indicator.subtitle, covers);
  const title =
    words.title ??
    `${indicator.name}${indicator.kind === 'rate' ? `, ${indicator.unit}` : ''}: ${listed(sides.map(({ area, answer }) => `${area.name} ${sideText(answer)}`))}`;
  const table: TableFigure = {
    id: words.id,
    title,
    mark: indicator.mark,
    table: tableOf(all, few, subtitle),
    notes: notesOf(context, { ...england.answer, area: context.area.id }),
    covers,
    sources: sourcesOf(
      context,
      termsOf(indicator).map((term) => term.table)
    ),
    file: `${words.id}-${context.area.slug}-${context.period.id}`
  };
  if (few) return table;
  const rows = [...sides.map(rowOf('focus')), ...(compared ? [rowOf('england')(england)] : [])];
  return {
    ...table,
    indicator: indicator.id,
    subtitle,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    spec: { kind: 'bars', unit: indicator.unit, decimals: indicator.decimals, rows }
  };
}
