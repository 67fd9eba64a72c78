import type { Missing } from '#lib/domain/cell.ts';
import type { ChangeVerdict, OwnPastVerdict } from '#lib/stats/usual-change.ts';
import { absenceInFull } from './absence.ts';
import { changeInWords, inWords, number } from './number.ts';

/** `That is unusual: in a year, about 9 of 100 authorities see a change as big, allowing for size.` From all authorities and years. */
export function howUsual(verdict: ChangeVerdict): string {
  const rest = `in a year, ${manySee(verdict.inHundred)} a change as big, allowing for size.`;
  return verdict.unusual ? `That is unusual: ${rest}` : `That is not unusual: ${rest}`;
}

function manySee(inHundred: number): string {
  if (inHundred <= 1) return '1 of 100 authorities or fewer see';
  if (inHundred >= 99) return 'nearly every authority sees';
  return `about ${number(inHundred)} of 100 authorities see`;
}

/** `That is unusual here: no change before it was as big.` The latest change beside a series' own earlier ones, or that it is too soon to tell. */
export function ownPastText(verdict: OwnPastVerdict): string {
  if (verdict.verdict === 'tooSoonToTell') {
    const { earlier } = verdict;
    const there =
      earlier === 0
        ? 'there is no change before it'
        : `there ${earlier === 1 ? 'is only one change' : `are only ${inWords(earlier)} changes`} before it`;
    return `It is too soon to tell whether that is unusual: ${there} to set it beside.`;
  }
  const { unusual, asBig } = verdict;
  return unusual
    ? `That is unusual here: ${asBig === 0 ? 'no change before it' : `only ${inWords(asBig)} before it`} ${asBig < 2 ? 'was' : 'were'} as big.`
    : `That is not unusual here: ${inWords(asBig)} ${asBig === 1 ? 'change before it was' : 'changes before it were'} as big.`;
}

/** `All plans fell 17%, from 515 to 429, so neglect’s share of plans rose from 49% to 55% although the number did not.` */
export function shareAgainstCount(
  counts: string,
  share: { readonly from: number; readonly to: number },
  countMoved: number,
  of: string
): string {
  const [from, to] = [share.from, share.to].map((value) => `${number(value)}%`);
  const moved = from === to ? 0 : Math.sign(share.to - share.from);
  if (moved === 0 || Math.sign(countMoved) === moved) return `${counts}.`;
  return `${counts}, so ${of} ${moved > 0 ? 'rose' : 'fell'} from ${from ?? ''} to ${to ?? ''} although the number did not.`;
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

/** `not shown, because the number on a plan for neglect in 2023 is withheld, so that no child can be identified.` */
export const notShownText = (year: string, { reason }: Missing): string =>
  `not shown, because the number on a plan for neglect in ${year} ${absenceInFull(reason)}.`;
