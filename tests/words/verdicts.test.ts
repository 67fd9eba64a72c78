import { describe, expect, it, test } from 'vitest';
import { NOT_SUPPLIED, reasonOf, STATUS_CODES } from '#lib/domain/cell.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import { judgeByOwnPast } from '#lib/stats/usual-change.ts';
import { absence, absenceInFull, reasonText } from '#lib/words/absence.ts';
import { ownPastText, shareAgainstCount } from '#lib/words/change.ts';
import { notComparableSentence } from '#lib/words/comparable.ts';
import {
  amongSimilarSentence,
  besideSentences,
  differenceText,
  notAmongSimilar
} from '#lib/words/compare.ts';
import { lowerFirst } from '#lib/words/number.ts';
import { areaInSentence, regionInSentence } from '#lib/words/place.ts';
import { recodingSentence } from '#lib/words/recoding.ts';
import { unitOfOne } from '#lib/words/value.ts';
import { beforeText, periodsText, whenText } from '#lib/words/when.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import { BELOW, CLOSE, QUARTER, UNSURE } from './made.ts';

const year = reportingYear(2024);
const of = (kind: Period['kind'], label: string): Period => ({ ...QUARTER, kind, label });
const higher: Comparison = { direction: 'higher', certainty: 'probably', close: false };

