/** Findings as the words take them. */
import type { Change, Named } from '#lib/words/audits/headline.ts';
import type { Evidence, Standard } from './evidence.ts';
import { goodShare } from './standards.ts';
import { carries, shareIn, type Pair } from './verdict.ts';
import type { Round } from './rounds.ts';

/** Both counts of a pair; undefined where one is missing. */
export function changeOf({ standard, from, to }: Pair): Change | undefined {
  const [a, b] = [shareIn(from), shareIn(to)];
  return a && b ? { label: standard.label, from: a, to: b } : undefined;
}

/** What a round found of a standard; undefined where it is missing. */
export function namedIn(standard: Standard, round: Round): (Named & { readonly good: number }) | undefined {
  const found = standard.found.find((each) => each.round.id === round.id);
  const counts = found && carries(found) ? shareIn(found) : undefined;
  return (
    counts && { label: standard.label, counts, good: goodShare(standard.indicator, counts.n, counts.of) }
  );
}

/**
 * Standards with a percentage in a round, the weakest first: those that should be met, as those that should not are
 * counted the other way round. Those that are withheld have no place in the order.
 */
export function byStrength({ standards }: Pick<Evidence, 'standards'>, round: Round): readonly Standard[] {
  return standards
    .filter(({ indicator }) => indicator.direction.good === 'up')
    .flatMap((standard) => {
      const named = namedIn(standard, round);
      return named ? [{ standard, good: named.good }] : [];
    })
    .sort((a, b) => a.good - b.good)
    .map(({ standard }) => standard);
}
