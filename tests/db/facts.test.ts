import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { emptyDictionary } from '#lib/db/dictionary.ts';
import { openFacts } from '#lib/db/facts.ts';
import { EngineDied, type Database } from '#lib/db/port.ts';

const catalogue: Catalogue = {
  manifest: {
    id: 'made-up',
    title: 'Made up',
    publisher: 'Nobody',
    audience: 'public',
    protected: 'yes',
    protection: 'none needed',
    licence: 'none',
    sources: [],
    areas: [],
    periods: [],
    tiers: [],
    agencies: [],
    categories: [],
    ageBands: [],
    tables: [],
    notes: [],
    terms: { board: 'partnership', assessment: 'assessment', tool: 'tool' }
  },
  dictionary: emptyDictionary(),
  cubes: [
    {
      cube: 'plans',
      dimensions: [],
      files: ['plans-1.arrow', 'plans-2.arrow'],
      unsaid: [],
      rows: 2,
      bytes: 2
    },
    { cube: 'work', dimensions: [], files: ['work.arrow'], unsaid: [], rows: 1, bytes: 1 }
  ],
  tableRows: {},
  withholding: { tables: {} },
  neighbours: [],
  indicators: [],
  kinds: {},
  national: {},
  usualChange: {},
  registers: {},
  inflation: {}
};

/** An engine that dies at the queries given, counted from 1 over all its starts. */
function engine(diesAt: readonly number[]) {
  const log: string[] = [];
  let asked = 0;
  const open = (): Promise<Database> => {
    log.push('open');
    let dead = false;
    return Promise.resolve({
      query: () => {
        asked += 1;
        if (diesAt.includes(asked)) dead = true;
        return dead ? Promise.reject(new EngineDied('gone')) : Promise.resolve([{ n: asked }]);
      },
      one: () => Promise.reject(new Error('nobody asks for one')),
      insert: (table, _stream, append = false) => {
        log.push(`${append ? 'add' : 'create'} ${table}`);
        return Promise.resolve();
      },
      close: () => Promise.resolve()
    });
  };
  const read = (file: string) => {
    log.push(`read ${file}`);
    return Promise.resolve(new Uint8Array(1));
  };
  return { log, start: () => openFacts({ catalogue, open, read }) };
}

describe('facts', () => {
  it('fetch a cube the first time it is asked for, all its parts, and never again', async () => {
    const { log, start } = engine([]);
    const facts = await start();
    await facts.query('SELECT 1', ['plans']);
    await Promise.all([facts.query('SELECT 2', ['plans']), facts.query('SELECT 3', ['plans', 'work'])]);
    expect(log).toEqual([
      'open',
      'read plans-1.arrow',
      'read plans-2.arrow',
      'create cube_plans',
      'add cube_plans',
      'read work.arrow',
      'create cube_work'
    ]);
  });
  it('start the engine once more if it dies, load what is needed and answer', async () => {
    const { log, start } = engine([2]);
    const facts = await start();
    await facts.query('SELECT 1', ['work']);
    expect(await facts.query('SELECT 2', ['work'])).toEqual([{ n: 3 }]);
    expect(log.filter((line) => line === 'open')).toHaveLength(2);
    expect(log.filter((line) => line === 'create cube_work')).toHaveLength(2);
  });
  it('give up plainly if it dies a second time', async () => {
    const { log, start } = engine([1, 2, 3, 4]);
    const facts = await start();
    await expect(facts.query('SELECT 1', ['work'])).rejects.toThrow(EngineDied);
    await expect(facts.query('SELECT 1', ['work'])).rejects.toThrow(EngineDied);
    expect(log.filter((line) => line === 'open')).toHaveLength(2);
  });
  it('pass bad SQL on without starting again', async () => {
    const { log, start } = engine([]);
    const facts = await start();
    await expect(facts.query('SELECT 1', ['nonsense'])).rejects.toThrow(
      'cube is not in the loaded data: nonsense'
    );
    expect(log).toEqual(['open']);
  });
});
