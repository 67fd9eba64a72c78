import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditBundle, isSafe, placeOf, type BundleToAudit } from '#lib/disclosure/audit-bundle.ts';
import { protectBundle } from '#lib/disclosure/protect-bundle.ts';
import type { ReleasedTable } from '#lib/disclosure/relations.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { attacksWith } from './made-attacks.ts';
import { FRAME, plansBy, tablesOf, without, type Row } from './small-tables.ts';

const make = tablesOf(await readDictionary());
const plans = ['plans', 'open'] as const;

const audit = (tables: readonly ReleasedTable[], more: Partial<BundleToAudit> = {}) =>
  auditBundle({ tables, frame: FRAME, settings: PRESETS.dfe, ...more });

const sexes = (
  values: Readonly<Record<string, number | undefined>>,
  id = 't',
  release?: ReleasedTable['release']
) => plansBy(make, 'sex', values, id, release);

describe('known attacks', () => {
  test.each(attacksWith(make))('$name is found, explained and mended', async (attack) => {
    const { tables, beside = [], leaks, value, why } = attack;
    const found = await audit(tables, { beside, repair: true });
    expect(found.leaks.map(({ kind, cell }) => [kind, cell.id])).toEqual(leaks);
    expect(found.leaks[0]?.interval).toEqual({ lower: value, upper: value });
    expect(found.leaks[0]?.relations.map((each) => each.why).join('; ')).toContain(why);
    const repair = found.leaks.flatMap(({ withhold = [] }) => withhold.map(({ id }) => id));
    expect(repair.length).toBeGreaterThan(0);
    const mended = await audit(without(tables, repair), { beside });
    expect(mended.leaks).toEqual([]);
    expect(mended.withheld).toBe(found.withheld + new Set(repair).size);
  });
});

describe('what is shown against the rules', () => {
  const kinds = async (values: Readonly<Record<string, number | undefined>>, settings = PRESETS.dfe) => {
    const { leaks } = await audit([sexes(values)], { settings });
    return leaks.map(({ kind, cell }) => `${kind}: ${cell.members['sex'] ?? 'all'}`);
  };
  const strict = { ...PRESETS.dfe, zerosShown: false };
  const groups = { ...PRESETS.dfe, smallGroup: 10 };
  const fives = { ...PRESETS.dfe, rounding: 5 };

  test('a small count is, with what has to be withheld for it', async () => {
    const tables = [sexes({ all: 40, male: 20, female: 17, notknown: 3 })];
    const { leaks } = await audit(tables, { repair: true });
    expect(leaks.map(({ kind }) => kind)).toEqual(['small count shown']);
    const repair = (leaks[0]?.withhold ?? []).map(({ id }) => id);
    expect(repair).toEqual(['t|open|city|2024|sex=notknown', 't|open|city|2024|sex=female']);
    expect((await audit(without(tables, repair))).leaks).toEqual([]);
  });

  test('nobody is, only where nobody is withheld', async () => {
    expect(await kinds({ all: 40, male: 20, female: 20, notknown: 0 })).toEqual([]);
    expect(await kinds({ all: 40, male: 20, female: 20, notknown: 0 }, strict)).toEqual([
      'nobody shown: notknown'
    ]);
  });

  test('all of a small group is, with those that are none of it', async () => {
    expect(await kinds({ all: 9, male: 9, female: 0, notknown: 0 })).toEqual([]);
    expect(await kinds({ all: 9, male: 9, female: 0, notknown: 0 }, groups)).toEqual([
      'all or none shown: female',
      'all or none shown: male',
      'all or none shown: notknown'
    ]);
    expect(await kinds({ all: 10, male: 10, female: 0, notknown: 0 }, groups)).toEqual([]);
    expect(await kinds({ all: 9, male: undefined, female: undefined, notknown: undefined }, groups)).toEqual(
      []
    );
  });

  test('a count that is not rounded is, where counts are', async () => {
    expect(await kinds({ all: 40, male: 20, female: 20, notknown: 0 }, fives)).toEqual([]);
    expect(await kinds({ all: 41, male: 20, female: 20, notknown: 0 }, fives)).toEqual(['not rounded: all']);
  });

  test('counts of courses and of all children who live there are not', async () => {
    const courses = make(
      'c',
      ['assurance', 'courses'],
      ['indicator'],
      [{ members: ['train'], value: 2, of: 3 }]
    );
    const people = make('p', ['population', 'children'], [], [{ value: 3 }]);
    expect(await audit([courses, people])).toMatchObject({ leaks: [], cells: 1 });
  });
});

