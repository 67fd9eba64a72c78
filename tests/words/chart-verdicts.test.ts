import { describe, expect, it, test } from 'vitest';
import { funnel } from '#lib/stats/funnel.ts';
import { PATHWAY_LINKS } from '#lib/stats/pathway.ts';
import { assuranceWords, causeWords, readingSentences, variationWords } from '#lib/words/control.ts';
import { funnelSentences, liesText, positionText } from '#lib/words/funnel.ts';
import {
  closeText,
  endsAtSentence,
  mostOfText,
  noOneStep,
  offsetText,
  stepText
} from '#lib/words/pathway.ts';

const inside = { target: 0.1, kind: 'proportion' } as const;
const areas = (x: number) =>
  Array.from({ length: 20 }, (_, i) => ({ x: i % 2 === 0 ? x : 200 - x, n: 1000 }));
const said = (x: number) => {
  const result = funnel(areas(x), inside);
  return funnelSentences(result, result.plainLimits !== 'hold');
};

const reading = {
  limits: 'control',
  label: 'March 2024',
  figure: '31',
  centre: '20.0',
  between: { lower: '10.1', upper: '29.9' },
  last: { cause: 'outside', side: 'high' },
  variation: 'neutralHigh',
  assurance: 'none',
  trial: false
} as const;

const CASES: readonly (readonly [string, string | undefined, string | undefined])[] = [
  [
    'common cause',
    variationWords('common', 'control'),
    'As usual: chance alone explains the latest figure (“common cause”)'
  ],
  [
    'a special cause of a volume',
    variationWords('neutralHigh', 'control'),
    'More than chance (“special cause”), high: neither good nor bad'
  ],
  [
    'a special cause that is better',
    variationWords('improvementLow', 'control'),
    'More than chance (“special cause”), low: an improvement'
  ],
  [
    'a special cause that is worse',
    variationWords('concernHigh', 'control'),
    'More than chance (“special cause”), high: of concern'
  ],
  [
    'a run chart without a sign',
    variationWords('common', 'run'),
    'It varies about its median as chance would have it'
  ],
  [
    'a run chart with one',
    variationWords('neutralLow', 'run'),
    'Not chance alone, low: neither good nor bad'
  ],
  ['a target that will be met', assuranceWords('pass'), 'Will meet the target unless something changes'],
  ['a target that will be missed', assuranceWords('fail'), 'Will miss the target unless something changes'],
  ['a target that chance decides', assuranceWords('hitAndMiss'), 'Will hit and miss the target'],
  ['a point outside', causeWords({ cause: 'outside', side: 'low' }, 'control'), 'below the lower limit'],
  ['a trend', causeWords({ cause: 'trend', side: 'low' }, 'control'), 'one of 7 or more falling in a row'],
  [
    'two in three',
    causeWords({ cause: 'twoInThree', side: 'high' }, 'control'),
    'one of two in three near the upper limit'
  ],
  [
    'a shift',
    causeWords({ cause: 'shift', side: 'high' }, 'control'),
    'one of 7 or more in a row above the mean'
  ],
  [
    'a long run',
    causeWords({ cause: 'shift', side: 'high' }, 'run'),
    'in a run above the median too long for chance'
  ],
  [
    'a control chart',
    readingSentences(reading),
    'March 2024: 31. The mean is 20.0, and by chance alone it would lie between 10.1 and 29.9. More than chance (“special cause”), high: neither good nor bad (above the upper limit).'
  ],
  [
    'a control chart on trial, with a target',
    readingSentences({
      ...reading,
      last: { cause: 'none' },
      variation: 'common',
      assurance: 'hitAndMiss',
      trial: true
    }),
    'March 2024: 31. The mean is 20.0, and by chance alone it would lie between 10.1 and 29.9. As usual: chance alone explains the latest figure (“common cause”). Will hit and miss the target. These are trial limits: they rest on few points and may move.'
  ],

  ['a place inside a funnel', positionText('inside'), 'Within the 95% limits'],
  ['a place at the edge of one', positionText('above95'), 'Above the 95% limits, within the 99.8% limits'],
  ['a place outside one', positionText('below998'), 'Below the 99.8% limits'],
  ['where an area lies', liesText('Leeds', 'below998', false), 'Leeds lies below the limits of chance'],
  [
    'where an area lies in wider limits',
    liesText('Leeds', 'inside', true),
    'Leeds lies within limits that allow for different ways of recording'
  ],
  [
    'a funnel whose limits hold',
    said(98),
    'Areas differ about as much as chance alone would make them. An area outside the 99.8% limits stands out.'
  ],
  [
    'a funnel that means nothing',
    said(20),
    'Plain limits mean nothing here. Of 20 areas, 20 lie outside plain 99.8% limits. Chance alone would put about 1 in 500 there. That says that areas record in different ways, not that each stands out. The limits drawn are wider, to allow for that. An area outside them stands out even so.'
  ],
  [
    'a funnel with one area outside',
    funnelSentences({ plainLimits: 'overDispersed', outside998: 1, points: areas(90) }, false),
    'Areas differ more than chance alone would make them. They may record in different ways. Of 20 areas, 1 lies outside plain 99.8% limits. Chance alone would put about 1 in 500 there.'
  ],

  [
    'a step that makes nearly all',
    mostOfText(0.9, 'that gap', 'category'),
    'Nearly all of that gap is how often neglect is the category chosen for a new plan'
  ],
  [
    'a step that makes most',
    mostOfText(0.7, 'that gap', 'referred'),
    'Most of that gap is how many children are referred'
  ],
  [
    'no one step',
    noOneStep('Leeds', 'England'),
    'No one step makes Leeds’ difference from England in children starting a plan for neglect'
  ],
  [
    'steps that offset one another',
    offsetText({ referred: 7, conference: -5.4, plan: -1, category: -8.6 }),
    'more children are referred; fewer of those referred reach a child protection conference; neglect is less often the category of a new plan. These steps offset one another'
  ],
  [
    'two that are close by different ways',
    closeText('Leeds', 'Kent', { referred: -4, conference: 0.1, plan: 3, category: 0.1 }),
    'Leeds and Kent are close. On the way there, in Leeds: fewer children are referred and more of those at a conference start a plan'
  ],
  [
    'two that are close by the same way',
    closeText('Leeds', 'Kent', { referred: 0, conference: 0, plan: 0, category: 0 }),
    'Leeds and Kent are close, and so is every step on the way'
  ],
  [
    'a way that ends',
    endsAtSentence('Rutland', 'referred'),
    'For Rutland, no child was referred, so the steps after it cannot be told.'
  ]
];

describe('the verdict of a chart in words', () => {
  test.each(CASES.map(([what, sentence, expected]) => ({ what, sentence, expected })))(
    '$what',
    ({ sentence, expected }) => {
      expect(sentence).toBe(expected);
    }
  );
  it('has words of its own for every step', () =>
    expect(new Set(PATHWAY_LINKS.map(stepText)).size).toBe(PATHWAY_LINKS.length));
  it('never says “because”', () =>
    expect(CASES.filter(([, sentence]) => sentence?.includes('because') === true)).toEqual([]));
});
