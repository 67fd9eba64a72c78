/** What gives a hidden figure away, in words that a non-statistician can follow. */
import type { BundleLeak } from '#lib/disclosure/audit-found.ts';
import { figureText, type Names } from './disclosure-names.ts';
import { relationInWords } from './disclosure-relation.ts';
import { inWords, sentence } from './number.ts';

/** What the auditor found of one figure. */
export type LeakToSay = Pick<
  BundleLeak,
  'kind' | 'cell' | 'interval' | 'relations' | 'supposing' | 'withhold'
>;

export interface LeakInWords {
  readonly what: string;
  /** The sums that give it away, each a sentence of names without numbers. */
  readonly why: readonly string[];
  readonly remedy?: string;
}

export interface LeakOptions {
  /**
   * Whether the numbers that anybody can work out are printed. An analyst’s own draft may; official figures never do,
   * so it has to be asked for.
   */
  readonly values?: boolean;
}

/** One leak: which figure, what a reader can work out, which published figures give it away, and what would mend it. */
export function leakInWords(
  leak: LeakToSay,
  names: Names,
  { values = false }: LeakOptions = {}
): LeakInWords {
  const remedy = remedyOf(leak, names);
  return {
    what: `${sentence(figureText(names.figure(leak.cell.id)))}. ${foundOf(leak, values)}`,
    why: [...leak.relations.map((relation) => relationInWords(relation, names)), ...supposed(leak, names)],
    ...(remedy === undefined ? {} : { remedy })
  };
}

/** What a reader would take for granted, though no table says it. */
function supposed({ supposing = [] }: LeakToSay, names: Names): string[] {
  return supposing.length === 0
    ? []
    : [
        `A reader would think that there is nobody here, since no table shows it: ${supposing.map(({ id }) => figureText(names.figure(id))).join('; ')}.`
      ];
}

function foundOf({ kind, interval }: LeakToSay, values: boolean): string {
  const known = workedOut(interval, values);
  switch (kind) {
    case 'worked out':
    case 'narrowed':
      return `It is withheld, but anybody can ${known}.`;
    case 'implied':
      return `No table shows it, because it is a small count, but anybody can ${known}.`;
    case 'small count shown':
      return 'It is a small count, and it is shown.';
    case 'nobody shown':
      return 'It shows that there is nobody, which the rules withhold.';
    case 'all or none shown':
      return 'It shows that all or none of a small group is something, which the rules withhold.';
    case 'not rounded':
      return 'It is shown, and is not rounded as the rules ask.';
  }
}

/** `work it out exactly`, `work out that it is between 3 and 4`; without values only how many numbers it could be. */
function workedOut(interval: LeakToSay['interval'], values: boolean): string {
  if (interval === undefined || interval.upper === null) return 'work out more of it than the rules allow';
  const { lower, upper } = interval;
  if (lower === upper) return values ? `work out that it is exactly ${lower}` : 'work it out exactly';
  if (values) return `work out that it is between ${lower} and ${upper}`;
  return `work out that it is one of only ${inWords(upper - lower + 1)} numbers`;
}

function remedyOf({ kind, withhold }: LeakToSay, names: Names): string | undefined {
  if (kind === 'not rounded') return 'Round it.';
  if (kind === 'small count shown' || kind === 'nobody shown' || kind === 'all or none shown')
    return 'Withhold it, and protect the release again, since others may now give it away.';
  if (withhold === undefined || withhold.length === 0) return undefined;
  const figures = withhold.map(({ id }) => figureText(names.figure(id)));
  return figures.length === 1
    ? `Withhold one more figure: ${figures[0] ?? ''}.`
    : `Withhold ${inWords(figures.length)} more figures: ${figures.join('; ')}.`;
}
