/** Which edition a page is worked out from, and whether its figures were revised since. */
import type { Source } from '#lib/domain/bundle.ts';
import { REASON_WORDS, type Reason } from '#lib/domain/cell.ts';
import { counted, listed } from './number.ts';

/** How a figure differs between two editions, by what both publicly show and by nothing worked out from it. */
export type Change =
  | { readonly kind: 'revised'; readonly then: string; readonly now: string }
  | { readonly kind: 'published' }
  | { readonly kind: 'missing'; readonly reason: Reason }
  | { readonly kind: 'gone' };

export interface Revision {
  /** The figure in words: `Neglect at 31 March 2024, Leeds`. */
  readonly what: string;
  readonly change: Change;
}

/** `235 then, 238 now`, `now withheld`, `now published`. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'revised':
      return `${change.then} then, ${change.now} now`;
    case 'published':
      return 'now published';
    case 'missing':
      return `now ${REASON_WORDS[change.reason]}`;
    case 'gone':
      return 'no longer among the figures of this page';
  }
}

/** Figures written out at most. */
const LISTED = 3;

export interface Compared {
  /** Of one chart or table, or of the whole page. */
  readonly of: 'figure' | 'page';
  /** Figures that both editions were looked for. */
  readonly compared: number;
  readonly revisions: readonly Revision[];
}

/** Whether figures were revised: a sentence, and up to three of them with the rest counted. */
export function revisedText(
  { of, compared, revisions }: Compared,
  newer: string
): { readonly text: string; readonly figures: readonly string[] } {
  const what = of === 'figure' ? 'The figures of this chart or table' : 'The figures of this page';
  if (compared === 0)
    return { text: `The ${newer} release has no figures to hold these against.`, figures: [] };
  if (revisions.length === 0) {
    const same = compared === 1 ? 'the one there is stands' : `all ${String(compared)} stand`;
    return { text: `${what} were not revised: ${same} in the ${newer} release as here.`, figures: [] };
  }
  const figures = revisions
    .slice(0, LISTED)
    .map(({ what: name, change }) => `${name}: ${changeText(change)}`);
  const more = revisions.length - figures.length;
  const revised = counted(revisions.length, 'figure was', 'figures were');
  return {
    text: `Of this ${of === 'figure' ? 'chart or table' : 'page'}, ${revised} revised in the ${newer} release:`,
    figures: [...figures, ...(more > 0 ? [`and ${counted(more, 'other', 'others')}`] : [])]
  };
}

/** `Department for Education, Children in need, Reporting year 2023`. */
const named = ({ publisher, title, edition }: Source) => [publisher, title, edition].join(', ');

/** What is said at the top of a page of an earlier edition. */
export function earlierText(vintage: string, source: Source | undefined, newer: string): string {
  const which = source === undefined ? '' : ` (${named(source)})`;
  return `This link names the ${vintage} release${which}. This page is worked out from the figures as they were published then, with today’s methods. A newer release exists: ${newer}.`;
}

/** Where a link names a release that the site does not keep. */
export const lostText = (vintage: string): string =>
  `This link was made on the ${vintage} release, which this site does not keep.`;

/** The same, with what is shown instead. */
export function notKeptText(vintage: string, shown: string, kept: readonly string[]): string {
  const others = kept.length === 0 ? '' : ` Of earlier releases it keeps ${listed(kept)}.`;
  return `${lostText(vintage)}${others} The figures shown are from the ${shown} release; any that the link does not name may have been revised.`;
}

/** Whether a figure shows what it showed when its link was made. */
export type SeenAgain = 'same' | 'added' | 'changed' | 'absent';

/** Where no link has seen what an address names. */
export const NO_SUCH_FIGURE =
  'This page has no figure of the name that this link gives. The whole page is shown.';

/** The same in a sentence. @param title what the figure says now; empty where there is none */
export function seenText(seen: SeenAgain, title: string): string {
  switch (seen) {
    case 'same':
      return `The figure “${title}” is as it was when this link was made.`;
    case 'added':
      return `The figures in “${title}” are as they were when this link was made; newer ones stand beside them.`;
    case 'changed':
      return `The figure “${title}” has been revised since this link was made: at least one of its numbers is another, or was added or taken away.`;
    case 'absent':
      return 'The figure that this link names is no longer on this page.';
  }
}
