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

const locality = (label: string, column: number, row: number, cell: Cell): Tile => ({
  id: label,
  label,
  column,
  row,
  cell,
  focus: false
});

const LOCALITIES: readonly Tile[] = [
  locality('Amberfold', 1, 0, known(9.1)),
  locality('Brackwater', 0, 1, known(24.4)),
  locality('Cobblebeck and Long Meadow', 1, 1, known(17.5)),
  locality('Dunmarsh', 2, 1, WITHHELD),
  locality('Elderhurn', 1, 2, known(13)),
  locality('Fallowdown', 2, 2, missing('notSupplied'))
];

const localities = chart(
  'tiles-localities',
  'Neglect in the localities of Kestrelshire',
  'Each locality as one tile',
  {
    kind: 'tiles',
    unit: 'per 10,000 children',
    decimals: 1,
    steps: [13, 17.5, 24.4],
    tiles: LOCALITIES,
    named: true
  }
);

export const TILES_FIXTURES: Readonly<Record<string, ChartModel>> = {
  tiles: drawn('tiles', '855'),
  'tiles-localities': localities,
  'tiles-withheld': drawn('tiles-withheld', '857', WITHHELD),
  'tiles-in-london': drawn('tiles-in-london', '213'),
  'tiles-in-the-west': drawn('tiles-in-the-west', '908', known(0))
};
