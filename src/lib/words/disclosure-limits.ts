/** What no protection of figures can promise, written down plainly. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';

type Rules = Pick<DisclosureSettings, 'zerosShown' | 'smallGroup'>;
type Audience = 'public' | 'restricted';

const KNOWING =
  'People who know something already. A neighbour who knows one child can take that child away from a count, and may then know something of the others.';
const SMALL_PLACES =
  'Small places. Where few children live, a number that is large enough to show may still be about a few families.';
const SEVERAL_TABLES =
  'One child in several tables. The same child can be counted in many tables. Somebody who knows the child may put them together.';

function shownInWords({ zerosShown, smallGroup }: Rules, audience: Audience): string[] {
  return [
    ...(zerosShown
      ? [
          'Noughts. A nought that is shown tells that there was nobody. Where everybody knows everybody, that is news too.'
        ]
      : []),
    ...(smallGroup === 0
      ? [
          'All of a group. Where everybody in a group is counted under one heading, whoever is known to be in the group is known to be under that heading.'
        ]
      : []),
    ...(audience === 'restricted'
      ? ['Readers who pass it on. This release is for few readers. It is not safe with others.']
      : [])
  ];
}

/** Of a release that was checked: points of a list, in the order in which they matter to somebody who signs. */
export function limitsInWords(rules: Rules, audience: Audience): string[] {
  return [
    KNOWING,
    'Figures that are published elsewhere and were not given to this check.',
    'Words. A note or a comment can give somebody away without any number. Somebody has to read them.',
    SMALL_PLACES,
    SEVERAL_TABLES,
    'What comes later. The next release has to be checked against this one before it goes out.',
    'Guesses. Anybody may guess, and may guess right. It is only proved that nobody can be sure.',
    ...shownInWords(rules, audience)
  ];
}

/** Of figures that somebody else protected, of which so many are known to be given away. */
export function limitsOfOthers(rules: Rules, audience: Audience, givenAway = 0): string[] {
  return [
    givenAway > 0
      ? 'Sums. Some withheld numbers can be worked out from others. How many is said above.'
      : 'Sums. Nobody has proved that no withheld number can be worked out from others.',
    KNOWING,
    SMALL_PLACES,
    SEVERAL_TABLES,
    ...shownInWords(rules, audience)
  ];
}
