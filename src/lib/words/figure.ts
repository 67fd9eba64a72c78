/** A figure in plain sentences, each with its certainty. Never a cause, and never good or bad for a volume. */
import { isKnown, type Cell, type Reason } from '#lib/domain/cell.ts';
import { FEEDS } from '#lib/domain/indicator.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Beside, Change, Figure, Trend } from '#lib/indicators/figure.ts';
import { PERCENTAGE_NEEDS, shareAs } from '#lib/stats/which-chart.ts';
import { absence } from './absence.ts';
import { howUsual } from './change.ts';
import { levelText, relation } from './compare.ts';
import { inWords, listed, number, rangeText, sentence } from './number.ts';

/** `54.8%`, `16.2 per 10,000 children`, `235 children`: a value in its unit. */
export function valueText(indicator: PlacedIndicator, value: number): string {
  const { unit, decimals } = indicator;
  const figure = number(value, decimals);
  return unit.startsWith('%') ? `${figure}${unit}` : `${figure} ${unit}`;
}

/** The value alone, with its percent sign: `54.8%`, `16.2`. */
export function shortValue({ unit, decimals }: PlacedIndicator, value: number): string {
  return `${number(value, decimals)}${unit.startsWith('%') ? '%' : ''}`;
}

function isShare({ kind }: PlacedIndicator): boolean {
  return kind === 'share' || kind === 'outcomes' || kind === 'coverage';
}

/** `4 of 6`; with the percentage where so many carry one. */
export function shareText(indicator: PlacedIndicator, n: number, of: number, value: number): string {
  const counts = `${number(n)} of ${number(of)}`;
  return shareAs(of) === 'counts' ? counts : `${counts}, or ${shortValue(indicator, value)}`;
}

function why(reason: Reason): string {
  return reason === 'withheld' ? 'is withheld, so that no child can be identified' : absence(reason);
}

function stateSentence({ indicator, state }: Answer): string | undefined {
  if (!state) return undefined;
  const said = { yes: 'yes', no: 'no', draft: 'a draft only' }[state.inPlace];
  const reviewed = state.reviewedOn ? ` It was last reviewed on ${dateInWords(state.reviewedOn)}.` : '';
  const due =
    state.reviewDue === undefined
      ? ''
      : state.inDate
        ? ` Its next review is due by ${dateInWords(state.reviewDue)}.`
        : ` Its review was due by ${dateInWords(state.reviewDue)}, and that date has passed.`;
  return `${indicator.name}: ${said}.${reviewed}${due}`;
}

/** What the figure is: the number first, or why there is none. */
export function valueSentence(answer: Answer): string {
  const { indicator, numerator, denominator, value } = answer;
  if (indicator.kind === 'derived') return indicator.definition;
  if (!isKnown(value)) return `${indicator.name} ${why(value.reason)}.`;
  const state = stateSentence(answer);
  if (state !== undefined) return state;
  if (isShare(indicator) && isKnown(numerator) && isKnown(denominator)) {
    if (denominator.value === 0) return `${indicator.name}: there were none to count.`;
    const few =
      shareAs(denominator.value) === 'counts'
        ? ` With fewer than ${number(PERCENTAGE_NEEDS)}, a percentage would say more than is known.`
        : '';
    return `${indicator.name}: ${shareText(indicator, numerator.value, denominator.value, value.value)}.${few}`;
  }
  const counted =
    indicator.kind === 'rate' && isKnown(numerator) ? `, from a count of ${number(numerator.value)}` : '';
  return `${indicator.name}: ${valueText(indicator, value.value)}${counted}.`;
}

/** How far it could move with nothing underlying changed; none where there is no range. */
export function rangeSentence({ indicator, ranges, denominator }: Answer): string | undefined {
  if (!ranges) return undefined;
  if (isShare(indicator) && isKnown(denominator) && shareAs(denominator.value) === 'counts') return undefined;
  const sign = indicator.unit.startsWith('%') ? '%' : '';
  return `With nothing underlying changed it could lie anywhere from ${rangeText(ranges.at95, indicator.decimals)}${sign}.`;
}

function besideText(indicator: PlacedIndicator, { id, name, value, withData }: Beside): string {
  const figure = isKnown(value) ? shortValue(indicator, value.value) : '';
  return id === 'neighbours'
    ? `${name} (middle of ${inWords(withData ?? 0)}: ${figure})`
    : `${name} (${figure})`;
}

/** `That is close to similar areas (middle of nine: 15.1) and probably below England (20.5).` */
export function besideSentence(indicator: PlacedIndicator, beside: readonly Beside[]): string | undefined {
  const groups = new Map<string, string[]>();
  for (const each of beside) {
    if (!each.comparison) continue;
    const word = relation(each.comparison);
    groups.set(word, [...(groups.get(word) ?? []), besideText(indicator, each)]);
  }
  if (groups.size === 0) return undefined;
  return `That is ${listed([...groups].map(([word, names]) => `${word} ${listed(names)}`))}.`;
}

