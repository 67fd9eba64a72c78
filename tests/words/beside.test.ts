import { besideSentence, judgementSentence, levelSentence, similarSentence } from '#lib/words/figure.ts';
import {
  ABOVE,
  AUDIT,
  BELOW,
  beside,
  CLOSE,
  COUNT,
  DOWN,
  PROBABLY_BELOW,
  RATE,
  RATIO,
  SHARE,
  UNSURE,
  eachRow,
  type Row
} from './made.ts';

const similar = beside('neighbours', 15.1, CLOSE, { withData: 9 });
const worse = { judgement: { side: 'higher', judgement: 'worse' } } as const;
const better = { judgement: { side: 'lower', judgement: 'better' } } as const;

const BESIDE: readonly Row[] = [
  [
    'three comparators, two words',
    besideSentence(RATE, [
      similar,
      beside('region', 21.5, PROBABLY_BELOW),
      beside('england', 20.5, PROBABLY_BELOW)
    ]),
    'That is close to similar areas (middle of nine: 15.1), and probably below the East Midlands (21.5) and England (20.5).'
  ],
  [
    'England last, whatever the words',
    besideSentence(SHARE, [similar, beside('region', 21.5, BELOW), beside('england', 20.5, CLOSE)]),
    'That is below the East Midlands (21.5%), and close to similar areas (middle of nine: 15.1%) and England (20.5%).'
  ],
  [
    'one word for each',
    besideSentence(RATE, [beside('region', 12, ABOVE), beside('england', 20.5, BELOW)]),
    'That is above the East Midlands (12.0) and below England (20.5).'
  ],
  [
    'too uncertain',
    besideSentence(RATE, [beside('england', 20.5, UNSURE)]),
    'That is too uncertain to tell from England (20.5).'
  ],
  ['nobody to compare with', besideSentence(RATE, []), undefined],
  ['a count, as big as its area', besideSentence(COUNT, [beside('england', 231_940)]), undefined],
  [
    'a ratio, which has no range',
    besideSentence(RATIO, [beside('region', 2.8), beside('england', 2.7)]),
    'Beside it: the East Midlands (2.8) and England (2.7). A figure of this kind has no range, so how sure a difference is cannot be told.'
  ],
  [
    'too few similar areas',
    similarSentence(RATE, [
      beside('neighbours', 'notAvailable', undefined, { withData: 4 }),
      beside('england', 20.5, BELOW)
    ]),
    'Only four similar areas have figures, too few to compare with.'
  ],
  [
    'one similar area',
    similarSentence(RATE, [
      beside('neighbours', 'notAvailable', undefined, { withData: 1 }),
      beside('england', 20.5, BELOW)
    ]),
    'Only one similar area has a figure, too few to compare with.'
  ],
  [
    'no similar area',
    similarSentence(RATE, [
      beside('neighbours', 'notAvailable', undefined, { withData: 0 }),
      beside('england', 20.5, BELOW)
    ]),
    'No similar area has a figure, so there is no comparison with them.'
  ],
  ['enough similar areas', similarSentence(RATE, [similar, beside('england', 20.5, BELOW)]), undefined],
  ['no direction', judgementSentence(RATE, [beside('england', 20.5, BELOW, better)]), undefined],
  [
    'worse, where lower is better',
    judgementSentence(DOWN, [beside('region', 1.8, ABOVE, worse)]),
    'Lower is better here, so this is clearly worse than the East Midlands.'
  ],
  [
    'better, where higher is better',
    judgementSentence(AUDIT, [
      beside('england', 40, ABOVE, { judgement: { side: 'higher', judgement: 'better' } })
    ]),
    'Higher is better here, so this is clearly better than England.'
  ],
  [
    'better than some and worse than others',
    judgementSentence(DOWN, [{ ...similar, ...worse }, beside('england', 20.5, BELOW, better)]),
    'Lower is better here, so this is clearly better than England and clearly worse than similar areas.'
  ],
  [
    'not told apart',
    judgementSentence(DOWN, [beside('england', 20.5, CLOSE, { judgement: { side: 'similar' } })]),
    undefined
  ],
  [
    'a level',
    levelSentence({ lower: 48, higher: 98, of: 148 }),
    'It is lower than 98 of the 147 other authorities with figures.'
  ],
  [
    'a level beside a range too wide to place it',
    levelSentence({ lower: 5, higher: 142, of: 148 }, [beside('england', 20.5, UNSURE)]),
    'As a bare number it is lower than 142 of the 147 other authorities with figures; its range is too wide to be sure of that.'
  ],
  [
    'a level shared by all',
    levelSentence({ lower: 0, higher: 0, of: 20 }),
    'It is the same as all 19 other authorities with figures.'
  ]
];

eachRow('comparison', BESIDE);
