/** Where an area stands: among all authorities, beside those it is compared with. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { Beside } from '#lib/indicators/figure.ts';
import { quartiles } from '#lib/stats/compare.ts';
import { levelText } from '#lib/words/compare.ts';
import { besideSentence, judgementSentence, shortValue } from '#lib/words/figure.ts';
import { cellText, listed } from '#lib/words/number.ts';
import type { ChartModel, Column, Role, Row, Slot, TableModel } from '../model.ts';
import { dateOf, onlyCounts, type IndicatorPage } from './page.ts';

const ROLES: Readonly<Record<Beside['id'], Role>> = {
  neighbours: 'neighbours',
  region: 'region',
  england: 'england'
};

function labelOf({ id, name, withData }: Beside): string {
  return id === 'neighbours' ? `Middle of ${String(withData ?? 0)} similar areas` : name;
}

function rowsOf({ worked }: IndicatorPage): readonly Row[] {
  const { area, answer, beside, indicator } = worked;
  const { decimals } = indicator;
  const range = answer.ranges?.at95;
  const row = (id: string, label: string, role: Role, cell: Cell): Row => ({
    id,
    label,
    role,
    cell,
    text: cellText(cell, decimals)
  });
  return [
    {
      ...row(area.id, area.name, 'focus', answer.value),
      ...(range ? { lower: range.lower, upper: range.upper } : {})
    },
    ...beside.map((each) => row(each.id, labelOf(each), ROLES[each.id], each.value))
  ];
}

function tableOf(rows: readonly Row[], caption: string, { worked }: IndicatorPage): TableModel {
  const { decimals, unit } = worked.indicator;
  const ranged = rows.some(({ lower }) => lower !== undefined);
  const number = (key: string, label: string): Column => ({ key, label, kind: 'number', decimals, unit });
  const limit = ({ cell }: Row, value: number | undefined): Cell =>
    value === undefined
      ? isKnown(cell)
        ? missing('notApplicable')
        : cell
      : { kind: 'known', value, flags: [] };
  return {
    caption,
    columns: [
      { key: 'area', label: 'Area', kind: 'text' },
      number('value', 'Figure'),
      ...(ranged ? [number('lower', 'Range from'), number('upper', 'Range to')] : [])
    ],
    rows: rows.map((row) => ({
      area: row.label,
      value: row.cell,
      ...(ranged ? { lower: limit(row, row.lower), upper: limit(row, row.upper) } : {})
    }))
  };
}

function strip(page: IndicatorPage): ChartModel | undefined {
  const { indicator, area, period, level, others, similar } = page.worked;
  if (!level) return undefined;
  const rows = rowsOf(page);
  const quarters = quartiles(others);
  const when = dateOf(page, period, dateInWords);
  const title = `${area.name} is ${levelText(level)}`;
  const subtitle = `${indicator.subtitle}, ${when}`;
  const beside = rows.slice(1).map(({ label, text }) => `${label} ${text}`);
  return {
    id: 'compared',
    title,
    subtitle,
    description: `${title}.${beside.length > 0 ? ` ${listed(beside)}.` : ''}`,
    mark: indicator.mark,
    spec: {
      kind: 'strip',
      unit: indicator.unit,
      decimals: indicator.decimals,
      rows,
      others,
      ...(quarters ? { quartiles: quarters } : {}),
      ...(page.setting.compare === 'neighbours' && similar.length > 0 ? { similar } : {})
    },
    table: tableOf(rows, subtitle, page),
    notes: page.notes,
    covers: when,
    sources: page.sources,
    file: `${indicator.id.toLowerCase()}-compared-${area.slug}-${period.id}`
  };
}

/** The comparison; undefined where there is no figure, or nobody to compare with. */
export function comparedSlot(page: IndicatorPage): Slot | undefined {
  const { indicator, answer, beside, area, level } = page.worked;
  const known = beside.filter(({ value }) => isKnown(value));
  if (!isKnown(answer.value) || onlyCounts(answer) || known.length === 0) return undefined;
  if (indicator.kind === 'count' || indicator.kind === 'outcomes') return undefined;
  const chart = strip(page);
  const plain = known
    .map((each) => `${labelOf(each)}: ${isKnown(each.value) ? shortValue(indicator, each.value.value) : ''}`)
    .join('. ');
  const said = [
    besideSentence(indicator, beside)?.replace(/^That is/, 'The figure is') ?? `${plain}.`,
    level && !chart ? `${area.name} is ${levelText(level)}.` : undefined,
    judgementSentence(indicator, beside)
  ].filter((text) => text !== undefined);
  return {
    id: 'compared',
    heading: 'Compared',
    statements: said.map((text) => ({ text, mark: indicator.mark })),
    figures: [],
    charts: chart ? [chart] : []
  };
}
