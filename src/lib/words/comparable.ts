/** Why two figures that look alike are not set against each other. */
import { listed } from './number.ts';

const WHY = {
  source: 'the two come from different sources',
  vintage: 'the two come from different editions of one source',
  period: 'one is of a date and the other of a period, or of periods of different length',
  unit: 'the two count different things',
  population: 'the two are worked out from different populations',
  definition: 'the definition changed between them',
  question: 'the question was not the same',
  scale: 'the scale of answers was not the same',
  sampling: 'the records were chosen in different ways',
  tier: 'they look at different tiers of help',
  boundary: 'the boundary of the area changed between them',
  recoding: 'the use of the category changed between them'
} as const;

export type NotComparable = keyof typeof WHY;

/** `Not comparable, because the two come from different sources.` */
export function notComparableSentence(...why: readonly [NotComparable, ...NotComparable[]]): string {
  return `Not comparable, because ${listed([...new Set(why)].map((each) => WHY[each]))}.`;
}
