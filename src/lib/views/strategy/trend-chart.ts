/** An indicator over the years beside similar areas and the country, with the mean of the years before a milestone. */
import { isKnown, known, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { endYear, type Period } from '#lib/domain/period.ts';
import { comparatorsOf, middleOf } from '#lib/indicators/comparators.ts';
import { multipleShare, recodingOf, recodingTerms } from '#lib/indicators/recoding.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { captionText } from '#lib/words/caption.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Break, ChartModel, Column, Point, Series } from '../model.ts';
import { coversYears, sourcesOf } from '../provenance.ts';
import { breaksText, withBreaks } from '../tables.ts';
import { noteHeld } from './notes.ts';
import type { Answers, Held } from './whose.ts';
import { yearColumn } from '#lib/words/when.ts';
import { yearsEnd } from '../year-end.ts';

export interface Baseline {
  readonly value: number;
  readonly years: readonly Period[];
}

export interface TrendWords {
  readonly id: string;
  readonly title: string;
  readonly said: string;
}

/** Where a date lies among reporting years that end with a month, each placed at its last day. */
function placeOf(date: string, endsIn: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const start = Date.UTC(year - (month > endsIn ? 0 : 1), endsIn, 0);
  const within = (Date.UTC(year, month - 1, day) - start) / 86_400_000;
  return new Date(start).getUTCFullYear() + Math.round((within / 365.25) * 100) / 100;
}

export function milestoneMarks(
  milestones: readonly { readonly date: string; readonly what: string }[],
  { endsIn = 3 }: ReturnType<typeof yearsEnd>
): readonly Break[] {
  return milestones.map(({ date, what }) => ({ year: placeOf(date, endsIn), label: what }));
}

/** Years at which recording of “multiple” moved from the year before, for indicators that count a category. */
export function movedYears(
  years: readonly Period[],
  { indicator, area }: Pick<Held, 'indicator' | 'area'>,
  cells: CellLookup
): readonly Break[] {
  const terms = recodingTerms(indicator);
  if (!terms) return [];
  const share = ({ id }: Period) =>
    multipleShare(cells(terms.multiple, area.id, id), cells(terms.all, area.id, id));
  return years.slice(1).flatMap((year, i) => {
    const before = years[i];
    return before && recodingOf(share(before), share(year)) === 'moved'
      ? [{ year: endYear(year), label: 'use of “multiple” changed', series: [area.id, 'baseline'] }]
      : [];
  });
}

/** The comparator that the reader chose, then the country; a count is as big as its area and stands alone. */
function besides(
  context: Context,
  { indicator, area }: Held,
  answers: Answers
): readonly {
  readonly id: string;
  readonly name: string;
  readonly role: Series['role'];
  readonly at: (year: Period) => Cell;
}[] {
  const { catalogue, compare, england, region } = context;
  const { neighbours } = comparatorsOf(catalogue, area);
  if (indicator.kind === 'count' || area.id === england.id || area.kind === 'partnership') return [];
  const value = (id: string, year: Period) => answers(indicator, id, year).value;
  const similar = {
    id: 'neighbours',
    name: 'Middle of similar areas',
    role: 'neighbours' as const,
    at: (year: Period) => middleOf(neighbours.map((id) => value(id, year))).value
  };
  const country = {
    id: 'england',
    name: england.name,
    role: 'england' as const,
    at: (year: Period) => value(england.id, year)
  };
  if (compare === 'neighbours' || area.id !== context.area.id) return [similar, country];
  if (compare === 'region' && region)
    return [
      { id: 'region', name: region.name, role: 'region', at: (year) => value(region.id, year) },
      country
    ];
  return [country];
}

/** The chart of one indicator; undefined where no year has a figure. */
export function trendChart(
  context: Context,
  held: Held,
  answers: Answers,
  { id, title, said }: TrendWords,
  marks: {
    readonly breaks: readonly Break[];
    readonly milestones: readonly Break[];
    readonly baseline?: Baseline;
  }
): ChartModel | undefined {
  const { indicator, area } = held;
  const { breaks, milestones, baseline } = marks;
  const from = held.years[0];
  if (!from || !held.years.some((year) => isKnown(held.at(year).value))) return undefined;
  const years = context.years.filter(({ end }) => end >= from.end);
  const points = years.map((year): Point => {
    const { value, ranges } = answers(indicator, area.id, year);
    return {
      year: endYear(year),
      cell: value,
      ...(isKnown(value) && ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
    };
  });
  const others = besides(context, held, answers)
    .map(({ at, ...each }) => ({
      ...each,
      points: years.map((year): Point => ({ year: endYear(year), cell: at(year) }))
    }))
    .filter((each) => each.points.some(({ cell }) => isKnown(cell)));
  const first = baseline?.years[0];
  const flat: readonly Series[] =
    baseline && first
      ? [
          {
            id: 'baseline',
            name: 'Mean before',
            role: 'second',
            points: years
              .filter(({ end }) => end >= first.end)
              .map((year) => ({ year: endYear(year), cell: known(baseline.value) }))
          }
        ]
      : [];
  const counted = context.catalogue.kinds[indicator.numerator?.cube ?? '']?.measures.find(
    (each) => each.id === indicator.numerator?.measure
  )?.kind;
  const covers = coversYears(years, counted ?? 'flow');
  const subtitle = captionText(
    indicator.subtitle,
    sentence(held.whole ? `the whole of ${area.name}` : areaInSentence(area)),
    covers
  );
  const column = (key: string, label: string): Column => ({
    key,
    label,
    kind: 'number',
    decimals: indicator.decimals,
    unit: indicator.unit
  });
  return {
    id,
    title,
    subtitle,
    description: `${title}. ${said}${breaksText(breaks)}`,
    mark: indicator.mark,
    indicator: indicator.id,
    spec: {
      kind: 'series',
      unit: indicator.unit,
      decimals: indicator.decimals,
      series: [{ id: area.id, name: area.name, role: 'focus', points }, ...others, ...flat],
      breaks,
      at: endYear(context.period),
      ...yearsEnd(years),
      milestones
    },
    table: withBreaks(
      {
        caption: sentence(subtitle),
        columns: [
          { key: 'year', label: yearColumn(context.period, counted ?? 'flow'), kind: 'text' },
          column('value', area.name),
          ...others.map((each) => column(each.id, each.name))
        ],
        rows: years.map((year, i) => ({
          year: String(endYear(year)),
          value: points[i]?.cell ?? NOT_SUPPLIED,
          ...Object.fromEntries(others.map((each) => [each.id, each.points[i]?.cell ?? NOT_SUPPLIED]))
        }))
      },
      breaks
    ),
    notes: noteHeld(context, held, 'all'),
    covers,
    sources: sourcesOf(context, [indicator.numerator?.table ?? '']),
    file: `${id}-${context.area.slug}`
  };
}
