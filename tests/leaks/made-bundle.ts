/**
 * A bundle that the pages really use, made up from a seed: the published tables for a few areas and years, and some that
 * only a partnership has. Counts that could identify somebody are primes of seven digits, each used once; all other
 * counts are far larger, so that one threshold parts them.
 */
import { isKnown, known, type Cell } from '#lib/domain/cell.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Bundle, BundleTable } from '#lib/sources/bundle.ts';
import { seeded } from '../disclosure/made-tables.ts';
import { SKETCHES, type Sketch } from './sketches.ts';

/** Primes are below it, all other counts at or above it. */
export const THRESHOLD = 10_000_000;

export const FOCUS = ['leicestershire', 'rutland', 'leeds'];
const AREAS = ['la855', 'la857', 'la383', 'la916', 'la803', 'la937', 'la802', 'la850', 'la865'];
const WIDER = ['E92000001', 'E12000004'];
const YEARS = ['2022', '2023', '2024'];

export interface MadeBundle {
  /** Raw aggregates. */
  readonly bundle: Bundle;
  /** Every sensitive count, each a prime of seven digits. */
  readonly primes: readonly number[];
}

/** @param published whose areas, periods, cubes and tables are taken over, with none of its figures */
export function madeBundle(published: Bundle, cubes: ReadonlyMap<string, Cube>): MadeBundle {
  const random = seeded(20_241_122);
  const prime = primesOf(random);
  const primes: number[] = [];
  const counts = new Maker(random, () => {
    const next = prime();
    primes.push(next);
    return next;
  });
  const tables = SKETCHES.map((sketch): BundleTable => {
    const cube = cubes.get(sketch.cube);
    if (!cube) throw new Error(`no cube ${sketch.cube}`);
    const declared = published.tables.find(({ table }) => table.id === sketch.table)?.table;
    const table = declared ?? {
      id: sketch.table,
      file: `cubes/${sketch.table}.csv`,
      cube: sketch.cube,
      source: 'dfe-children-in-need-2024',
      title: `Made up: ${sketch.table}`,
      dimensions: [...sketch.dimensions]
    };
    return { table, cube, observations: counts.rowsOf(sketch, cube) };
  });
  const context = cubes.get('context');
  const assured = tables.find(({ table }) => table.id === 'assurance');
  if (!context || !assured) throw new Error('no cube context, or no table assurance');
  const population = published.tables.find(({ table }) => table.id === 'population');
  if (!population) throw new Error('no population');
  const { manifest, registers } = published;
  const areas = [...WIDER, ...AREAS];
  const mids = YEARS.map((year) => `mid${String(Number(year) - 1)}`);
  const all = [
    { ...population, observations: counts.population(areas, mids) },
    ...tables,
    estimatesOf(assured, context)
  ];
  return {
    primes,
    bundle: {
      manifest: {
        ...manifest,
        id: 'made-to-leak',
        title: 'Made-up figures',
        protected: 'no',
        protection: 'None yet.',
        synthetic: true,
        areas: manifest.areas
          .filter(({ id }) => areas.includes(id))
          .map((area) =>
            area.parent === undefined || areas.includes(area.parent) ? area : { ...area, parent: 'E92000001' }
          ),
        periods: manifest.periods.filter(({ id }) => [...YEARS, ...mids].includes(id)),
        tables: all.map(({ table }) => table),
        notes: []
      },
      cubes: new Map(all.map(({ cube }) => [cube.id, cube])),
      tables: all,
      registers: {
        neighbours: (registers.neighbours ?? []).filter(
          ({ area, neighbour }) => AREAS.includes(area) && AREAS.includes(neighbour)
        )
      }
    }
  };
}

/** The share that each n is of its N, with every decimal a computer has. */
function estimatesOf({ table, observations }: BundleTable, cube: Cube): BundleTable {
  return {
    cube,
    table: {
      ...table,
      id: 'estimates',
      file: 'cubes/estimates.csv',
      cube: cube.id,
      title: 'Made up: estimates',
      dimensions: ['topic']
    },
    observations: observations
      .filter(({ measure }) => measure === 'families')
      .flatMap(({ cell, of, ...row }) =>
        isKnown(cell) && of && isKnown(of)
          ? [{ ...row, measure: 'percent', cell: known((cell.value / of.value) * 100) }]
          : []
      )
  };
}

