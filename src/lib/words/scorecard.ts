/** The few words of a line of the scorecard. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown } from '#lib/domain/cell.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Trend } from '#lib/indicators/trend.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { Lack } from './absence.ts';
import { relation } from './compare.ts';
import { partOf } from './hidden-neglect.ts';
import { counted, listed, lowerFirst, number } from './number.ts';
import { isShare, shortValue, valueText } from './value.ts';

/** `27.4% (55 of 201)`, `10.9 per 10,000`, `withheld`. */
export function hereText(answer: Answer): string {
  const { indicator, numerator, denominator, value, parts, state } = answer;
  if (state?.later === true) return 'not told for this date';
  if (state)
    return state.inPlace === 'yes' && state.inDate === false
      ? 'in place, past its date for review'
      : { yes: 'in place', no: 'not in place', draft: 'a draft' }[state.inPlace];
  if (!isKnown(value)) return isWithheld(value) ? 'withheld' : 'not available';
  const [lead] = parts ?? [];
  const what = lead ? `${lowerFirst(lead.name)}: ` : '';
  if (isShare(indicator) && isKnown(numerator) && isKnown(denominator)) {
    const few = shareAs(denominator.value) === 'counts' || numerator.value === 0;
    const counts = few
      ? partOf(numerator.value, denominator.value)
      : `${shortValue(indicator, value.value)} (${number(numerator.value)} of ${number(denominator.value)})`;
    return `${what}${counts}`;
  }
  if (indicator.kind === 'rate')
    return `${number(value.value, indicator.decimals)} ${indicator.unit.replace(/^.*(?=per 10,000)/, '').replace(/ children$/, '')}`;
  if (indicator.kind === 'count' && value.value === 0) return 'none';
  return valueText(indicator, value.value);
}

/** The status, in a file, of a share that is said as its counts. */
export const TOO_FEW = 'too few for a percentage';

/** `England 20.5: below`. */
export function besideText(name: string, value: string, comparison: Comparison | undefined): string {
  return comparison ? `${name} ${value}: ${relation(comparison)}` : `${name} ${value}`;
}

/** `rising`, `no clear change`; without five periods in a row, nothing is said of a trend. */
export function trendWord(told: Trend): string {
  switch (told.trend) {
    case 'increasing':
      return 'rising';
    case 'decreasing':
      return 'falling';
    case 'noChange':
      return 'no clear change';
    case 'tooFewPoints':
      return 'too few years';
    case 'notDescribed':
      return told.because === 'moved' ? 'recording changed' : 'cannot be told';
  }
}

/** What `trendWord` says of a figure that moved one way. */
export const MOVING: readonly string[] = ['rising', 'falling'];

/** How what audits found of it changed between two rounds that may be compared. */
export const CHANGED_IN_AUDITS = { better: 'better in audits', worse: 'worse in audits' } as const;

/** It raised one of the questions of its page. */
export const ASKED_ABOUT = 'a question to ask';

/** `20 indicators. 2 stand out: plans for neglect, per 10,000 and …`. @param compared whether there is anything to stand out from */
export function foldText(many: number, out: readonly string[], compared = true): string {
  const all = counted(many, 'indicator', 'indicators');
  if (out.length === 0) return `${all}. ${compared ? 'None stands out' : 'Nothing to set beside these'}.`;
  const few = out.slice(0, 3);
  const more = out.length > few.length ? [`${number(out.length - few.length)} more`] : [];
  return `${all}. ${out.length === 1 ? 'One stands' : `${number(out.length)} stand`} out: ${listed([...few.map(lowerFirst), ...more])}.`;
}

/** What there is to look at in a scorecard, and why the rest is not there. */
export interface Tally {
  /** Those that stand out, and how: `above`, `rising`. */
  readonly out: readonly { readonly name: string; readonly group: string; readonly how: string }[];
  /** Whether any has something to stand out from. */
  readonly compared: boolean;
  readonly withheld: number;
  /** Missing for another reason than that nobody supplied it. */
  readonly unavailable: number;
  /** Of a locality: how many its authority has and it has not. They are not among those lacking. */
  readonly ofWhole?: { readonly name: string; readonly many: number };
  readonly lacking: number;
  /** Why those are lacking, or that each authority has its own. */
  readonly why: Lack | 'authorities';
}

/** Of those that stand out, this many by name: one of each group before a second of any. */
const NAMED = 3;

/** `What stands out: assessments that recorded neglect (above), referrals (below) and 3 more.` */
function outText({ out, compared }: Tally): string {
  if (!compared && out.length === 0) return 'These figures stand alone: there is nothing to set beside them.';
  const turns = out.map((each, at) => ({
    ...each,
    turn: out.slice(0, at).filter(({ group }) => group === each.group).length
  }));
  const named = turns.toSorted((a, b) => a.turn - b.turn).slice(0, NAMED);
  if (named.length === 0) return 'Nothing stands out.';
  const more = out.length > named.length ? [`${number(out.length - named.length)} more`] : [];
  return `What stands out: ${listed([...named.map(({ name, how }) => `${lowerFirst(name)} (${how})`), ...more])}.`;
}

const LACKING: Readonly<Record<Tally['why'], (n: number) => string>> = {
  published: (n) =>
    `${number(n)} more ${n === 1 ? 'is' : 'are'} not published, and a partnership’s own figures could tell them`,
  own: (n) => `${number(n)} more ${n === 1 ? 'has' : 'have'} not been supplied`,
  abroad: (n) => `${number(n)} more ${n === 1 ? 'is' : 'are'} not in these figures`,
  authorities: (n) => `${number(n)} more ${n === 1 ? 'is' : 'are'} counted by each authority, or not supplied`
};

/** `Nothing stands out. 4 are withheld, so that no child can be identified; 18 more have not been supplied.` */
export function scorecardText(tally: Tally): string {
  const { withheld, unavailable, ofWhole, lacking, why } = tally;
  const absent = [
    ...(withheld > 0
      ? [`${number(withheld)} ${withheld === 1 ? 'is' : 'are'} withheld, so that no child can be identified`]
      : []),
    ...(unavailable > 0 ? [`${number(unavailable)} ${unavailable === 1 ? 'is' : 'are'} not available`] : []),
    ...(ofWhole
      ? [
          `${number(ofWhole.many)} more ${ofWhole.many === 1 ? 'is' : 'are'} supplied for ${ofWhole.name} alone, not by locality`
        ]
      : []),
    ...(lacking > 0 ? [LACKING[why](lacking)] : [])
  ];
  return `${outText(tally)}${absent.length === 0 ? '' : ` ${absent.join('; ')}.`}`;
}
