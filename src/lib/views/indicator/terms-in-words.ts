/** What is counted out of what, from the words of the cubes. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Term } from '#lib/domain/term.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { listed, number } from '#lib/words/number.ts';
import type { Fact } from '../model.ts';

/** `Open plans; latest category: neglect`. Members that only the bundle names are left to the indicator's own words. */
function termText({ kinds }: Catalogue, { cube, measure, members, except, at, pool }: Term): string {
  const kind = kinds[cube];
  const name = kind?.measures.find(({ id }) => id === measure)?.name ?? measure;
  const partsOf = (named: Term['members'], before: string) =>
    Object.entries(named ?? {}).flatMap(([id, chosen]) => {
      const dimension = kind?.dimensions.find((each) => each.id === id);
      const names = [chosen].flat().flatMap((member) => dimension?.members[member] ?? []);
      const text = listed(
        names.map((each) => each.toLowerCase()),
        'or'
      );
      return dimension && names.length > 0 ? [`${dimension.name.toLowerCase()}: ${before}${text}`] : [];
    });
  const parts = [...partsOf(members, ''), ...partsOf(except, 'any but ')];
  const when = at === 'before' ? ['at the start of the period'] : [];
  const over = pool === undefined ? [] : [`over ${number(pool)} years`];
  return [name, ...parts, ...when, ...over].join('; ');
}

/** The number counted, and what it is set against. */
export function termFacts(catalogue: Catalogue, indicator: PlacedIndicator): readonly Fact[] {
  const { kind, numerator, denominator, per } = indicator;
  if (!numerator || kind === 'outcomes') {
    return denominator ? [{ term: 'Out of', text: termText(catalogue, denominator) }] : [];
  }
  const row = denominator?.field === 'of';
  const each = per === undefined ? 'For each of' : `For every ${number(per)} of`;
  const against = kind === 'rate' || kind === 'ratio' ? each : 'Out of';
  return [
    { term: 'Counts', text: termText(catalogue, numerator) },
    ...(row
      ? [{ term: 'Out of', text: 'the number looked at or asked, given beside it' }]
      : denominator
        ? [{ term: against, text: termText(catalogue, denominator) }]
        : [])
  ];
}