class Maker {
  readonly #random: () => number;
  readonly #prime: () => number;
  readonly #totals = new Map<string, number>();
  constructor(random: () => number, prime: () => number) {
    this.#random = random;
    this.#prime = prime;
  }

  /** Populations so small that a rate of a prime has more digits than could be there by chance. */
  population(areas: readonly string[], periods: readonly string[]): Observation[] {
    return areas.flatMap((area) =>
      periods.map((period) => ({
        area,
        period,
        measure: 'children',
        members: [],
        cell: known(20_011 + Math.floor(this.#random() * 60_000))
      }))
    );
  }

  rowsOf(sketch: Sketch, cube: Cube): Observation[] {
    return [...WIDER, ...AREAS].flatMap((area) =>
      YEARS.flatMap((period) =>
        sketch.measures.flatMap((measure) => this.#rowsOfOne(sketch, cube, { area, period, measure }))
      )
    );
  }

  #rowsOfOne(
    sketch: Sketch,
    cube: Cube,
    at: Pick<Observation, 'area' | 'period' | 'measure'>
  ): Observation[] {
    const { dimensions, fixed = {}, partitions = {}, members = {}, sensitive, times = 1 } = sketch;
    const isSensitive = (name: string) =>
      sensitive.includes(name) && /^la(855|857|383)$/.test(at.area) && this.#random() < 0.6;
    const key = [sketch.cube, JSON.stringify(fixed), at.measure, at.area, at.period].join('|');
    const isSmall = isSensitive(at.measure);
    const total = this.#totals.get(key) ?? (isSmall ? this.#prime() : this.#large() * times);
    this.#totals.set(key, total);
    const row = (chosen: Readonly<Record<string, string>>, value: number): Observation => ({
      ...at,
      members: dimensions.map((dimension) => chosen[dimension] ?? fixed[dimension] ?? ALL),
      cell: known(value),
      ...(cube.outOf ? { of: known(value * 2 + THRESHOLD) satisfies Cell } : {})
    });
    const parted = Object.entries(partitions).flatMap(([dimension, parts]) => {
      const small = parts.map((member) => isSensitive(`${at.measure} ${dimension}=${member}`));
      return this.#split(total, small).map((value, part) => row({ [dimension]: parts[part] ?? '' }, value));
    });
    const free = Object.entries(members).flatMap(([dimension, list]) =>
      list.map((member) =>
        row(
          { [dimension]: member },
          isSensitive(`${at.measure} ${dimension}=${member}`)
            ? this.#prime()
            : THRESHOLD + Math.floor(this.#random() * (total / 4 - THRESHOLD))
        )
      )
    );
    return [...(cube.outOf ? [] : [row({}, total)]), ...parted, ...free];
  }

  #large(): number {
    return 300_000_000 + Math.floor(this.#random() * 200_000_000);
  }

  /** Parts that add up, the small ones primes and every other far larger. */
  #split(total: number, small: readonly boolean[]): number[] {
    const primes = small.map((isSmall) => (isSmall ? this.#prime() : 0));
    const left = total - primes.reduce((sum, each) => sum + each, 0);
    const others = small.filter((isSmall) => !isSmall).length;
    const weights = small.map((isSmall) => (isSmall ? 0 : 0.3 + this.#random()));
    const whole = weights.reduce((sum, each) => sum + each, 0);
    const spare = left - others * 2 * THRESHOLD;
    const parts = small.map((isSmall, at) =>
      isSmall ? (primes[at] ?? 0) : 2 * THRESHOLD + Math.floor(((weights[at] ?? 0) / whole) * spare)
    );
    const last = small.lastIndexOf(false);
    return parts.map((part, at) =>
      at === last ? part + total - parts.reduce((sum, each) => sum + each, 0) : part
    );
  }
}

/** Primes of seven digits, none twice. */
function primesOf(random: () => number): () => number {
  const composite = new Uint8Array(THRESHOLD);
  for (let factor = 2; factor * factor < THRESHOLD; factor += 1)
    if (composite[factor] === 0)
      for (let multiple = factor * factor; multiple < THRESHOLD; multiple += factor) composite[multiple] = 1;
  const used = new Set<number>();
  return () => {
    for (;;) {
      const candidate = 1_000_000 + Math.floor(random() * 9_000_000);
      if (composite[candidate] === 0 && !used.has(candidate)) {
        used.add(candidate);
        return candidate;
      }
    }
  };
}
