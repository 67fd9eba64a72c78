/** Earlier help of children on a plan, in words. */
import { shareAs } from '#lib/stats/which-chart.ts';
import { inWords, number } from '../number.ts';

const NOT_KNOWN = 'notknown';

/** Earlier episodes as a reader counts them. */
const EPISODES: Readonly<Record<string, string>> = {
  none: 'Never before',
  one: 'Once before',
  two: 'Twice before',
  threeplus: 'Three times or more'
};

export function episodesLabel({ id, name }: { readonly id: string; readonly name: string }): string {
  return id === NOT_KNOWN ? 'Not known' : (EPISODES[id] ?? name);
}

/** `on a child protection plan with neglect recorded`: who is counted. */
export function onPlan(plan: string | undefined, mark: 'neglect' | 'includes' | 'all'): string {
  const on = plan === undefined ? 'on a plan' : `on a ${plan}`;
  switch (mark) {
    case 'neglect':
      return `${on} with neglect recorded`;
    case 'includes':
      return `${on} for “abuse or neglect”`;
    case 'all':
      return on;
  }
}

/** `236 (56%)`; without a percentage of too few. */
export function ofWhole(n: number, of: number): string {
  return shareAs(of) === 'counts' ? number(n) : `${number(n)} (${number((n / of) * 100)}%)`;
}

/** `107 once, 68 twice and 61 three times or more`. */
export function timesText(once: number, twice: number, more: number): string {
  const said = (count: number, words: string) => `${count === 0 ? 'none' : number(count)} ${words}`;
  return `${said(once, 'once')}, ${said(twice, 'twice')} and ${said(more, 'three times or more')}`;
}

/** `For 13 it is not known.` */
export function notKnownText(count: number): string {
  if (count === 0) return '';
  return ` For ${count <= 10 ? inWords(count) : number(count)} it is not known.`;
}
