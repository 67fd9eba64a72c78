import { isKnown } from '#lib/domain/cell.ts';
import type { ChartSpec, Row } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { placeLanes, ruleEnd } from './place-lanes.ts';
import { widest, wrap } from './text-width.ts';
import { ticksTo } from './ticks.ts';

export type StripSpec = Extract<ChartSpec, { kind: 'strip' }>;

export interface Named {
  readonly row: Row;
  readonly value: number;
  readonly lines: readonly string[];
  /** Left edge of the words below; middle of those above. */
  readonly left: number;
  readonly y: number;
  /** Where its rule ends. */
  readonly ruleY: number;
}

export interface HungQuartile {
  readonly value: number;
  readonly lines: readonly string[];
  readonly left: number;
  readonly y: number;
  readonly ruleY: number;
}

export interface StripLayout {
  readonly unit: readonly string[];
  /** The focus, in large type above the strip. */
  readonly above: readonly Named[];
  readonly below: readonly Named[];
  /** A quarter, half and three quarters of all lie below these. */
  readonly quartiles: readonly HungQuartile[];
  readonly missing: readonly { readonly row: Row; readonly y: number }[];
  readonly strip: readonly [number, number];
  readonly bottom: number;
  readonly height: number;
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
}

export const INSET = 10;
export const BIG = 1.25;

/** What is said of similar areas and of quartiles, where they are drawn. */
function keyOf({ quartiles, similar }: StripSpec): string {
  const count = similar?.length ?? 0;
  const diamonds =
    count === 1
      ? 'the diamond the one similar area'
      : `each diamond one of ${number(count, 0)} similar areas`;
  return (
    (count === 0 ? '' : `, ${diamonds}`) +
    (quartiles === undefined ? '' : '; the grey band holds the middle half')
  );
}

/** In words, with their values: who lies below each quartile. */
function quartersOf({ quartiles, decimals }: StripSpec): { value: number; text: string }[] {
  if (quartiles === undefined) return [];
  const said = (words: string, value: number) => ({
    value,
    text: `${words} below this: ${number(value, decimals)}`
  });
  return [
    said('a quarter are', quartiles.lower),
    said('half are', quartiles.median),
    said('three quarters are', quartiles.upper)
  ];
}

/** Where everything stands on a strip: the focus above it, comparators and quartiles hung below. */
export function layoutStrip(spec: StripSpec, frame: Frame): StripLayout {
  const wide = frame.size === 'wide';
  const key =
    spec.others.length === 0 ? '' : `; each thin line is one of ${number(spec.others.length, 0)} areas`;
  const ranged = spec.rows.some(({ upper }) => upper !== undefined);
  const range = ranged ? '; shading shows the range' : '';
  const unit = wrap(`${sentence(spec.unit)}${key}${keyOf(spec)}${range}`, frame.width, frame.small);
  const known = spec.rows.flatMap((row) => (isKnown(row.cell) ? [{ row, value: row.cell.value }] : []));
  const reach = [
    ...spec.others,
    ...(spec.similar ?? []),
    ...(spec.quartiles ? [spec.quartiles.upper] : []),
    ...known.map(({ value, row }) => Math.max(value, row.upper ?? 0))
  ];
  const ticks = reach.length === 0 ? [0] : ticksTo(Math.max(...reach), wide ? 6 : 4, false);
  const max = ticks.at(-1) || 1;
  const place = (value: number) => INSET + (value / max) * (frame.width - 2 * INSET);

  let y = unit.length * frame.line + 8;
  const missing = spec.rows
    .filter(({ cell }) => !isKnown(cell))
    .map((row) => {
      y += frame.line + 6;
      return { row, y: y - (frame.line + 6) / 2 };
    });
  const big = frame.text * BIG;
  const bigLine = frame.line * BIG;
  const above = known
    .filter(({ row }) => row.role === 'focus')
    .map(({ row, value }) => {
      const lines = wrap(`${row.label} ${row.text}`, wide ? 420 : frame.width, big, 700);
      const width = widest(lines, big, 700);
      const left = Math.max(0, Math.min(frame.width - width, place(value) - width / 2)) + width / 2;
      const named = { row, value, lines, left, y, ruleY: 0 };
      y += lines.length * bigLine;
      return named;
    });
  const strip: [number, number] = [y + 14, y + 14 + (wide ? 44 : 40)];

  const comparators = known.filter(({ row }) => row.role !== 'focus');
  const quarters = quartersOf(spec);
  const texts = [
    ...comparators.map(({ row }) => wrap(`${row.label} ${row.text}`, wide ? 260 : 160, frame.text)),
    ...quarters.map(({ text }) => wrap(text, wide ? 150 : 122, frame.small))
  ];
  const hung = placeLanes(
    [...comparators, ...quarters].map(({ value }, i) => ({
      x: place(value),
      width: widest(texts[i] ?? [], i < comparators.length ? frame.text : frame.small)
    })),
    0,
    frame.width
  );
  const lanes = Math.max(0, ...hung.map(({ lane }) => lane + 1));
  const starts: number[] = [];
  y = strip[1] + 14;
  for (let lane = 0; lane < lanes; lane++) {
    starts.push(y);
    y += Math.max(...texts.map((lines, i) => (hung[i]?.lane === lane ? lines.length : 0))) * frame.line + 4;
  }
  const hang = (value: number, i: number) => {
    const words = hung[i] ?? { lane: 0, left: 0, right: 0 };
    const top = starts[words.lane] ?? y;
    const ruleY = ruleEnd(place(value), words, top, frame.line);
    return { value, lines: texts[i] ?? [], left: words.left, y: top, ruleY };
  };
  const below = comparators.map(({ row, value }, i) => ({ row, ...hang(value, i) }));
  const quartiles = quarters.map(({ value }, i) => hang(value, comparators.length + i));
  return { unit, above, below, quartiles, missing, strip, bottom: y + 6, height: y + 34, ticks, place };
}