const CASES: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['a stock', whenText(year, 'stock'), 'At 31 March 2024'],
  ['a flow over a year', whenText(year, 'flow'), 'In the year to 31 March 2024'],
  ['a flow over a quarter', whenText(QUARTER, 'flow'), 'In the quarter to 31 March 2024'],
  ['a flow over a month', whenText(of('month', 'March'), 'flow'), 'In March 2024'],
  ['a date', whenText(of('date', 'mid-2024'), 'flow'), 'At 31 March 2024'],
  ['a round', whenText(of('round', 'autumn round'), 'flow'), 'In autumn round'],
  ['three years pooled', whenText(year, 'flow', 3), 'Over the three years to 31 March 2024'],
  ['the year before', beforeText('year'), 'the year before'],
  ['the quarter before', beforeText('quarter'), 'the quarter before'],
  ['months', periodsText('month'), 'months'],
  ['a region with an article', regionInSentence('East Midlands'), 'the East Midlands'],
  ['the East of England', regionInSentence('East of England'), 'the East of England'],
  ['a region without', regionInSentence('Yorkshire and The Humber'), 'Yorkshire and The Humber'],
  ['an authority', areaInSentence({ kind: 'authority', name: 'North East' }), 'North East'],
  ['one child', unitOfOne('children'), 'child'],
  ['one of several words', unitOfOne('episodes of need'), 'episode of need'],
  ['one family', unitOfOne('families audited'), 'family audited'],
  ['a first word', lowerFirst('Children on a plan'), 'children on a plan'],
  ['a single letter', lowerFirst('A parent’s drug misuse'), 'a parent’s drug misuse'],
  ['initials', lowerFirst('DfE figures'), 'DfE figures'],
  ['a code', lowerFirst('N1 episodes'), 'N1 episodes'],
  ['a name of two words', lowerFirst('Family Help'), 'Family Help'],

  ['withheld, in full', absenceInFull('withheld'), 'is withheld, so that no child can be identified'],
  ['late, in full', absenceInFull('late'), 'is not in yet'],

  [
    'similar areas, all on one side',
    amongSimilarSentence({ lower: 0, higher: 10, of: 10 }),
    'Lower than all ten similar areas with figures.'
  ],
  [
    'similar areas, most on one side',
    amongSimilarSentence({ lower: 7, higher: 2, of: 9 }),
    'Higher than seven of nine similar areas with figures.'
  ],
  [
    'similar areas, all the same',
    amongSimilarSentence({ lower: 0, higher: 0, of: 9 }),
    'The same as all similar areas with figures.'
  ],
  ['no similar areas', amongSimilarSentence({ lower: 0, higher: 0, of: 0 }), undefined],
  [
    'areas unlike any other',
    notAmongSimilar({ why: 'mostlyNotClose', withData: 0 }, 'City of London'),
    'No area is close enough to City of London to call similar.'
  ],
  [
    'two benchmarks that cannot be told from',
    besideSentences([
      { name: 'similar areas', comparison: UNSURE, text: '35.6' },
      { name: 'England', comparison: CLOSE, text: '41.6' }
    ]),
    'We cannot tell that from similar areas (35.6) or England (41.6).'
  ],
  [
    'one it is below and one it cannot be told from',
    besideSentences([
      { name: 'similar areas', comparison: UNSURE, text: '35.6' },
      { name: 'England', comparison: BELOW, text: '41.6' }
    ]),
    'We cannot tell that from similar areas (35.6). That is below England (41.6).'
  ],
  ['no benchmark', besideSentences([]), ''],
  [
    'a difference that cannot be told',
    differenceText(UNSURE, 'England (16.8%)'),
    'no difference from England (16.8%) that we can tell'
  ],
  [
    'a difference that is probable',
    differenceText(higher, 'England (16.8%)'),
    'probably higher than England (16.8%)'
  ],
  [
    'a difference that is clear',
    differenceText(BELOW, 'England (16.8%)'),
    'clearly lower than England (16.8%)'
  ],

  [
    'two sources',
    notComparableSentence('source'),
    'Not comparable, because the two come from different sources.'
  ],
  [
    'two rounds of audit',
    notComparableSentence('question', 'sampling'),
    'Not comparable, because the question was not the same and the records were chosen in different ways.'
  ],
  [
    'one reason given twice',
    notComparableSentence('tier', 'tier'),
    'Not comparable, because they look at different tiers of help.'
  ],
  [
    'recoding',
    recodingSentence('moved', '2015', '2016', 'neglect'),
    'The use of “multiple” as a category changed between 2015 and 2016, so no change in neglect can be described.'
  ],
  [
    'recoding that is not known',
    recodingSentence('unknown', '2015', '2016', 'neglect'),
    '“Multiple” is withheld or missing for 2015 or 2016, so a change in neglect cannot be told from a change in recording.'
  ],
  [
    'share and count that disagree',
    shareAgainstCount('All plans fell', { from: 48.5, to: 54.8 }, -15, 'neglect’s share of plans'),
    'All plans fell, so neglect’s share of plans rose from 49% to 55% although the number did not.'
  ],
  [
    'share and count that agree',
    shareAgainstCount('All plans rose', { from: 48.5, to: 54.8 }, 15, 'its share'),
    'All plans rose.'
  ],
  [
    'a share that moves less than it is rounded to',
    shareAgainstCount('All plans fell', { from: 54.6, to: 54.8 }, -15, 'its share'),
    'All plans fell.'
  ],

  [
    'its own past, two figures',
    ownPastText(judgeByOwnPast([{ x: 10 }, { x: 12 }])),
    'It is too soon to tell whether that is unusual: there is no change before it to set it beside.'
  ],
  [
    'its own past, a jump after ten steady years',
    ownPastText(judgeByOwnPast([10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 40].map((x) => ({ x })))),
    'That is unusual here: no change before it was as big.'
  ],
  [
    'its own past, one change as big',
    ownPastText({ verdict: 'judged', unusual: false, asBig: 1, earlier: 12 }),
    'That is not unusual here: one change before it was as big.'
  ]
];

describe('a verdict in words', () => {
  test.each(CASES.map(([what, sentence, expected]) => ({ what, sentence, expected })))(
    '$what',
    ({ sentence, expected }) => {
      expect(sentence).toBe(expected);
    }
  );
  it('has words of its own for every reason, each way it is said', () => {
    const reasons = [...new Set(STATUS_CODES.map(reasonOf)), NOT_SUPPLIED.reason];
    expect(reasons).toHaveLength(9);
    for (const words of [absence, reasonText, absenceInFull])
      expect(new Set(reasons.map(words)).size).toBe(reasons.length);
  });
  it('says “because” only of what cannot be counted or compared', () => {
    const causes = CASES.flatMap(([, sentence]) =>
      sentence?.includes('because') === true ? [sentence] : []
    );
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.filter((sentence) => !sentence.startsWith('Not comparable, because '))).toEqual([]);
  });
});