describe('rounded counts', () => {
  const settings = { ...PRESETS.strong, smallGroup: 0 };

  test('are every count that rounds to them and is not withheld', async () => {
    const tables = [sexes({ all: 10, male: undefined, female: undefined, notknown: 0 })];
    const { leaks, narrowest } = await audit(tables, { settings });
    expect(leaks).toEqual([]);
    expect(narrowest).toEqual([{ table: 't', withheld: 2, width: 10 }]);
  });

  test('give away what is narrowed down too far', async () => {
    const tables = [sexes({ all: 20, male: 20, female: undefined, notknown: 0 })];
    const { leaks } = await audit(tables, { settings: { ...settings, minimumWidth: 5 } });
    expect(leaks).toMatchObject([
      { kind: 'narrowed', cell: { members: { sex: 'female' } }, interval: { lower: 1, upper: 4 } }
    ]);
    expect((await audit(tables, { settings: { ...settings, minimumWidth: 3 } })).leaks).toEqual([]);
  });

  test('of an earlier release are rounded as that was', async () => {
    const now = sexes({ all: 41, male: undefined, female: undefined, notknown: 0 });
    const rule = { rounding: 5, threshold: 6 };
    const before = sexes({ all: 40, male: 20, female: 20, notknown: 0 }, 't', {
      id: 'may',
      kind: 'earlier',
      rule
    });
    const { leaks } = await audit([now], {
      beside: [before],
      settings: { ...PRESETS.dfe, revisionsProtected: false }
    });
    expect(leaks).toEqual([]);
  });
});

describe('releases together', () => {
  const hidden = { all: 40, male: 20, female: undefined, notknown: undefined };
  const shown = { all: 40, male: undefined, female: 16, notknown: undefined };

  test('leak what neither does alone', async () => {
    const may = sexes(hidden, 't', { id: 'may', kind: 'earlier' });
    expect((await audit([sexes(hidden)])).leaks).toEqual([]);
    expect((await audit([sexes(shown)])).leaks).toEqual([]);
    const { leaks } = await audit([sexes(shown)], { beside: [may], repair: true });
    expect(leaks.map(({ cell }) => cell.id)).toContain('t|open|city|2024|sex=notknown');
    const repair = leaks.flatMap(({ withhold = [] }) => withhold.map(({ id }) => id));
    expect(repair).toContain('t|open|city|2024|sex=female');
    expect((await audit(without([sexes(shown)], repair), { beside: [may] })).leaks).toEqual([]);
  });

  test('keep no secret that the other audience is shown', async () => {
    const all = { all: 40, male: 20, female: 16, notknown: 4 };
    const restricted = sexes(all, 't', { id: 'restricted', kind: 'other audience' });
    expect((await audit([sexes(hidden)], { beside: [restricted] })).leaks).toEqual([]);
  });

  test('of others that give themselves away are told of apart', async () => {
    const official = sexes({ all: 40, male: 20, female: 16, notknown: undefined }, 'd', {
      id: 'dfe',
      kind: 'official'
    });
    const found = await audit([sexes({ ...hidden, male: undefined })], { beside: [official] });
    expect(found.leaks).toEqual([]);
    expect(found.givenAway.map(({ cell }) => cell.id)).toEqual([
      'dfe:d|open|city|2024|sex=notknown',
      't|open|city|2024|sex=female',
      't|open|city|2024|sex=male',
      't|open|city|2024|sex=notknown'
    ]);
    expect(isSafe(found)).toBe(true);
  });
});

describe('figures that contradict themselves', () => {
  test('cannot be leant on where all of them are shown', async () => {
    const tables = [sexes({ all: 41, male: 20, female: 20, notknown: 0 })];
    const found = await audit(tables);
    expect(found.contradictions).toHaveLength(1);
    expect(isSafe(found)).toBe(true);
  });

  test('prove nothing of those withheld among them', async () => {
    const found = await audit([sexes({ all: 40, male: 30, female: 20, notknown: undefined })]);
    expect(found.impossible.map((set) => set.map(({ why }) => why))).toEqual([
      ['the members of “Sex” add up to all']
    ]);
    expect(isSafe(found)).toBe(false);
  });

  test('are others’ to mend where they are others’', async () => {
    const ours = sexes({ all: 40, male: 20, female: undefined, notknown: undefined });
    const official = sexes({ all: 10, male: undefined, female: 9, notknown: 9 }, 'd', {
      id: 'dfe',
      kind: 'official'
    });
    const found = await audit([ours], { beside: [official] });
    expect(found).toMatchObject({ leaks: [], impossible: [] });
    expect(found.contradictions.length).toBeGreaterThan(0);
  });

  test('between two tables that mostly differ make nobody think they are the same', async () => {
    const one = sexes({ all: 40, male: 22, female: undefined, notknown: undefined }, 'one');
    const two = sexes({ all: 45, male: 26, female: 15, notknown: undefined }, 'two');
    const apart = await audit([one, { ...two, observations: two.observations.slice(0, 2) }]);
    expect(apart.leaks).toEqual([]);
  });
});

