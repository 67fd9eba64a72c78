/**
 * A figure in plain sentences: first the number, then what it is beside, then how sure that is. Never a cause, and never
 * good or bad for a volume.
 */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { FEEDS } from '#lib/domain/labels.ts';
import type { Period, PeriodKind } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Change, Figure } from '#lib/indicators/figure.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { reasonText } from './absence.ts';
import { besideSentence, judgementSentence, levelSentence, similarSentence } from './beside.ts';
import { howUsual, ownPastText } from './change.ts';
import { coveredSentence, givesAway, outcomesSentence, stateSentence } from './kinds.ts';
import { listed, lowerFirst, number, sentence } from './number.ts';
import { areaInSentence } from './place.ts';
import { recodingSentence } from './recoding.ts';
import { trendSentence } from './trend.ts';
import { isShare, shareInWords, shareOf, shareText, shortValue, tooFewText, valueText } from './value.ts';
import { beforeText, periodsText, whenText } from './when.ts';

export { besideSentence, judgementSentence, levelSentence, similarSentence } from './beside.ts';
export { trendSentence } from './trend.ts';
export { shareText, shortValue, valueText } from './value.ts';
export { whenText } from './when.ts';

/** Nothing is the whole of which it would be a part. */
function nothingToCount({ indicator, denominator }: Answer): string | undefined {
  if (!isKnown(denominator) || denominator.value !== 0) return undefined;
  if (isShare(indicator)) return `there were no ${shareOf(indicator)} to count`;
  return indicator.kind === 'ratio' ? 'there was nothing to set it against' : undefined;
}

function missingSentence(answer: Answer): string {
  const { indicator, numerator, value } = answer;
  const { name, kind, supplied } = indicator;
  const reason = isKnown(value) ? 'notSupplied' : value.reason;
  if (kind === 'rate' && isKnown(numerator) && reason === 'notSupplied')
    return `${name}: ${countText(numerator.value)}. There is no population figure to work out a rate from.`;
  if (reason === 'notApplicable') return `${name}: ${nothingToCount(answer) ?? reasonText(reason)}.`;
  return `${name}: ${reason === 'notSupplied' && !supplied ? 'not supplied' : reasonText(reason)}.`;
}

function countText(count: number): string {
  return count === 0 ? 'none' : number(count);
}

/** What the figure is: the number first, or why there is none. */
export function valueSentence(answer: Answer): string {
  const { indicator, numerator, denominator, value } = answer;
  const { name, kind } = indicator;
  if (kind === 'derived') return `${name}: said in words only. ${indicator.definition}`;
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return missingSentence(answer);
  const [n, of] = [numerator.value, denominator.value];
  switch (kind) {
    case 'state':
      return stateSentence(answer) ?? missingSentence(answer);
    case 'outcomes':
      return outcomesSentence(answer) ?? missingSentence(answer);
    case 'coverage':
      return `${name}: ${shareText(indicator, n, of, value.value)}.`;
    case 'share': {
      const few = tooFewText(of);
      return `${name}: ${shareInWords(indicator, n, of, value.value)}.${few === undefined ? '' : ` ${few}`}`;
    }
    case 'rate':
      return `${name}: ${countText(n)}, or ${valueText(indicator, value.value)}.`;
    case 'ratio': {
      const few = shareAs(Math.round(of)) === 'counts' ? ' From so few it can jump about.' : '';
      return `${name}: ${valueText(indicator, value.value)}, from ${number(n)} and ${number(of)}.${few}`;
    }
    case 'count':
      return `${name}: ${value.value === 0 ? 'none' : valueText(indicator, value.value)}.`;
    case 'context':
      return `${name}: ${valueText(indicator, value.value)}.`;
  }
}

/** Too few to conclude anything from. */
function tooFew({ indicator, denominator }: Answer): boolean {
  const counts = indicator.kind === 'share' || indicator.kind === 'outcomes';
  return counts && isKnown(denominator) && shareAs(denominator.value) === 'counts';
}

/** How far it could move with nothing underlying changed; none where there is no range. */
export function rangeSentence(answer: Answer): string | undefined {
  const { indicator, ranges } = answer;
  if (!ranges || tooFew(answer)) return undefined;
  const { lower, upper } = ranges.at95;
  return `With nothing underlying changed, it could have been anywhere from ${shortValue(indicator, lower)} to ${shortValue(indicator, upper)}.`;
}

function formerText({ indicator, numerator, denominator, value }: Answer): string | undefined {
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return undefined;
  if (indicator.kind === 'rate')
    return numerator.value === 0
      ? 'none'
      : `${number(numerator.value)}, or ${shortValue(indicator, value.value)},`;
  if (indicator.kind === 'count') return countText(value.value);
  return isShare(indicator) && shareAs(denominator.value) === 'counts'
    ? `${number(numerator.value)} of ${number(denominator.value)}`
    : shortValue(indicator, value.value);
}

function sameAmount(a: Answer, b: Answer): boolean {
  const cells = (answer: Answer) => (isShare(answer.indicator) ? answer.value : answer.numerator);
  const [one, other] = [cells(a), cells(b)];
  return isKnown(one) && isKnown(other) && one.value === other.value;
}

