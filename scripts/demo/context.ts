/** What other counts and surveys say of the areas: no one’s record, and no count of children known. */
import { known } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { COUNTRY, LARGE, MIDDLE, SMALL } from './places.ts';

const POVERTY: readonly (readonly [area: string, percent: number])[] = [
  [LARGE, 22.4],
  [MIDDLE, 33.1],
  [SMALL, 17.8],
  [COUNTRY, 27.2]
];
/** A lifetime survey, published in 2011 and cited by the joint inspections of 2018. */
const LIFETIME: readonly (readonly [age: string, percent: number])[] = [
  ['under11', 4],
  ['11to17', 11]
];

export function contextRows(): Observation[] {
  const row = (area: string, members: readonly string[], value: number): Observation => ({
    area,
    period: '2024',
    measure: 'percent',
    members,
    cell: known(value)
  });
  return [
    ...POVERTY.map(([area, percent]) => row(area, ['povertychildren', ALL], percent)),
    ...LIFETIME.flatMap(([age, percent]) => [row(COUNTRY, ['neglectlifetime', age], percent)])
  ];
}