describe('the auditor of bundles', () => {
  test('imports nothing of the protector', () => {
    const folder = fileURLToPath(new URL('../../src/lib/disclosure/', import.meta.url));
    const importsOf = (file: string) =>
      [...readFileSync(`${folder}${file}`, 'utf8').matchAll(/from '\.\/([^']+)'/g)].map(
        ([, name = '']) => name
      );
    const reached = new Set(['audit-bundle.ts']);
    for (const file of reached) for (const next of importsOf(file)) reached.add(next);
    expect(reached.size).toBeGreaterThan(20);
    expect([...reached].filter((file) => file.startsWith('protect'))).toEqual([]);
    expect(readdirSync(folder).filter((file) => file.startsWith('protect')).length).toBeGreaterThan(5);
  });

  test('names a figure by where it stands', () => {
    expect(placeOf('may:t|open|city|2024|age=5to9|sex=male|of')).toEqual({
      id: 'may:t|open|city|2024|age=5to9|sex=male|of',
      release: 'may',
      table: 't',
      measure: 'open',
      area: 'city',
      period: '2024',
      members: { age: '5to9', sex: 'male' },
      face: 'of'
    });
    expect(placeOf('t|open|rest of city|2024 changed since may')).toMatchObject({
      face: 'change',
      since: 'may'
    });
    expect(() => placeOf('t|open')).toThrow(RangeError);
  });

  test('tells how far it is, and stops when it is told to', async () => {
    const tables = [sexes({ all: 40, male: 20, female: undefined, notknown: undefined })];
    const told: number[][] = [];
    await audit(tables, { onProgress: (done, of) => void told.push([done, of]) });
    expect(told.at(-1)).toEqual([100, 100]);
    expect(told.map(([done = NaN]) => done)).toEqual(told.map(([done = NaN]) => done).sort((a, b) => a - b));
    const stopped = audit(tables, { signal: AbortSignal.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
  });

  test('passes what was protected, and finds what is shown again of it', async () => {
    const member = fc.constantFrom('male', 'female', 'notknown');
    const category = fc.constantFrom('neglect', 'physical', 'emotional', 'sexual', 'multiple');
    const child = fc.record({ member, category, area: fc.constantFrom('city', 'county', 'rutland') });
    await fc.assert(
      fc.asyncProperty(fc.array(child, { minLength: 20, maxLength: 90 }), async (children) => {
        const tables = [countsOf(children)];
        const done = await protectBundle({ tables, frame: FRAME, settings: PRESETS.dfe });
        const safe = without(tables, [...done.primary, ...done.complementary]);
        const found = await audit(safe);
        expect(found).toMatchObject({ leaks: [], givenAway: [], impossible: [] });
        expect(found.withheld).toBe(done.primary.length + done.complementary.length);
        const [again] = done.primary;
        if (again === undefined) return;
        const open = without(tables, [...done.primary.slice(1), ...done.complementary]);
        expect((await audit(open)).leaks.map(({ cell }) => cell.id)).toContain(again);
      }),
      { numRuns: 10, seed: 4 }
    );
  }, 60_000);

  interface Child {
    readonly member: string;
    readonly category: string;
    readonly area: string;
  }

  function countsOf(children: readonly Child[]): ReleasedTable {
    const categories = ['all', 'neglect', 'physical', 'emotional', 'sexual', 'multiple'];
    const rows = ['llr', 'city', 'county', 'rutland'].flatMap((area) =>
      ['all', 'male', 'female', 'notknown'].flatMap((sex) =>
        categories.map((category): Row => ({
          area,
          members: [category, sex],
          value: children.filter(
            (child) =>
              (area === 'llr' || child.area === area) &&
              (sex === 'all' || child.member === sex) &&
              (category === 'all' || child.category === category)
          ).length
        }))
      )
    );
    return make('t', plans, ['category_latest', 'sex'], rows);
  }
});