/** The period before, and whether such a change is usual; nothing is judged from fewer than 20. */
export function changeSentence(change: Change, kind: PeriodKind = 'year', now?: Answer): string | undefined {
  const { from, usual, past } = change;
  const was = formerText(from);
  if (was === undefined) return undefined;
  if (now && formerText(now) === was) return `It was the same ${beforeText(kind)}.`;
  const said = `It was ${was} ${beforeText(kind)}.`;
  if (tooFew(from) || (now && (tooFew(now) || sameAmount(from, now)))) return said;
  const judged = usual ? howUsual(usual) : past ? ownPastText(past) : undefined;
  return judged === undefined ? said : `${said} ${judged}`;
}

/** What to supply where nothing is; children are counted for every area already. */
export function supplySentence({ feeds }: PlacedIndicator): string {
  const own = feeds.filter((feed) => feed !== 'population' || feeds.length === 1);
  return `It could come from: ${listed(
    own.map((feed) => lowerFirst(FEEDS[feed])),
    'or'
  )}.`;
}

/** What is counted, and out of what. */
export function countedSentence({ kind, subtitle }: PlacedIndicator): string | undefined {
  if (kind === 'state' || kind === 'derived') return undefined;
  return `What is counted: ${lowerFirst(subtitle)}.`;
}

/** The one mark that a figure carries, where its own words do not. */
export function markSentence({ mark, name, subtitle, kind }: PlacedIndicator): string | undefined {
  const words = `${name} ${kind === 'state' ? '' : subtitle}`;
  switch (mark) {
    case 'neglect':
      return /neglect/i.test(words) ? undefined : 'It is about neglect.';
    case 'includes':
      return 'It includes neglect, together with other things.';
    case 'all':
      return 'It covers all reasons, not neglect alone.';
  }
}

function standInSentence({ standIn }: PlacedIndicator): string | undefined {
  return standIn === undefined ? undefined : `It is a stand-in for what is meant. ${standIn}`;
}

/** `Leicestershire, at 31 March 2024.` */
export function headSentence({ indicator, area, period, counted }: Figure): string {
  if (indicator.kind === 'context') return `From a survey, not from the records of ${areaInSentence(area)}.`;
  const years = indicator.numerator?.pool ?? indicator.register?.years;
  const when = counted === undefined ? period.label : lowerFirst(whenText(period, counted, years));
  return `${sentence(areaInSentence(area))}, ${when}.`;
}

function recodedSentence({ series, period }: Figure): string | undefined {
  const at = series.findIndex((each) => each.period.id === period.id);
  const [before, now] = [series[at - 1], series[at]];
  if (!before || !now || now.recoding === 'none') return undefined;
  const name = ({ id, kind, label }: Period) => (kind === 'year' ? id : label);
  return recodingSentence(now.recoding, name(before.period), name(period), 'this figure');
}

/** What is said of a single number once it is known; of several outcomes, of the one that leads. */
function more(figure: Figure): readonly (string | undefined)[] {
  const { indicator, answer, beside, level, change, period } = figure;
  if (tooFew(answer)) return [change ? changeSentence(change, period.kind, answer) : undefined];
  return [
    besideSentence(indicator, beside),
    similarSentence(indicator, beside),
    judgementSentence(indicator, beside),
    level ? levelSentence(level, beside) : undefined,
    rangeSentence(answer),
    change ? changeSentence(change, period.kind, answer) : recodedSentence(figure),
    answer.ranges ? trendSentence(figure.trend, { noun: periodsText(period.kind) }) : undefined
  ];
}

/** One line for each member of a breakdown, or that there is none. */
function bySentences({ by, indicator, answer: own }: Figure): readonly string[] {
  if (!by || isWithheld(own.value)) return [];
  if (by.members.length === 0) return [`By ${by.dimension}: not supplied.`];
  return by.members.map(({ member, answer: { numerator, denominator, value } }) => {
    if (!isKnown(value)) return `${member.name}: ${reasonText(value.reason)}.`;
    const share = isShare(indicator) && isKnown(numerator) && isKnown(denominator);
    return `${member.name}: ${
      share
        ? shareText(indicator, numerator.value, denominator.value, value.value)
        : valueText(indicator, value.value)
    }.`;
  });
}

/**
 * Everything there is to say of a figure, the number first. A withheld one says so, and nothing it could be worked out
 * from.
 */
export function figureSentences(figure: Figure): readonly string[] {
  const { indicator, answer } = figure;
  const head = headSentence(figure);
  const value = valueSentence(answer);
  if (indicator.kind === 'derived') return [head, value];
  const hidden = isWithheld(answer.value);
  const said = [
    head,
    value,
    hidden ? undefined : countedSentence(indicator),
    markSentence(indicator),
    standInSentence(indicator),
    coveredSentence(answer)
  ];
  const told = (sentences: readonly (string | undefined)[]) => sentences.filter((text) => text !== undefined);
  if (!isKnown(answer.value))
    return told([...said, indicator.supplied ? undefined : supplySentence(indicator)]);
  if (answer.parts && givesAway(answer.parts)) return told(said);
  const rest = told(more(figure));
  const [lead] = answer.parts ?? [];
  const about =
    lead && rest.length > 0 ? `What follows is about “${lowerFirst(lead.name)}” alone.` : undefined;
  return told([...said, about, ...rest, ...bySentences(figure)]);
}
