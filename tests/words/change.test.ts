import type { Trend } from '#lib/indicators/trend.ts';
import { changeSentence, rangeSentence, trendSentence } from '#lib/words/figure.ts';
import { answer, AUDIT, ranged, RATE, SHARE, eachRow, type Row } from './made.ts';
import { trendWord } from '#lib/words/scorecard.ts';
import { trendTitle } from '#lib/words/trend.ts';

const from = answer(RATE, 250, 143_000);
const now = answer(RATE, 235, 145_000);
const usual = { unusual: false, inHundred: 76 };
const soon = (earlier: number) => ({ verdict: 'tooSoonToTell' as const, earlier, needed: 9 });
const past = (asBig: number, unusual = false) => ({
  verdict: 'judged' as const,
  unusual,
  asBig,
  earlier: 10
});

const CHANGE: readonly Row[] = [
  [
    'a usual change',
    changeSentence({ from, usual }, 'year', now),
    'It was 250, or 17.5, the year before. That is not unusual: in a year, about 76 of 100 authorities see a change as big, allowing for size.'
  ],
  [
    'an unusual change',
    changeSentence({ from, usual: { unusual: true, inHundred: 1 } }, 'year', now),
    'It was 250, or 17.5, the year before. That is unusual: in a year, 1 of 100 authorities or fewer see a change as big, allowing for size.'
  ],
  [
    'so small a change that nearly every authority sees one',
    changeSentence({ from, usual: { unusual: false, inHundred: 100 } }, 'year', now),
    'It was 250, or 17.5, the year before. That is not unusual: in a year, nearly every authority sees a change as big, allowing for size.'
  ],
  ['no change', changeSentence({ from: now, usual }, 'year', now), 'It was the same the year before.'],
  [
    'the same count of other children',
    changeSentence({ from: answer(RATE, 235, 120_000), usual }, 'year', now),
    'It was 235, or 19.6, the year before.'
  ],
  ['from none', changeSentence({ from: answer(RATE, 0, 8000) }, 'year', now), 'It was none the year before.'],
  [
    'too soon to tell, with none before',
    changeSentence({ from, past: soon(0) }, 'year', now),
    'It was 250, or 17.5, the year before. It is too soon to tell whether that is unusual: there is no change before it to set it beside.'
  ],
  [
    'too soon to tell, with one before, by quarter',
    changeSentence({ from, past: soon(1) }, 'quarter', now),
    'It was 250, or 17.5, the quarter before. It is too soon to tell whether that is unusual: there is only one change before it to set it beside.'
  ],
  [
    'beside its own past',
    changeSentence({ from, past: past(4) }, 'year', now),
    'It was 250, or 17.5, the year before. That is not unusual here: four changes before it were as big.'
  ],
  [
    'bigger than all of its own past',
    changeSentence({ from, past: past(0, true) }, 'year', now),
    'It was 250, or 17.5, the year before. That is unusual here: no change before it was as big.'
  ],
  [
    'a share',
    changeSentence({ from: answer(SHARE, 25, 100), usual }, 'year', answer(SHARE, 30, 100)),
    'It was 25.0% the year before. That is not unusual: in a year, about 76 of 100 authorities see a change as big, allowing for size.'
  ],
  [
    'a share of few, which nothing is judged from',
    changeSentence({ from: answer(AUDIT, 3, 8), past: soon(0) }, 'round', answer(AUDIT, 12, 30)),
    'It was 3 of 8 the round before.'
  ],
  ['a missing year before', changeSentence({ from: answer(SHARE, 'withheld', 429) }), undefined],
  [
    'a range of a share, one percent sign to a number',
    rangeSentence(ranged(answer(SHARE, 235, 429), 43.4, 65.6)),
    'With nothing underlying changed, it could have been anywhere from 43.4% to 65.6%.'
  ],
  [
    'a range of a rate',
    rangeSentence(ranged(now, 11.2, 21.7)),
    'With nothing underlying changed, it could have been anywhere from 11.2 to 21.7.'
  ],
  ['no range of few', rangeSentence(ranged(answer(AUDIT, 4, 6), 30, 90)), undefined]
];

const slope = { slope: 1, chi2: 10, stableSign: true };
const trend = (given: Trend['trend'], noun?: string) =>
  given === 'tooFewPoints' || given === 'notDescribed'
    ? undefined
    : trendSentence({ trend: given, ...slope }, noun === undefined ? {} : { noun });

const TREND: readonly Row[] = [
  [
    'a rise, as a title',
    trendTitle({ trend: 'increasing', ...slope }),
    'Clearly higher over the last five years'
  ],
  [
    'no trend, as a title',
    trendTitle({ trend: 'notDescribed', because: 'unknown' }),
    'Recording changed, or may have, so no trend is described'
  ],
  [
    'too few, as a title',
    trendTitle({ trend: 'tooFewPoints', points: 2 }, { noun: 'quarters' }),
    'Too few quarters in a row to speak of a trend'
  ],
  [
    'too few up to a year, as a title',
    trendTitle({ trend: 'tooFewPoints', points: 2 }, { to: '2018' }),
    'Too few years in a row up to 2018 to speak of a trend'
  ],
  [
    'too few up to a year',
    trendSentence({ trend: 'tooFewPoints', points: 2 }, { to: '2018' }),
    'A trend needs figures for five years in a row; up to 2018 there are two.'
  ],
  [
    'a fall up to a year',
    trendSentence({ trend: 'decreasing', ...slope }, { to: '2022' }),
    'Over the five years to 2022 it has clearly fallen.'
  ],
  ['rising', trend('increasing'), 'Over the last five years it has clearly risen.'],
  ['falling', trend('decreasing', 'quarters'), 'Over the last five quarters it has clearly fallen.'],
  ['neither', trend('noChange'), 'Over the last five years there is no clear rise or fall.'],
  [
    'no points',
    trendSentence({ trend: 'tooFewPoints', points: 0 }),
    'A trend needs figures for five years in a row; there are none.'
  ],
  [
    'one point',
    trendSentence({ trend: 'tooFewPoints', points: 1 }),
    'A trend needs figures for five years in a row; there is one.'
  ],
  [
    'recoded',
    trendSentence({ trend: 'notDescribed', because: 'moved' }),
    'The use of “multiple” as a category changed in the last five years, so no trend can be described.'
  ],
  ['recoded, in a scorecard', trendWord({ trend: 'notDescribed', because: 'moved' }), 'recording changed'],
  [
    'perhaps recoded, in a scorecard',
    trendWord({ trend: 'notDescribed', because: 'unknown' }),
    'cannot be told'
  ],
  [
    'perhaps recoded',
    trendSentence({ trend: 'notDescribed', because: 'unknown' }),
    '“Multiple” is withheld or missing in the last five years, so a trend cannot be told from a change in recording.'
  ]
];

eachRow('change and range', CHANGE);
eachRow('trend', TREND);