/** Better or worse than England, only where the indicator has a direction and chance is ruled out. */
export function judgementSentence(
  { direction }: PlacedIndicator,
  beside: readonly Beside[]
): string | undefined {
  const judged = beside.filter(({ judgement }) => judgement?.judgement !== undefined);
  const [first] = judged;
  if (!first?.judgement?.judgement) return undefined;
  const way = direction.good === 'up' ? 'Higher' : 'Lower';
  const same = judged.filter(({ judgement }) => judgement?.judgement === first.judgement?.judgement);
  return `${way} is better here, so this is ${first.judgement.judgement} than ${listed(same.map(({ name }) => name))}.`;
}

/** What five periods in a row show. */
export function trendSentence(trend: Trend, noun = 'years'): string {
  switch (trend.trend) {
    case 'increasing':
      return `Over the last five ${noun} it has risen, by more than such figures usually move.`;
    case 'decreasing':
      return `Over the last five ${noun} it has fallen, by more than such figures usually move.`;
    case 'noChange':
      return `Over the last five ${noun} there is no clear rise or fall.`;
    case 'tooFewPoints':
      return `A trend needs five ${noun} in a row with figures; there ${trend.points === 1 ? 'is' : 'are'} ${trend.points === 0 ? 'none' : inWords(trend.points)}.`;
    case 'notDescribed':
      return trend.because === 'moved'
        ? `The use of “multiple” as a category changed in the last five ${noun}, so no trend can be described.`
        : `“Multiple” is withheld or missing in the last five ${noun}, so a trend cannot be told from a change in recording.`;
  }
}

function from(indicator: PlacedIndicator, cell: Cell): string | undefined {
  return isKnown(cell) ? shortValue(indicator, cell.value) : undefined;
}

/** The period before, and whether such a change is usual. */
export function changeSentence({ from: before, usual, past }: Change): string | undefined {
  const was = from(before.indicator, before.value);
  if (was === undefined) return undefined;
  const said = `It was ${was} the period before.`;
  if (usual) return `${said} ${howUsual(usual)}`;
  if (past?.verdict === 'judged')
    return `${said} ${
      past.unusual
        ? 'That is a bigger change than nearly all it has made before.'
        : `Of its ${number(past.earlier)} earlier changes, ${number(past.asBig)} were as big.`
    }`;
  if (past)
    return `${said} It is too soon to tell whether that is unusual: ${number(past.needed)} earlier changes are needed, and there ${past.earlier === 1 ? 'is' : 'are'} ${past.earlier === 0 ? 'none' : inWords(past.earlier)}.`;
  return said;
}

/** What to supply where nothing is. */
export function supplySentence({ feeds }: PlacedIndicator): string {
  return `It can be worked out from: ${listed(feeds.map((feed) => FEEDS[feed].toLowerCase()))}.`;
}

function partsSentence({ indicator, parts, covered }: Answer): string | undefined {
  if (covered) {
    const missing = covered.filter(({ supplied }) => !supplied).map(({ name }) => name.toLowerCase());
    return missing.length === 0 ? 'Nothing is missing.' : `Missing: ${listed(missing)}.`;
  }
  if (!parts) return undefined;
  const said = parts.map(({ name, result: { numerator, denominator, value } }) => {
    if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator))
      return `${name.toLowerCase()} ${isKnown(value) ? '' : absence(value.reason)}`.trim();
    return `${name.toLowerCase()} ${shareText(indicator, numerator.value, denominator.value, value.value)}`;
  });
  return `${sentence(said.join('; '))}.`;
}

/** `At 31 March 2024`, `In the year to 31 March 2024`. */
export function whenText(period: Period, kind: 'stock' | 'flow'): string {
  return kind === 'stock' ? `At ${dateInWords(period.end)}` : `In the ${period.label}`;
}

/**
 * Everything there is to say of a figure, the number first. A withheld one says so, and nothing it could be worked out
 * from.
 */
export function figureSentences(figure: Figure): readonly string[] {
  const { indicator, answer, area, period } = figure;
  const head = `${area.name}, ${period.label}.`;
  const value = valueSentence(answer);
  if (indicator.kind === 'derived') return [head, value];
  const standIn =
    indicator.standIn === undefined ? [] : [`This stands in for what is meant. ${indicator.standIn}`];
  if (!isKnown(answer.value))
    return [
      head,
      value,
      ...(answer.value.reason === 'notSupplied' ? [supplySentence(indicator)] : []),
      ...standIn
    ];
  const more = [
    partsSentence(answer),
    rangeSentence(answer),
    besideSentence(indicator, figure.beside),
    judgementSentence(indicator, figure.beside),
    figure.level ? `It is ${levelText(figure.level)}.` : undefined,
    figure.change ? changeSentence(figure.change) : undefined,
    answer.ranges ? trendSentence(figure.trend) : undefined
  ].filter((text) => text !== undefined);
  return [head, value, ...more, ...standIn];
}
