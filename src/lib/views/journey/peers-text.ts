/** The other authorities of the partnership in words, one by one, and whether each can be told from this one. */
import { isKnown } from '#lib/domain/cell.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { shortValue } from '#lib/words/figure.ts';
import { number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { apart, partsOf, peersOf } from './peers.ts';

/** `In the same partnership: Lanternport 10.7%, clearly lower.` Undefined where none has a figure. */
export function peersText(context: Context, role: string): string | undefined {
  const own = context.result(role);
  const said = peersOf(context).flatMap((peer) => {
    const other = context.result(role, peer.id);
    const { numerator, denominator, value, indicator } = other;
    if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return [];
    if (shareAs(denominator.value) === 'counts')
      return [`${peer.name} ${number(numerator.value)} of ${number(denominator.value)}`];
    const compared = apart(partsOf(own), partsOf(other));
    const told =
      compared === undefined
        ? ''
        : compared.sure === 'cannotTell'
          ? ', which cannot be told apart'
          : `, ${compared.sure} ${compared.higher ? 'lower' : 'higher'}`;
    return [`${peer.name} ${shortValue(indicator, value.value)}${told}`];
  });
  return said.length === 0 ? undefined : `In the same partnership: ${said.join('; ')}.`;
}
