/** Children who moved from one tier of help to another. */
import { known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { ChartModel, ChartSpec } from '#lib/views/model.ts';
import { chart } from './chart-model.ts';

type Tiers = Extract<ChartSpec, { kind: 'flow' }>['tiers'];

const THREE: Tiers = [
  { id: 'targeted', label: 'Early help' },
  { id: 'cinplan', label: 'Child in need plan' },
  { id: 'cpplan', label: 'Child protection plan' }
];

const MANY: Tiers = [
  { id: 'none', label: 'No help' },
  { id: 'universal', label: 'Universal early help' },
  { id: 'targeted', label: 'Targeted early help' },
  { id: 'cinplan', label: 'Child in need plan' },
  { id: 'cpplan', label: 'Child protection plan' },
  { id: 'care', label: 'In care' }
];

const textOf = (cell: Cell) =>
  cell.kind === 'known'
    ? `${cell.value.toLocaleString('en-GB')} ${cell.value === 1 ? 'child' : 'children'}`
    : cell.reason === 'withheld'
      ? 'withheld'
      : 'not supplied';

function flow(
  id: string,
  title: string,
  tiers: Tiers,
  moves: readonly (readonly [string, string, Cell])[]
): ChartModel {
  return chart(id, title, 'Children with neglect recorded who moved, year to 31 March 2024', {
    kind: 'flow',
    unit: 'children who moved in the year',
    tiers,
    moves: moves.map(([from, to, cell]) => ({ id: `${from}-${to}`, from, to, cell, text: textOf(cell) }))
  });
}

export const FLOW_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'flow-three-tiers': flow('flow-three-tiers', 'Most moves are down from a child protection plan', THREE, [
    ['targeted', 'cinplan', known(24)],
    ['cinplan', 'cpplan', known(21)],
    ['cpplan', 'cinplan', known(345)],
    ['cinplan', 'targeted', known(48)]
  ]),
  'flow-missing-and-zero': flow('flow-missing-and-zero', 'One move is withheld, one is none', THREE, [
    ['targeted', 'cinplan', missing('withheld')],
    ['cinplan', 'cpplan', known(0)],
    ['targeted', 'cpplan', known(1)],
    ['cpplan', 'cinplan', missing('withheld')],
    ['cinplan', 'targeted', NOT_SUPPLIED],
    ['cpplan', 'targeted', known(12)]
  ]),
  'flow-all-withheld': flow('flow-all-withheld', 'Every move is withheld', THREE, [
    ['targeted', 'cinplan', missing('withheld')],
    ['cpplan', 'cinplan', missing('withheld')]
  ]),
  'flow-six-tiers': flow('flow-six-tiers', 'Every move there is, between six tiers', MANY, [
    ['none', 'universal', known(2480)],
    ['none', 'cpplan', known(12)],
    ['universal', 'targeted', known(610)],
    ['targeted', 'cinplan', known(224)],
    ['cinplan', 'cpplan', known(121)],
    ['cpplan', 'care', known(33)],
    ['care', 'none', known(18)],
    ['cpplan', 'cinplan', known(345)],
    ['cinplan', 'none', missing('withheld')]
  ]),
  'flow-one-way': flow('flow-one-way', 'No move down is counted', THREE.slice(1), [
    ['cinplan', 'cpplan', known(1)]
  ])
};
