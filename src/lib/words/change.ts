import type { ChangeVerdict } from '#lib/stats/usual-change.ts';
import { changeInWords, number } from './number.ts';

/** `A change this big happens in about 9 of 100 authority-years.` */
export function howUsual(verdict: ChangeVerdict): string {
  if (verdict.inHundred <= 1) return 'A change this big happens in about 1 of 100 authority-years, or fewer.';
  return `A change this big happens in about ${number(verdict.inHundred)} of 100 authority-years.`;
}

/** `changed little, from 250 to 235` or `fell 17%, from 515 to 429`. Little: half of all changes or more are as big. */
export function countChange(from: number, to: number, verdict: ChangeVerdict | undefined): string {
  if (from === to) return `did not change, at ${number(to)}`;
  const little = verdict !== undefined && verdict.inHundred >= 50;
  return `${little ? 'changed little' : changeInWords(from, to)}, from ${number(from)} to ${number(to)}`;
}
