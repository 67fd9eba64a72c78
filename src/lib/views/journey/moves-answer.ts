/** The indicator of movements, whose shares say how many were at the tier that was left. */
import type { Answer } from '#lib/indicators/answer.ts';
import type { Context } from '../context.ts';

export async function answersOfMoves(context: Context): Promise<() => Answer | undefined> {
  const indicator = context.indicator('tiers-moves');
  if (!indicator.supplied) return () => undefined;
  const at = await context.reading.answers([indicator]);
  return () => at(indicator);
}
