/** Neglect in each locality of an area as a map of equal tiles, where the figures say where each lies. */
import { isKnown, isThere, known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Area } from '#lib/domain/area.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { compareWithBenchmark } from '#lib/stats/compare.ts';
import { counted, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Tile } from '../model.ts';

import { sourcesOf } from '../provenance.ts';

/** Rates of neglect, the widest first. */
const RATES = ['known-neglect-rate', 'plans-neglect-rate'] as const;
const FIFTHS = [0.2, 0.4, 0.6, 0.8];
/** With fewer known ones a shade would be of one locality. */
const ENOUGH = 4;

/** Down, so that the locality whose rate is the step lies above it. */
function roundedDown(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale) / scale;
}

const limit = (value: Cell, at: number | undefined): Cell =>
  !isKnown(value) ? value : at === undefined ? missing('notApplicable') : known(at);

interface Placed extends Pick<Area, 'id' | 'name'> {
  readonly tile: Pick<Tile, 'column' | 'row'>;
}

/** The localities of the area; none where one of them has no place, for a map with a hole would mislead. */
function placedIn({ area, catalogue }: Context): readonly Placed[] {
  const within = catalogue.manifest.areas.filter(
    ({ kind, parent }) => kind === 'locality' && parent === area.id
  );
  const placed = within.flatMap((each) =>
    each.tile ? [{ id: each.id, name: each.name, tile: each.tile }] : []
  );
  return placed.length === within.length ? placed : [];
}

/** Said where localities are shown, but not where they lie. */
export const WHY_BARS =
  'These are bars and no map, because the figures do not say where each locality lies. Give each a column and a row, and they are drawn as a map of tiles.';

/** `The highest, Amberfold (80.1), is clearly above the 64.2 of all Kestrelshire.`, as far as its range tells. */
function highestText(
  { area }: Context,
  own: Cell,
  all: readonly { readonly name: string; readonly answer: Answer }[],
  decimals: number
): string {
  const [top] = all
    .flatMap(({ name, answer: { value, ranges } }) =>
      isKnown(value) ? [{ name, value: value.value, ranges }] : []
    )
    .toSorted((a, b) => b.value - a.value);
  if (!top || !isKnown(own)) return '';
  const there = `the ${number(own.value, decimals)} of all ${area.name}`;
  const highest = `${top.name} (${number(top.value, decimals)})`;
  if (!top.ranges) return ` All of ${area.name}: ${number(own.value, decimals)}.`;
  const { certainty, direction } = compareWithBenchmark(top.value, own.value, top.ranges);
  return certainty === 'clearly' && direction === 'higher'
    ? ` The highest, ${highest}, is clearly above ${there}: more than chance would make it.`
    : ` There is no clear difference between the highest, ${highest}, and ${there}: it may be chance.`;
}

/** Undefined where it is not said where localities lie, or no rate of theirs is supplied. */
export async function localityMap(context: Context): Promise<ChartModel | undefined> {
  const { area, period, reading } = context;
  const placed = placedIn(context);
  const indicators = RATES.map((role) => context.indicator(role));
  if (placed.length < ENOUGH || indicators.every(({ supplied }) => !supplied)) return undefined;
  const at = await reading.answers(indicators);
  const indicator = indicators.find((each) => placed.some(({ id }) => isThere(at(each, id).value)));
  if (!indicator) return undefined;
  const tiles = placed.map(({ id, name, tile }): Tile => ({
    id,
    label: name,
    ...tile,
    cell: at(indicator, id).value,
    focus: false
  }));
  const values = tiles.flatMap(({ cell }) => (isKnown(cell) ? [cell.value] : [])).toSorted((a, b) => a - b);
  if (values.length < ENOUGH) return undefined;
  const withheld = tiles.filter(({ cell }) => isWithheld(cell)).length;
  const { decimals, unit } = indicator;
  const own = at(indicator, area.id);
  const answers = placed.map(({ id, name }) => ({ name, answer: at(indicator, id) }));
  const bounds = FIFTHS.map((part) =>
    roundedDown(values[Math.ceil(values.length * part)] ?? values.at(-1) ?? 0, decimals)
  );
  const steps = [...new Set(bounds)];
  const date = dateInWords(period.end);
  const [least, most] = [values[0] ?? 0, values.at(-1) ?? 0];
  const title = `From ${number(least, decimals)} to ${number(most, decimals)} ${unit.replace(/^per /, 'for every ')} in the localities of ${area.name}`;
  const subtitle = `${indicator.name}, ${unit}, ${date}. Each tile is one locality, as large as any other.${withheld === 0 ? '' : ` For ${counted(withheld, 'locality', 'localities')} the figure is withheld.`}${highestText(context, own.value, answers, decimals)}`;
  const per = { kind: 'number' as const, decimals, unit };
  return {
    id: 'locality-map',
    indicator: indicator.id,
    title,
    subtitle,
    description: `${title}. A map of equal tiles; the table names each.`,
    mark: indicator.mark,
    spec: { kind: 'tiles', unit, decimals, steps, tiles, named: true },
    table: {
      caption: subtitle,
      columns: [
        { key: 'area', label: 'Locality', kind: 'text' },
        { key: 'count', label: 'Children', kind: 'number' },
        { key: 'value', label: 'Figure', ...per },
        { key: 'lower', label: 'Range from', ...per },
        { key: 'upper', label: 'Range to', ...per }
      ],
      rows: [...answers, { name: `All of ${area.name}`, answer: own }].map(
        ({ name, answer: { numerator, value, ranges } }) => ({
          area: name,
          count: numerator,
          value,
          lower: limit(value, ranges?.at95.lower),
          upper: limit(value, ranges?.at95.upper)
        })
      )
    },
    covers: date,
    sources: sourcesOf(
      context,
      [indicator.numerator, indicator.denominator].flatMap((term) => term?.table ?? [])
    ),
    file: `locality-map-${area.slug}-${period.id}`
  };
}
