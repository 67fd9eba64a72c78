/** Why nothing is published, or shown, and what would let it be. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { NoSafeSetError } from '#lib/disclosure/protect-error.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { leakInWords, type LeakInWords, type LeakOptions, type LeakToSay } from './disclosure-leak.ts';
import { figureText, type Names } from './disclosure-names.ts';
import { inWords, number, sentence } from './number.ts';

/** A refusal with its reasons: a heading, sentences, the figures it is about, and what to do. */
export interface Refusal {
  readonly what: string;
  readonly why: readonly string[];
  readonly figures: readonly string[];
  readonly remedy: string;
  /** Points of a list under what to do, any one of which may help. */
  readonly ways?: readonly string[];
}

const figures = (count: number) => `${inWords(count)} ${count === 1 ? 'figure' : 'figures'}`;

/** What to let go where no set of withheld figures is safe. No number of a figure is in it. */
export function noSafeSetInWords(
  { cells, keep }: Pick<NoSafeSetError, 'cells' | 'keep'>,
  names: Names,
  settings: Asked = PRESETS.dfe
): Refusal {
  const many = cells.length;
  return {
    what: 'Nothing can be published by these rules, and nothing was made.',
    why: [
      many === 0
        ? 'There is no way to withhold that keeps all rules.'
        : `Whatever is withheld, ${figures(many)} that must be hidden could be worked out.`
    ],
    figures: cells.map((id) => sentence(figureText(names.figure(id)))),
    remedy:
      keep.length === 0
        ? 'Ask for less: a smaller least distance between the numbers that a withheld count could be, or fewer tables. If what is published elsewhere gives the figures away, no rule of yours can hide them.'
        : keep.length === 1
          ? `Let this total be withheld, which you asked to keep: ${figureText(names.figure(keep[0] ?? ''))}.`
          : `Let one of these ${inWords(keep.length)} totals be withheld, which you asked to keep:`,
    ways: [
      ...(keep.length > 1 ? keep.map((id) => sentence(figureText(names.figure(id)))) : []),
      ...unusual(settings)
    ]
  };
}

type Asked = Pick<DisclosureSettings, 'minimumWidth' | 'threshold'>;

/** Rules that ask for more than is usual, and might be relaxed. */
function unusual({ minimumWidth, threshold }: Asked): string[] {
  const usual = PRESETS.dfe;
  return [
    ...(minimumWidth > usual.minimumWidth
      ? [
          `Or ask for a smaller least distance between the numbers that a withheld count could be (the minimum width): it is ${number(minimumWidth)}, and ${number(usual.minimumWidth)} is usual.`
        ]
      : []),
    ...(threshold > usual.threshold
      ? [
          `Or withhold fewer small counts (the threshold): counts below ${number(threshold)} are withheld, and below ${number(usual.threshold)} is usual.`
        ]
      : [])
  ];
}

/** Leaks told one by one; the others are counted. */
const TOLD = 20;

export interface RefusalOptions extends LeakOptions {
  /** The figures were protected a moment ago, and the check found these. */
  readonly afterProtecting?: boolean;
}

/** Why a bundle that gives withheld counts away is refused for the public, or is not made at all. */
export function refusedInWords(
  leaks: readonly LeakToSay[],
  names: Names,
  options: RefusalOptions = {}
): Refusal & { readonly leaks: readonly LeakInWords[]; readonly more: number } {
  const count = leaks.length;
  const told = leaks.slice(0, TOLD).map((leak) => leakInWords(leak, names, options));
  return {
    what:
      count === 0
        ? 'These figures give no withheld count away.'
        : 'These figures cannot be shown to the public.',
    why:
      count === 0
        ? []
        : [
            `${sentence(figures(count))} ${count === 1 ? 'shows, or lets' : 'show, or let'} anybody work out, what the rules say must be hidden.`
          ],
    figures: told.map(({ what }) => what),
    leaks: told,
    more: count - told.length,
    remedy:
      count === 0
        ? 'Nothing has to be done.'
        : options.afterProtecting === true
          ? 'Look first whether the raw figures in these sums are right. If they are, leave one of these tables out, or give the areas and members that no table shows, and protect again.'
          : 'Protect the figures from the start, from the numbers as they were before any was withheld. Withholding a few more by hand seldom mends it.'
  };
}

/** The last line under a list of leaks that was cut short; none where it was not. */
export function moreLeaks(more: number): string | undefined {
  return more === 0 ? undefined : `And ${number(more)} more.`;
}
