/** Authorities of England as tiles of one size. */
import grid from '../../data/geography/tiles.json' with { type: 'json' };
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { ChartModel, Tile } from '#lib/views/model.ts';
import { chart, WITHHELD } from './chart-model.ts';

const STEPS = [12.6, 17.4, 21.9, 28.8];

/** Made-up values from the place on the grid; a few withheld and not available. */
function cellAt(column: number, row: number): Cell {
  const turn = (column * 7 + row * 13) % 41;
  if (turn === 5) return WITHHELD;
  if (turn === 17) return missing('notAvailable');
  return known(4 + turn);
}

function tiles(focus: string, cell?: Cell): readonly Tile[] {
  return grid.rows.flatMap((line, row) =>
    line.split(' ').flatMap((code, column): Tile[] =>
      code === '---'
        ? []
        : [
            {
              id: code,
              label: code === focus ? 'Leicestershire' : `Authority ${code}`,
              column,
              row,
              cell: code === focus && cell ? cell : cellAt(column, row),
              focus: code === focus
            }
          ]
    )
  );
}

const WHERE = 'Children on a plan for neglect, each authority of England as one tile, 31 March 2024';

const drawn = (id: string, focus: string, cell?: Cell) =>
  chart(id, 'Leicestershire and every other authority', WHERE, {
    kind: 'tiles',
    unit: 'per 10,000 children',
    decimals: 1,
    steps: STEPS,
    tiles: tiles(focus, cell)
  });

export const TILES_FIXTURES: Readonly<Record<string, ChartModel>> = {
  tiles: drawn('tiles', '855'),
  'tiles-withheld': drawn('tiles-withheld', '857', WITHHELD),
  'tiles-in-london': drawn('tiles-in-london', '213'),
  'tiles-in-the-west': drawn('tiles-in-the-west', '908', known(0))
};
