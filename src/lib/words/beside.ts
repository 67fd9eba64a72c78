/** A figure beside England, its region and similar areas, and among all authorities. */
import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Beside } from '#lib/indicators/figure.ts';
import type { Level } from '#lib/stats/compare.ts';
import { levelText, notAmongSimilar, relation } from './compare.ts';
import { inWords, listed } from './number.ts';
import { countryInSentence, regionInSentence } from './place.ts';
import { shortValue } from './value.ts';

/** As a sentence names it. */
export function nameOf({ id, name }: Pick<Beside, 'id' | 'name'>): string {
  return id === 'region' ? regionInSentence(name) : id === 'england' ? countryInSentence(name) : name;
}

/** `similar areas (middle of nine: 15.1)`, `the East Midlands (21.5)`. */
function besideText(indicator: PlacedIndicator, beside: Beside): string {
  const { id, value, withData } = beside;
  const figure = isKnown(value) ? shortValue(indicator, value.value) : '';
  const middle = id === 'neighbours' ? `middle of ${inWords(withData ?? 0)}: ` : '';
  return `${nameOf(beside)} (${middle}${figure})`;
}

/** Groups by word, the one with England last, so that England always ends the sentence. */
function groupsOf(beside: readonly Beside[]): readonly (readonly [string, readonly Beside[]])[] {
  const groups = new Map<string, Beside[]>();
  for (const each of beside) {
    if (!each.comparison) continue;
    const word = relation(each.comparison);
    groups.set(word, [...(groups.get(word) ?? []), each]);
  }
  const hasEngland = (group: readonly Beside[]) => group.some(({ id }) => id === 'england');
  return [...groups].sort(([, a], [, b]) => Number(hasEngland(a)) - Number(hasEngland(b)));
}

function joined(groups: readonly string[], long: boolean): string {
  const last = groups.at(-1) ?? '';
  return groups.length > 1 && long ? `${groups.slice(0, -1).join(', ')}, and ${last}` : listed(groups);
}

/** Figures side by side where neither has a range, so that how sure a difference is cannot be told. */
function unjudged(indicator: PlacedIndicator, beside: readonly Beside[]): string | undefined {
  const shown = beside.filter(({ value }) => isKnown(value)).map((each) => besideText(indicator, each));
  if (shown.length === 0) return undefined;
  return `Beside it: ${listed(shown)}. A figure of this kind has no range, so how sure a difference is cannot be told.`;
}

/**
 * `That is close to similar areas (middle of nine: 15.1), and probably below the East Midlands (21.5) and England
 * (20.5).` Nothing for a count, which is as big as its area.
 */
export function besideSentence(indicator: PlacedIndicator, beside: readonly Beside[]): string | undefined {
  const groups = groupsOf(beside);
  if (groups.length === 0) return indicator.kind === 'ratio' ? unjudged(indicator, beside) : undefined;
  const long = groups.some(([, group]) => group.length > 1);
  const said = groups.map(
    ([word, group]) => `${word} ${listed(group.map((each) => besideText(indicator, each)))}`
  );
  return `That is ${joined(said, long)}.`;
}

/** That similar areas are too few to compare with, where there are any and another comparison is made. */
export function similarSentence(indicator: PlacedIndicator, beside: readonly Beside[]): string | undefined {
  const similar = beside.find(({ id }) => id === 'neighbours');
  const compared = beside.some(({ id, value }) => id !== 'neighbours' && isKnown(value));
  if (!similar || isKnown(similar.value) || !compared || indicator.kind === 'count') return undefined;
  return notAmongSimilar({ why: 'tooFew', withData: similar.withData ?? 0 }, '');
}

/** Better or worse, only where the indicator has a direction and the whole range lies on one side. */
export function judgementSentence(
  { direction }: PlacedIndicator,
  beside: readonly Beside[]
): string | undefined {
  if (direction.good === 'none') return undefined;
  const judged = (['better', 'worse'] as const).flatMap((word) => {
    const names = beside.filter(({ judgement }) => judgement?.judgement === word).map(nameOf);
    return names.length === 0 ? [] : [`clearly ${word} than ${listed(names)}`];
  });
  if (judged.length === 0) return undefined;
  return `${direction.good === 'up' ? 'Higher' : 'Lower'} is better here, so this is ${listed(judged)}.`;
}

/** Where it stands among authorities; with its doubt where it can be told from nobody. */
export function levelSentence(level: Level, beside: readonly Beside[] = []): string {
  const compared = beside.flatMap(({ comparison }) => (comparison ? [comparison] : []));
  const unsure =
    compared.length > 0 && compared.every(({ certainty, close }) => certainty === 'cannotTell' && !close);
  return unsure
    ? `As a bare number it is ${levelText(level)}; its range is too wide to be sure of that.`
    : `It is ${levelText(level)}.`;
}
