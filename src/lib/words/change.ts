import type { ChangeVerdict } from '#lib/stats/usual-change.ts';
import { changeInWords, number } from './number.ts';

/** `That is unusual: in a year, about 9 of 100 authorities see a change as big.` From all authorities and years. */
export function howUsual(verdict: ChangeVerdict): string {
  const few = verdict.inHundred <= 1;
  const rest = `in a year, ${few ? '1 of 100 authorities or fewer' : `about ${number(verdict.inHundred)} of 100 authorities`} see a change as big.`;
  return verdict.unusual ? `That is unusual: ${rest}` : `That is not unusual: ${rest}`;
}

/** A change of less than this share of the figure is little, where half of all changes or more are as big. */
const LITTLE = 0.1;

/** `changed little, from 250 to 235` or `fell 17%, from 515 to 429`. */
export function countChange(from: number, to: number, verdict: ChangeVerdict | undefined): string {
  if (from === to) return `did not change, at ${number(to)}`;
  const little = isLittle(from, to, verdict);
  return `${little ? 'changed little' : changeInWords(from, to)}, from ${number(from)} to ${number(to)}`;
}

/** Whether a change is too small to be worth a percentage. */
export function isLittle(from: number, to: number, verdict: ChangeVerdict | undefined): boolean {
  return verdict !== undefined && verdict.inHundred >= 50 && Math.abs(to - from) < LITTLE * from;
}
