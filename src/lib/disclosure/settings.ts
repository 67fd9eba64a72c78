/** Rules of disclosure control that are in use, and words for whoever signs them. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { roundToBase } from '#lib/stats/rounding.ts';

/** Staff, services and arrangements: counting them identifies no child. */
const NOT_ABOUT_CHILDREN = [
  'service',
  'course',
  'full-time equivalent',
  'action',
  'meeting',
  'person',
  'working day'
];

export const PRESETS: Readonly<Record<'dfe' | 'strong', DisclosureSettings>> = {
  dfe: {
    id: 'dfe',
    name: 'As the Department for Education does',
    about: 'Counts of 1 to 5 are withheld, and whatever would give them away. Zeros are shown.',
    threshold: 6,
    rounding: 1,
    zerosShown: true,
    smallGroup: 0,
    minimumWidth: 2,
    revisionsProtected: true,
    keep: [],
    notAboutChildren: NOT_ABOUT_CHILDREN
  },
  strong: {
    id: 'strong',
    name: 'Stronger: withheld to 7, the rest rounded to 5',
    about:
      'Counts of 1 to 7 are withheld, as NHS England does below national level, all others are rounded to the nearest 5, and that everybody or nobody in a group of fewer than 20 is something is withheld too.',
    threshold: 8,
    rounding: 5,
    zerosShown: true,
    smallGroup: 20,
    minimumWidth: 4,
    revisionsProtected: true,
    keep: [],
    notAboutChildren: NOT_ABOUT_CHILDREN
  }
};

/** The rules in sentences, in the order in which they are applied. */
export function settingsInWords(settings: DisclosureSettings): string[] {
  const { threshold, rounding, zerosShown, smallGroup, minimumWidth, revisionsProtected, keep } = settings;
  return [
    `${threshold === 2 ? 'A count of 1 is' : `Counts of 1 to ${threshold - 1} are`} withheld${zerosShown ? '; a count of nobody is shown as 0' : ', and so is a count of nobody'}.`,
    smallGroup > 0
      ? `Where a group is smaller than ${smallGroup}, that all or none of it is something is withheld.`
      : 'That all or none of a small group is something may be shown.',
    'Other counts are withheld where a small one could be worked out from them, by adding, taking away or comparing with what was published before, here or elsewhere. Which were withheld for which reason is not shown.',
    minimumWidth === 1
      ? 'Nobody can work out a withheld count exactly.'
      : `Whatever a reader works out, the highest number a withheld count could be is at least ${minimumWidth} more than the lowest.`,
    ...(rounding > 1 ? [`All counts that are shown are rounded to the nearest ${rounding}.`] : []),
    ...(revisionsProtected
      ? [`A count that changed by fewer than ${threshold} since it was last published is withheld.`]
      : []),
    ...(keep.length > 0
      ? [
          `The totals of these tables are always shown, save those that are small themselves: ${keep.map(({ table, measure }) => (measure === undefined ? table : `${table}, ${measure}`)).join('; ')}.`
        ]
      : [])
  ];
}

/** What is shown of a count that is not withheld. */
export function publishedCount(value: number, { rounding }: Pick<DisclosureSettings, 'rounding'>): number {
  return rounding === 1 ? value : roundToBase(value, rounding);
}
