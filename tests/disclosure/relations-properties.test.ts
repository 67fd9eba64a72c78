import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReleasedTable } from '#lib/disclosure/relations.ts';
import { RUNS } from '../runs.ts';
import { seeded } from './made-tables.ts';
import { tableOf, tried } from './tried-tables.ts';

/** Each example is protected and audited whole. */
const runs = { seed: 20261122, numRuns: Math.max(3, Math.floor(RUNS.numRuns / 50)) };
const AREAS = ['city', 'county', 'rutland'];
const SEXES = ['male', 'female', 'notknown'];
const QUARTERS = ['q1', 'q2', 'q3', 'q4'];

type Counts = Map<string, number>;

const add = (counts: Counts, key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by);
const told = (counts: Counts) => Object.fromEntries(counts);

/** Plans that start and end, so that what is open before and after always adds up. */
function plansFrom(random: () => number): ReleasedTable[] {
  const counts: Counts = new Map();
  const sizes = new Map([
    ['city', 12],
    ['county', 8],
    ['rutland', 2]
  ]);
  for (const area of AREAS)
    for (const sex of SEXES) {
      const about = (sizes.get(area) ?? 0) * (sex === 'notknown' ? 0.2 : 1);
      let open = Math.floor(3 * about * random());
      for (const where of [area, 'llr'])
        for (const who of [sex, 'all']) add(counts, `${where} 2023 open ${who}`, open);
      for (const quarter of QUARTERS) {
        const started = Math.floor(about * random());
        const ended = Math.floor((open + started) * 0.5 * random());
        open += started - ended;
        for (const where of [area, 'llr'])
          for (const who of [sex, 'all']) {
            add(counts, `${where} ${quarter} started ${who}`, started);
            add(counts, `${where} ${quarter} ended ${who}`, ended);
            add(counts, `${where} ${quarter} open ${who}`, open);
          }
      }
    }
  return [tableOf('plans', 'plans', ['sex'], told(counts))];
}

/** Referrals by source and, in another table, by source in detail; of some details the source cannot be told. */
function sourcesFrom(random: () => number): ReleasedTable[] {
  const [whole, detail]: [Counts, Counts] = [new Map(), new Map()];
  const sources = { health: ['gp', 'healthvisitor', 'adultmental'], council: ['adultmental', 'earlyhelp'] };
  for (const area of AREAS)
    for (const [source, details] of Object.entries(sources))
      for (const each of details) {
        const value = Math.floor(14 * random() ** 2);
        for (const where of [area, 'llr']) {
          for (const who of [source, 'all']) add(whole, `${where} 2024 referrals ${who}`, value);
          add(detail, `${where} 2024 referrals ${each}`, value);
        }
      }
  return [
    tableOf('whole', 'referrals', ['source'], told(whole)),
    tableOf('detail', 'referrals', ['subsource'], told(detail))
  ];
}

describe('what was protected passes the auditor', () => {
  test('where what is open, comes and goes adds up', async () => {
    let small = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { bare, released } = await tried(plansFrom(seeded(seed)));
        small += bare.length;
        expect(released).toEqual([]);
      }),
      runs
    );
    expect(small).toBeGreaterThan(10);
  }, 60_000);

  test('where sources in detail make up their sources', async () => {
    let small = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { bare, released } = await tried(sourcesFrom(seeded(seed)));
        small += bare.length;
        expect(released).toEqual([]);
      }),
      { ...runs, numRuns: 4 * runs.numRuns }
    );
    expect(small).toBeGreaterThan(6);
  }, 60_000);
});
