/** What a round found, as n of N; a percentage only where N carries one. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { RoundChange } from '#lib/stats/round-change.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { inWords, itemised, lowerFirst, number } from '../number.ts';

export interface Counts {
  readonly n: number;
  readonly of: number;
}

/** ` (77%)`, whole percentages, since audits are small; none that rounds to none or to all; nothing under 20. */
function percent({ n, of }: Counts): string {
  if (shareAs(of) === 'counts' || n === 0 || n === of) return '';
  const share = (n / of) * 100;
  if (share < 0.5) return ' (less than 1%)';
  return share > 99.5 ? ' (more than 99%)' : ` (${number(share)}%)`;
}

/** `46 of 60 families audited (77%)`. */
export function countsOf(counts: Counts, indicator: Pick<PlacedIndicator, 'unit'>): string {
  const { n, of } = counts;
  return `${number(n)} of ${number(of)} ${unitOf(indicator)}${percent(counts)}`;
}

/** `46 of 60 (77%)`. */
export function bareCounts(counts: Counts): string {
  return `${number(counts.n)} of ${number(counts.of)}${percent(counts)}`;
}

/** `families audited`. */
export function unitOf(indicator: Pick<PlacedIndicator, 'unit'>): string {
  return indicator.unit.replace(/^% of /, '');
}

/** `families`: what was read, without what it was read for. */
export function readUnit(indicator: Pick<PlacedIndicator, 'unit'>): string {
  return unitOf(indicator).split(' ')[0] ?? '';
}

/** `33 percentage points more, in a range of 16 to 47`. */
export function pointsText({ difference: { value, lower, upper } }: Pick<RoundChange, 'difference'>): string {
  const more = value >= 0;
  const [least, most] = more ? [lower, upper] : [-upper, -lower];
  const points = (share: number) => number(share * 100).replace(/^-/, '\u2212');
  return `${points(Math.abs(value))} percentage points ${more ? 'more' : 'fewer'}, in a range of ${points(least)} to ${points(most)}`;
}

/** `clearly better`, `probably worse`, `cannot tell`; `clearly more` where neither way is good. */
export function changeWords({ certainty, difference }: RoundChange, good: 'none' | 'up' | 'down'): string {
  if (certainty === 'cannotTell') return 'cannot tell';
  const up = difference.value > 0;
  if (good === 'none') return `${certainty} ${up ? 'more' : 'fewer'}`;
  return `${certainty} ${up === (good === 'up') ? 'better' : 'worse'}`;
}

/** `one standard`, `four standards`. */
export function standardsText(count: number): string {
  return `${inWords(count)} ${count === 1 ? 'standard' : 'standards'}`;
}

/** What was found of a standard, and whether it is one that should not be found. */
export interface Named {
  readonly label: string;
  readonly counts: Counts;
  readonly fewerIsBetter?: boolean;
}

/** `research put to use with the family (23 of 60)`, `work that drifted (16 of 36, fewer is better)`; several as a list. */
export function namedCounts(found: readonly Named[]): string {
  return itemised(
    found.map(
      ({ label, counts, fewerIsBetter }) =>
        `${lowerFirst(label)} (${number(counts.n)} of ${number(counts.of)}${fewerIsBetter === true ? ', fewer is better' : ''})`
    )
  );
}
