/** Each age over the years, in a panel of its own, with the country behind. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import { bandText } from '#lib/words/age.ts';
import { cellText, listed, sentence } from '#lib/words/number.ts';
import { recodingBreaks } from '../category-series.ts';
import type { Break, ChartModel, Panel, Point, Slot, Statement } from '../model.ts';
import { coversYears } from '../provenance.ts';
import type { AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { notesAt, sourcesAt, type AgePage } from './page.ts';

const isThere = (cell: Cell) => isKnown(cell) || cell.reason !== 'notSupplied';

/** Years from the first to the last with a figure of the area. */
function yearsOf({ context }: AgePage, lead: AgesAt): readonly Period[] {
  const there = (period: Period) => lead.cut.some((band) => isThere(lead.count(band, { period })));
  const { years } = context;
  const first = years.findIndex(there);
  return first < 0 ? [] : years.slice(first, years.findLastIndex(there) + 1);
}

function panelOf(page: AgePage, lead: AgesAt, band: Band, years: readonly Period[], rated: boolean): Panel {
  const { country, context } = page;
  const points = years.map((period): Point => {
    const year = Number(period.id);
    const rate = lead.rate(band, { period });
    if (!rated) return { year, cell: lead.count(band, { period }) };
    const { ranges, value } = rate;
    return { year, cell: value, ...(ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {}) };
  });
  const behind =
    rated && country
      ? years.map((period) => ({
          year: Number(period.id),
          cell: country.rate(band, { area: context.england.id, period }).value
        }))
      : undefined;
  const last = points.at(-1)?.cell;
  return {
    id: band.id,
    label: band.name,
    points,
    ...(behind ? { behind } : {}),
    text: last ? cellText(last, rated ? 1 : 0) : 'not supplied'
  };
}

const endsOf = (panel: Panel) => {
  const [first, last] = [panel.points[0], panel.points.at(-1)];
  return first && last && isKnown(first.cell) && isKnown(last.cell) ? { first, last } : undefined;
};

/** `From 2021 to 2024: 10 to 15 from 61 to 48`: first and last, with no word of a trend. */
function endsText(lead: AgesAt, years: readonly Period[]): string | undefined {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last || first === last) return undefined;
  const said = lead.cut.flatMap((band) => {
    const [a, b] = [lead.count(band, { period: first }), lead.count(band, { period: last })];
    return isKnown(a) && isKnown(b) ? [`${bandText(band)} from ${cellText(a)} to ${cellText(b)}`] : [];
  });
  return said.length === 0
    ? undefined
    : `${sentence(lead.counted.unit.many)}, ${first.id} to ${last.id}: ${said.join('; ')}.`;
}

function chart(page: AgePage, lead: AgesAt, years: readonly Period[], breaks: readonly Break[]): ChartModel {
  const { context, countryName, country } = page;
  const rated = lead.cut.some((band) => years.some((period) => isKnown(lead.rate(band, { period }).value)));
  const panels = lead.cut.map((band) => panelOf(page, lead, band, years, rated));
  const unit = rated ? 'per 10,000 children of each age' : lead.counted.unit.many;
  const covers = coversYears(years, lead.counted.kind);
  const subtitle = `${sentence(lead.counted.unit.many)} ${lead.counted.said}, ${unit}, ${context.area.name}, ${covers}`;
  const title = `Each age over the years${breaks.length > 0 ? ', parted where recording changed' : ''}`;
  return {
    id: 'ages-over-time',
    title,
    subtitle,
    description: `${title}. ${panels.map(({ label, text }) => `${label}: ${text} in the last year`).join('; ')}.`,
    mark: lead.counted.mark,
    indicator: lead.counted.indicator,
    spec: {
      kind: 'multiples',
      unit,
      decimals: rated ? 1 : 0,
      panels,
      ...(rated && country ? { behind: { name: countryName, role: 'england' as const } } : {}),
      milestones: breaks,
      breaks
    },
    table: {
      caption: subtitle,
      columns: [
        {
          key: 'year',
          label: lead.counted.kind === 'stock' ? 'At 31 March' : 'Year to 31 March',
          kind: 'text'
        },
        ...lead.cut.map(({ id, name }) => ({ key: `n-${id}`, label: name, kind: 'number' as const })),
        ...(rated
          ? lead.cut.map(({ id, name }) => ({
              key: `r-${id}`,
              label: `${name}, rate`,
              kind: 'number' as const,
              decimals: 1,
              unit: 'per 10,000'
            }))
          : [])
      ],
      rows: years.map((period) => ({
        year: period.id,
        ...Object.fromEntries(
          lead.cut.flatMap((band) => [
            [`n-${band.id}`, lead.count(band, { period })],
            ...(rated ? [[`r-${band.id}`, lead.rate(band, { period }).value]] : [])
          ])
        )
      }))
    },
    notes: notesAt(page, lead, country),
    covers,
    sources: sourcesAt(page, lead, country),
    file: `ages-over-time-${context.area.slug}-${context.period.id}`
  };
}

/** Undefined where there are not two years. */
export function timeSlot(page: AgePage, lead: AgesAt): Slot | undefined {
  const years = yearsOf(page, lead);
  if (years.length < 2) return undefined;
  const byCategory = lead.counted.category !== undefined;
  const breaks = byCategory
    ? recodingBreaks(page.context, [page.context.area.id]).filter(({ year }) =>
        years.slice(1).some(({ id }) => Number(id) === year)
      )
    : [];
  const drawn = chart(page, lead, years, breaks);
  const panels = drawn.spec.kind === 'multiples' ? drawn.spec.panels : [];
  const ends =
    breaks.length > 0 || panels.every((panel) => !endsOf(panel)) ? undefined : endsText(lead, years);
  const statements: readonly Statement[] = [
    ...(ends === undefined
      ? []
      : [{ text: ends, mark: lead.counted.mark, indicator: lead.counted.indicator }]),
    ...(breaks.length > 0
      ? [
          {
            text: `The use of the category “multiple” changed (${listed(breaks.map(({ year }) => `${String(year - 1)} to ${String(year)}`))}). Across that, no change in neglect can be read at any age.`,
            mark: lead.counted.mark
          }
        ]
      : [])
  ];
  return { id: 'ages-over-time', heading: 'Each age over time', statements, figures: [], charts: [drawn] };
}
