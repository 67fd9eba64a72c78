import type * as Plot from '@observablehq/plot';
import type { AssuranceIcon, VariationIcon } from '#lib/views/model.ts';
import type { Word } from './marks.ts';
import { SENSES, WHITE, type Sense } from './palette.ts';
import { discs, octagon, polygons, polylines, square, type Corner } from './shapes.ts';

/** From the middle of an icon to its edge. */
export const ICON = 19;

export type Icon = VariationIcon | Exclude<AssuranceIcon, 'none'>;

interface Drawn {
  readonly marks: readonly Plot.Markish[];
  readonly words: readonly Word[];
}

const SENSE: Readonly<Record<Icon, Sense>> = {
  common: 'usual',
  concernHigh: 'concern',
  concernLow: 'concern',
  improvementHigh: 'improvement',
  improvementLow: 'improvement',
  neutralHigh: 'neutral',
  neutralLow: 'neutral',
  pass: 'improvement',
  fail: 'concern',
  hitAndMiss: 'usual'
};

/** Concern has eight corners, neither good nor bad four, all else is round. */
function outline(at: Corner, sense: Sense): Plot.Markish[] {
  const style = { fill: WHITE, stroke: SENSES[sense], strokeWidth: 3 };
  switch (sense) {
    case 'concern':
      return polygons([octagon(at, ICON - 1)], style);
    case 'neutral':
      return polygons([square(at, ICON - 3)], style);
    case 'improvement':
    case 'usual':
      return discs([at], ICON - 1.5, style);
  }
}

/** An arrow up beside H, or down beside L. */
function arrow([x, y]: Corner, side: 'high' | 'low', sense: Sense): Drawn {
  const tip = side === 'high' ? -1 : 1;
  const stroke = { stroke: SENSES[sense], strokeWidth: 2.75 };
  const middle = x + 6.5;
  return {
    marks: polylines(
      [
        [
          [middle, y - tip * 9],
          [middle, y + tip * 9]
        ],
        [
          [middle - 5, y + tip * 3],
          [middle, y + tip * 9],
          [middle + 5, y + tip * 3]
        ]
      ],
      stroke
    ),
    words: [
      {
        x: x - 6,
        y,
        text: side === 'high' ? 'H' : 'L',
        size: 17,
        weight: 700,
        fill: SENSES[sense],
        anchor: 'middle'
      }
    ]
  };
}

function inside(icon: Icon, [x, y]: Corner, sense: Sense): Drawn {
  const colour = SENSES[sense];
  const strokes = (lines: readonly (readonly Corner[])[]) => ({
    marks: polylines(lines, { stroke: colour, strokeWidth: 3.25 }),
    words: []
  });
  switch (icon) {
    case 'common': {
      const wave: Corner[] = [-11, -5.5, 0, 5.5, 11].map((dx, i) => [x + dx, y + (i % 2 === 0 ? 3.5 : -3.5)]);
      return {
        marks: [
          ...polylines([wave], { stroke: colour, strokeWidth: 1.5 }),
          ...discs(wave, 2.6, { fill: colour })
        ],
        words: []
      };
    }
    case 'pass':
      return strokes([
        [
          [x - 9, y + 1],
          [x - 3, y + 7],
          [x + 9, y - 7]
        ]
      ]);
    case 'fail':
      return strokes([
        [
          [x - 7, y - 7],
          [x + 7, y + 7]
        ],
        [
          [x - 7, y + 7],
          [x + 7, y - 7]
        ]
      ]);
    case 'hitAndMiss':
      return {
        marks: [],
        words: [{ x, y, text: '?', size: 23, weight: 700, fill: colour, anchor: 'middle' }]
      };
    default:
      return arrow([x, y], icon.endsWith('High') ? 'high' : 'low', sense);
  }
}

/** An icon of NHS England's Making Data Count by its meaning, drawn by us. Its words stand beside it. */
export function drawIcon(icon: Icon, at: Corner): Drawn {
  const sense = SENSE[icon];
  const { marks, words } = inside(icon, at, sense);
  return { marks: [...outline(at, sense), ...marks], words };
}
