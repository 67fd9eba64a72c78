/** Each age over the years, in a panel of its own, with the country behind. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import { bandsText, bandText } from '#lib/words/age.ts';
import { cellText, listed, number, sentence } from '#lib/words/number.ts';
import { recodingBreaks } from '../category-series.ts';
import type { Break, ChartModel, Panel, Point, Slot, Statement } from '../model.ts';
import { coversYears } from '../provenance.ts';
import type { AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { countryAs, notesAt, sourcesAt, type AgePage } from './page.ts';
import { yearColumn } from '#lib/words/when.ts';

/** Years from the first to the last with a figure of the area. */
function yearsOf({ context }: AgePage, lead: AgesAt): readonly Period[] {
  const there = (period: Period) => lead.cut.some((band) => isThere(lead.count(band, { period })));
  const { years } = context;
  const first = years.findIndex(there);
  return first < 0 ? [] : years.slice(first, years.findLastIndex(there) + 1);
}

/** Whether every count of every year has a rate: counts of one year and rates of another are no series. */
function isRated(lead: AgesAt, years: readonly Period[]): boolean {
  const counts = lead.cut.flatMap((band) =>
    years.flatMap((period) => (isKnown(lead.count(band, { period })) ? [{ band, period }] : []))
  );
  return counts.length > 0 && counts.every(({ band, period }) => isKnown(lead.rate(band, { period }).value));
}

/** @param country behind the panel; undefined where the figures are its own */
function panelOf(
  lead: AgesAt,
  band: Band,
  years: readonly Period[],
  rated: boolean,
  country: AgePage['country']
): Panel {
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
          cell: country.rate(band, { period }).value
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

interface Ends {
  readonly band: Band;
  readonly from: number;
  readonly to: number;
}

/** The counts of the first and the last year, where both are there. */
function endsOf(lead: AgesAt, years: readonly Period[]): readonly Ends[] {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return [];
  return lead.cut.flatMap((band) => {
    const [from, to] = [lead.count(band, { period: first }), lead.count(band, { period: last })];
    return isKnown(from) && isKnown(to) ? [{ band, from: from.value, to: to.value }] : [];
  });
}

function endsText(lead: AgesAt, years: readonly Period[]): string | undefined {
  const [first, last] = [years[0], years.at(-1)];
  const said = endsOf(lead, years).map(
    ({ band, from, to }) => `${bandText(band)} from ${number(from)} to ${number(to)}`
  );
  return said.length === 0 || !first || !last
    ? undefined
    : `${sentence(lead.counted.unit.many)} ${lead.counted.said}, ${first.id} to ${last.id}: ${said.join('; ')}.`;
}

/** Of a whole country, whose counts chance hardly moves: at which ages there are more and at which fewer than at first. */
function countryTitle(lead: AgesAt, years: readonly Period[]): string | undefined {
  const ends = endsOf(lead, years);
  const [up, down] = [ends.filter(({ from, to }) => to > from), ends.filter(({ from, to }) => to < from)];
  if (ends.length < lead.cut.length || up.length === 0 || down.length === 0) return undefined;
  const at = (list: readonly Ends[]) => bandsText(list.map(({ band }) => band));
  return `Since ${years[0]?.id ?? ''}: more at ${at(up)}, fewer at ${at(down)}`;
}

function chart(page: AgePage, lead: AgesAt, years: readonly Period[], breaks: readonly Break[]): ChartModel {
  const { context, countryLabel } = page;
  const isOfCountry = isCountrys(page, lead);
  const country = isOfCountry ? undefined : page.country;
  const name = isOfCountry ? countryLabel : context.area.name;
  const rated = isRated(lead, years);
  const panels = lead.cut.map((band) => panelOf(lead, band, years, rated, country));
  const unit = rated ? 'per 10,000 children of each age' : lead.counted.unit.many;
  const covers = coversYears(years, lead.counted.kind);
  const subtitle = `${sentence(lead.counted.unit.many)} ${lead.counted.said}${rated ? `, ${unit}` : ''}, ${name}, ${covers}`;
  const title =
    (isOfCountry && breaks.length === 0 ? countryTitle(lead, years) : undefined) ??
    `Each age over the years${breaks.length > 0 ? ', parted where recording changed' : ''}`;
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
      ...(rated && country
        ? { behind: { name: countryAs(page, lead, country), role: 'england' as const } }
        : {}),
      milestones: breaks,
      breaks: breaks.map(({ year, label }) => ({ year, label }))
    },
    table: {
      caption: subtitle,
      columns: [
        {
          key: 'year',
          label: yearColumn(context.period, lead.counted.kind),
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

/** Whether it is the country that is told of: on its own page, and where an area has nothing by age. */
const isCountrys = ({ isCountry, lead }: AgePage, told: AgesAt) => isCountry || told !== lead;

function changesSentence(breaks: readonly Break[]): string {
  const years = breaks.map(({ year }) => `${String(year - 1)} to ${String(year)}`);
  return `The use of the category “multiple” changed (${listed(years)}). Across that, no change in neglect can be read at any age.`;
}

/** Undefined where there are not two years. */
export function timeSlot(page: AgePage): Slot | undefined {
  const { lead, country, countryName, context, isCountry } = page;
  const told = lead ?? country;
  const years = told ? yearsOf(page, told) : [];
  if (!told || years.length < 2) return undefined;
  const isOfCountry = isCountrys(page, told);
  const breaks =
    told.counted.category !== undefined && told === lead
      ? recodingBreaks(context, [context.area.id]).filter(({ year }) =>
          years.slice(1).some(({ id }) => Number(id) === year)
        )
      : [];
  const ends = breaks.length > 0 ? undefined : endsText(told, years);
  const { mark, indicator } = told.counted;
  const statements: readonly Statement[] = [
    ...(ends === undefined ? [] : [{ text: ends, mark, indicator }]),
    ...(breaks.length > 0 ? [{ text: changesSentence(breaks), mark }] : [])
  ];
  return {
    id: 'ages-over-time',
    heading: isOfCountry && !isCountry ? `${countryName}: each age over time` : 'Each age over time',
    statements,
    figures: [],
    charts: [chart(page, told, years, breaks)]
  };
}
