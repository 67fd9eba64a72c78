/** What of the scorecard stands out for another reason than what it is beside or its trend. */
import { ASKED_ABOUT, CHANGED_IN_AUDITS } from '#lib/words/scorecard.ts';
import type { Raised } from '../questions.ts';
import type { Elsewhere } from './raised.ts';

/** By indicator, how it stands out in words: `worse in audits`, `a question to ask`. */
export type Noted = ReadonlyMap<string, string>;

/** @param asked what raised the questions of the page */
export function notedOf({ changed }: Pick<Elsewhere, 'changed'>, asked: readonly Raised[]): Noted {
  return new Map([
    ...asked.flatMap(({ about = [] }) => about).map((id) => [id, ASKED_ABOUT] as const),
    ...[...changed].map(([id, how]) => [id, CHANGED_IN_AUDITS[how]] as const)
  ]);
}
