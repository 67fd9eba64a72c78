/** How figures that are not here could be given, in the words of those who would give them. */
import type { Supply } from '#lib/domain/cube.ts';

const FROM: Readonly<Record<Supply['by'], string>> = {
  published: 'Published statistics',
  census: 'Case system, as for the children in need census',
  annexA: 'Case system, as for Ofsted’s annex A',
  local: 'Local systems',
  hand: 'Counted by hand'
};

const OFTEN: Readonly<Record<Supply['cadence'], string>> = {
  year: 'each year',
  quarter: 'each quarter',
  month: 'each month',
  round: 'each round',
  once: 'once'
};

const HARD: Readonly<Record<Supply['effort'], string>> = {
  usual: 'most areas hold it',
  some: 'takes some work',
  rare: 'few areas can'
};

/** `Local systems, each quarter; takes some work`. */
export function supplyText({ by, cadence, effort }: Supply): string {
  return `${FROM[by]}, ${OFTEN[cadence]}; ${HARD[effort]}`;
}
