import type { Dimension, Member } from '#lib/domain/cube.ts';
import { ALL, isPopulation } from '#lib/domain/cube.ts';
import type { FieldTable } from './field-table.ts';
import type { FieldRule } from './rule.ts';

export interface Band {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  /** 17 where there is no upper end: bands are looked at within childhood. */
  readonly to: number;
}

const OLDEST = 17;

function bandOf({ id, name, from, to }: Member): Band[] {
  return from === undefined || from > OLDEST ? [] : [{ id, name, from, to: Math.min(to ?? OLDEST, OLDEST) }];
}

/** The bands of ages that a table has rows for, youngest first, the widest of those that begin together first. */
export function bandsOf(table: FieldTable): readonly Band[] {
  const position = table.table.dimensions.indexOf('age');
  const dimension: Dimension | undefined = table.dimensions.find(({ id }) => id === 'age');
  if (position < 0 || dimension === undefined) return [];
  const present = new Set(table.series.map(({ members }) => members[position] ?? ALL));
  return dimension.members
    .filter(({ id }) => present.has(id))
    .flatMap(bandOf)
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function ages(from: number, to: number): string {
  return from === to ? `age ${from}` : `ages ${from} to ${to}`;
}

/** Two bands that each hold ages the other lacks: with both, the ages between can be worked out, and children count twice. */
export const ageBandsOverlap: FieldRule = {
  id: 'age-bands-overlap',
  severity: 'warning',
  *check({ bundle, tables }) {
    if (bundle.manifest.disclosure !== undefined) return;
    for (const table of tables) {
      if (isPopulation(table.cube)) continue;
      const crossing = crossings(bandsOf(table));
      const [first] = crossing;
      if (first === undefined) continue;
      yield {
        file: table.file,
        column: 'age',
        value: first.bands.join(', '),
        message: `bands of ages cross: ${crossing.map(({ bands, both }) => `“${bands.join('” and “')}” both hold ${both}`).join('; ')}`,
        remedy:
          'Give one cut of ages in a table: two that cross count children twice, and give others away unless they are protected together.'
      };
    }
  }
};

interface Crossing {
  readonly bands: readonly [string, string];
  readonly both: string;
}

function crossings(bands: readonly Band[]): readonly Crossing[] {
  return bands.flatMap((one, at) =>
    bands.slice(at + 1).flatMap((other): Crossing[] => {
      const isCrossing = other.from > one.from && other.from <= one.to && other.to > one.to;
      return isCrossing ? [{ bands: [one.name, other.name], both: ages(other.from, one.to) }] : [];
    })
  );
}

/** Ages that no band of a table holds, where its bands otherwise follow one another. */
export const ageBandsGap: FieldRule = {
  id: 'age-bands-gap',
  severity: 'warning',
  *check({ tables }) {
    for (const table of tables) {
      const bands = bandsOf(table);
      const gaps = gapsOf(bands);
      if (gaps.length === 0) continue;
      yield {
        file: table.file,
        column: 'age',
        value: bands.map(({ name }) => name).join(', '),
        message: `no band of the table holds ${gaps.map(([from, to]) => ages(from, to)).join(' or ')}`,
        remedy:
          'Add the band that is missing: “withheld” (status c) where it is withheld, 0 where there are none.'
      };
    }
  }
};

function gapsOf(bands: readonly Band[]): (readonly [number, number])[] {
  const held = Array.from({ length: OLDEST + 1 }, (_, age) =>
    bands.some(({ from, to }) => from <= age && age <= to)
  );
  const first = held.indexOf(true);
  const last = held.lastIndexOf(true);
  const isOneBand = bands.some(({ from, to }) => from === first && to === last);
  if (first < 0 || isOneBand) return [];
  const from = last === OLDEST && first <= 1 ? 0 : first;
  const to = first === 0 ? OLDEST : last;
  const gaps: [number, number][] = [];
  for (let age = from; age <= to; age += 1) {
    if (held[age] === true) continue;
    const gap = gaps.at(-1);
    if (gap?.[1] === age - 1) gap[1] = age;
    else gaps.push([age, age]);
  }
  return gaps;
}

const COUNTS_UNBORN = ['plans', 'known', 'primary_need'];

/** Children not born yet may be on a plan and live in no population: a table by age has to say where they are. */
export const unbornNotTold: FieldRule = {
  id: 'unborn-not-told',
  severity: 'warning',
  *check({ tables, bundle: { manifest } }) {
    const { nation, ageBands } = manifest;
    if (nation !== undefined && ageBands.every(({ id }) => id !== 'unborn')) return;
    for (const table of tables) {
      if (!COUNTS_UNBORN.includes(table.cube.id)) continue;
      const bands = bandsOf(table);
      const position = table.table.dimensions.indexOf('age');
      const isTold = table.series.some(({ members }) => members[position] === 'unborn');
      if (isTold || !bands.some(({ from, to }) => from === 0 && to <= 4) || gapsOf(bands).length > 0)
        continue;
      yield {
        file: table.file,
        column: 'age',
        value: bands[0]?.name ?? '',
        message: 'the table gives ages from 0 and has no row for unborn children',
        remedy:
          'Add rows for “unborn”, with 0 where there are none. Counted under 1 they would raise its rate, for no population holds them.'
      };
    }
  }
};
