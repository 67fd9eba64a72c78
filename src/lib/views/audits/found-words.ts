/** Findings as the words take them. */
import type { Named } from '#lib/words/audits/findings.ts';
import type { Change } from '#lib/words/audits/headline.ts';
import type { Evidence, Standard } from './evidence.ts';
import { goodShare } from './standards.ts';
import { carries, shareIn, type Pair } from './verdict.ts';
import type { Round } from './rounds.ts';

/** Both counts of a pair; undefined where one is missing. */
export function changeOf({ standard, from, to }: Pair): Change | undefined {
  const [a, b] = [shareIn(from), shareIn(to)];
  return a && b ? { label: standard.label, from: a, to: b } : undefined;
}

/** A standard that should not be met. */
export function isFewerBetter({ indicator }: Pick<Standard, 'indicator'>): boolean {
  return indicator.direction.good === 'down';
}

/** What a round found of a standard; undefined where it is missing. */
export function namedIn(standard: Standard, round: Round): (Named & { readonly good: number }) | undefined {
  const found = standard.found.find((each) => each.round.id === round.id);
  const counts = found && carries(found) ? shareIn(found) : undefined;
  const { label, indicator } = standard;
  return (
    counts && {
      label,
      counts,
      good: goodShare(indicator, counts.n, counts.of),
      fewerIsBetter: isFewerBetter(standard)
    }
  );
}

/**
 * Standards with a percentage in a round, the weakest first. One that should not be met stands by how many did not meet
 * it. Those that are withheld, or of which neither way is good, have no place in the order.
 */
export function byStrength({ standards }: Pick<Evidence, 'standards'>, round: Round): readonly Standard[] {
  return standards
    .filter(({ indicator }) => indicator.direction.good !== 'none')
    .flatMap((standard) => {
      const named = namedIn(standard, round);
      return named ? [{ standard, good: named.good }] : [];
    })
    .sort((a, b) => a.good - b.good)
    .map(({ standard }) => standard);
}
