import { monthInWords } from '#lib/domain/dates.ts';
import { number } from '#lib/words/number.ts';
import { widthOf, type Weight } from './text-width.ts';

/**
 * Round numbers from 0 to the first one at or above `max`, about `count` steps of 1, 2 or 5 times a power of ten.
 * Whole numbers only where `whole` is set. `[0, 1]` where there is nothing to show.
 */
export function ticksTo(max: number, count: number, whole: boolean): number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((f) => f * power >= rough * 0.999999) ?? 10;
  const step = whole ? Math.max(1, factor * power) : factor * power;
  const steps = Math.ceil(max / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Decimal places that tell the ticks apart. */
export function tickDecimals(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
}

const MARCH = 3;

const monthOfYear = (year: number, month: number) => monthInWords(`${String(year)}-${String(month)}`);

export interface YearTick {
  readonly year: number;
  readonly text: string;
}

/**
 * Labels for years: `March 2013` at both ends, bare years between them where they fit without touching.
 * @param place position of a year in pixels
 * @param month in which the years end
 */
export function yearTicks(
  first: number,
  last: number,
  place: (year: number) => number,
  size: number,
  month = MARCH
): YearTick[] {
  const inWords = (year: number) => ({ year, text: monthOfYear(year, month) });
  if (first === last) return [inWords(first)];
  const half = (text: string) => widthOf(text, size) / 2;
  const room = 10;
  const ends = [inWords(first), inWords(last)];
  if (place(last) - place(first) < 2 * half(monthOfYear(last, month)) + room)
    return ends.map(({ year }) => ({ year, text: String(year) }));
  const free = place(first) + half(monthOfYear(first, month)) + room;
  const until = place(last) - half(monthOfYear(last, month)) - room;
  const year = widthOf('2000', size);
  for (const step of [1, 2, 3, 4, 5, 10]) {
    if (place(first + step) - place(first) < year + room) continue;
    const between: YearTick[] = [];
    for (let y = last - step; y > first; y -= step)
      if (place(y) - year / 2 >= free && place(y) + year / 2 <= until)
        between.unshift({ year: y, text: String(y) });
    if (step === 1 && between.length < last - first - 1) continue;
    return [...ends.slice(0, 1), ...between, ...ends.slice(1)];
  }
  return ends;
}

/**
 * The same labels with one year in words among them, which those that would touch it give way to.
 * @param place position of a year in pixels
 * @param month in which the years end
 */
export function withMarkedYear(
  ticks: readonly YearTick[],
  year: number,
  place: (year: number) => number,
  size: number,
  month = MARCH
): YearTick[] {
  const span = ({ year, text }: YearTick, weight: Weight) => {
    const half = widthOf(text, size, weight) / 2;
    return [place(year) - half - 4, place(year) + half + 4] as const;
  };
  const free = (marked: YearTick, other: YearTick) => {
    const [from, to] = span(marked, 700);
    const [start, end] = span(other, 400);
    return end < from || start > to;
  };
  const ends = [ticks[0], ticks.at(-1)].filter((tick) => tick !== undefined && tick.year !== year);
  const long = { year, text: monthOfYear(year, month) };
  const marked = ends.every((end) => end === undefined || free(long, end))
    ? long
    : { year, text: String(year) };
  const others = ticks
    .filter((tick) => tick.year !== year)
    .map((tick) => (free(marked, tick) ? tick : { ...tick, text: String(tick.year) }))
    .filter((tick) => free(marked, tick));
  return [...others, marked].sort((a, b) => a.year - b.year);
}

/**
 * Those ticks of a horizontal scale that are named: all, or every second or further one where names would touch.
 * @param place position of a tick in pixels
 */
export function namedTicks(
  ticks: readonly number[],
  place: (tick: number) => number,
  size: number
): number[] {
  const decimals = tickDecimals(ticks);
  const half = (tick: number) => widthOf(number(tick, decimals), size) / 2;
  for (let step = 1; step < ticks.length; step++) {
    const named = ticks.filter((_, index) => index % step === 0);
    const touch = named.slice(1).some((tick, index) => {
      const before = named[index] ?? 0;
      return place(tick) - half(tick) < place(before) + half(before) + 6;
    });
    if (!touch) return named;
  }
  return ticks.slice(0, 1);
}
