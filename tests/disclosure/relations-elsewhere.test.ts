import { describe, expect, test } from 'vitest';
import { auditBundle } from '#lib/disclosure/audit-bundle.ts';
import { relationsOf } from '#lib/disclosure/relations.ts';
import { without } from './small-tables.ts';
import { frame, leaksOf, rowsOf, settings, tableOf, tried } from './tried-tables.ts';

const SEXES = rowsOf('city 2024 open', { female: 42, male: 25, notknown: 0 });
const CATEGORIES = rowsOf('city 2024 open', {
  neglect: 40,
  physical: 24,
  emotional: 3,
  sexual: 0,
  multiple: 0
});

describe('totals that no table shows', () => {
  test('two ways to make up one total do not give a part away', async () => {
    const tables = [
      tableOf('sex', 'plans', ['sex'], SEXES),
      tableOf('categories', 'plans', ['category_latest'], CATEGORIES)
    ];
    const { bare, released } = await tried(tables);
    expect(bare).toEqual(['categories|open|city|2024|category_latest=emotional']);
    expect(released).toEqual([]);
  });

  test('nor do both margins of one table without its total', async () => {
    const across = Object.fromEntries(Object.entries(SEXES).map(([key, value]) => [`${key} all`, value]));
    const down = Object.fromEntries(
      Object.entries(CATEGORIES).map(([key, value]) => [key.replace(/(\w+)$/, 'all $1'), value])
    );
    const { bare, released } = await tried([
      tableOf('t', 'plans', ['sex', 'category_latest'], { ...across, ...down })
    ]);
    expect(bare).toEqual(['t|open|city|2024|category_latest=emotional']);
    expect(released).toEqual([]);
  });

  test('nor do the parts of a partnership and its authorities', async () => {
    const tables = [
      tableOf('sex', 'plans', ['sex'], rowsOf('llr 2024 open', { female: 42, male: 25, notknown: 0 })),
      tableOf('areas', 'plans', [], {
        'city 2024 open': 35,
        'county 2024 open': 28,
        'rutland 2024 open': 4
      })
    ];
    const { bare, released } = await tried(tables);
    expect(bare).toEqual(['areas|open|rutland|2024']);
    expect(released).toEqual([]);
  });

  test('one way to make up a total that no table shows ties nothing', () => {
    expect(relationsOf([tableOf('sex', 'plans', ['sex'], SEXES)], frame)).toEqual([]);
    const tables = [
      tableOf('sex', 'plans', ['sex'], SEXES),
      tableOf('started', 'plans', ['sex'], rowsOf('city 2024 started', { female: 9, male: 9, notknown: 0 }))
    ];
    expect(relationsOf(tables, frame)).toEqual([]);
  });
});

const OUTCOMES = {
  nothingmore: 30,
  stepdown: 17,
  moved: 3,
  earlyhelp: 0,
  stepup: 0,
  ceased: 0,
  adult: 0,
  order: 0,
  died: 0,
  notknown: 0
};

describe('the same children in two cubes', () => {
  test('plans that ended do not give away one of the outcomes of work that ended', async () => {
    const tables = [
      tableOf('plans', 'plans', [], { 'city 2024 ended': 50 }),
      tableOf('outcomes', 'work', ['tier', 'outcome'], rowsOf('city 2024 ended cpplan', OUTCOMES))
    ];
    const { bare, released } = await tried(tables);
    expect(bare).toEqual(['outcomes|ended|city|2024|tier=cpplan|outcome=moved']);
    expect(released).toEqual([]);
  });

  test('nor does work of an earlier release a part of the plans that started', async () => {
    const before = tableOf(
      'work',
      'work',
      ['tier'],
      { 'city 2024 started cpplan': 80 },
      {
        id: 'may',
        kind: 'earlier'
      }
    );
    const now = tableOf(
      'plans',
      'plans',
      ['sex'],
      rowsOf('city 2024 started', { female: 40, male: 37, notknown: 3 })
    );
    const { bare, released } = await tried([now], [before]);
    expect(bare).toEqual(['plans|started|city|2024|sex=notknown']);
    expect(released).toEqual([]);
  });

  test('nor do plans with neglect one of how often their children had help before', async () => {
    const earlier = { none: 50, one: 10, two: 3, threeplus: 17, notknown: 0 };
    const tables = [
      tableOf('plans', 'plans', ['neglect'], { 'city 2024 open yes': 80 }),
      tableOf(
        'history',
        'history',
        ['tier', 'neglect', 'earlier_episodes'],
        rowsOf('city 2024 open cpplan yes', earlier)
      )
    ];
    const { bare, released } = await tried(tables);
    expect(bare).toEqual(['history|open|city|2024|tier=cpplan|neglect=yes|earlier_episodes=two']);
    expect(released).toEqual([]);
  });
});

describe('what divides only some', () => {
  test('categories of earlier plans do not add up to all plans', async () => {
    const categories = { neglect: 10, physical: 7, emotional: 3, sexual: 0, multiple: 0, notknown: 0 };
    const tables = [
      tableOf('categories', 'plans', ['earlier_category'], rowsOf('city 2024 started', categories)),
      tableOf('plans', 'plans', [], { 'city 2024 started': 100 })
    ];
    const { done, bare, released } = await tried(tables);
    expect(done.untrue).toEqual([]);
    expect([bare, released]).toEqual([[], []]);
  });
});

describe('the same figure twice in one table', () => {
  test('two factors of one episode are the same two whichever is named first', async () => {
    const factors = tableOf('factors', 'assessments', ['factor', 'cofactor'], {
      'city 2024 episodes f1a all': 20,
      'city 2024 episodes f1a f16a': 3,
      'city 2024 episodes f16a all': 60,
      'city 2024 episodes f16a f1a': 3
    });
    const one = 'factors|episodes|city|2024|factor=f1a|cofactor=f16a';
    const other = 'factors|episodes|city|2024|factor=f16a|cofactor=f1a';
    expect(await leaksOf([factors], [one], [])).toContain(one);
    const { done, released } = await tried([factors]);
    expect(done.primary).toEqual([other, one]);
    expect(released).toEqual([]);
  });
});

describe('measures that hold one another', () => {
  test('six plans started do not tell how many children of ten, of whom the other part is at most ten', async () => {
    const rows = {
      ...rowsOf('city 2024 started', { all: 16, female: 6, male: 10, notknown: 0 }),
      ...rowsOf('city 2024 started_children', { all: 15, female: 5, male: 10, notknown: 0 })
    };
    const plans = tableOf('plans', 'plans', ['sex'], rows);
    const children = 'plans|started_children|city|2024|sex';
    expect(relationsOf([plans], frame)).toContainEqual(
      expect.objectContaining({
        sense: 'at least',
        total: 'plans|started|city|2024|sex=female',
        parts: [`${children}=female`]
      })
    );
    const withheld = [`${children}=female`, `${children}=male`];
    const narrow = await auditBundle({
      tables: without([plans], withheld),
      frame,
      settings: { ...settings, minimumWidth: 3 }
    });
    expect(narrow.leaks.map(({ cell }) => cell.id)).toContain(`${children}=female`);
    const { released } = await tried([plans]);
    expect(released).toEqual([]);
  });

  test('a conference is at least a child that it is about, over two tables too', () => {
    const tables = [
      tableOf('one', 'enquiries', [], { 'city 2024 conferences': 9 }),
      tableOf('two', 'enquiries', [], { 'city 2024 conference_children': 8 })
    ];
    expect(relationsOf(tables, frame)).toEqual([
      expect.objectContaining({
        sense: 'at least',
        total: 'one|conferences|city|2024',
        parts: ['two|conference_children|city|2024'],
        assumed: true
      })
    ]);
  });
});

test('every movement leaves one tier and goes to one, so that the tiers of movements add up', async () => {
  const tiers = { all: 93, none: 40, universal: 30, targeted: 20, familyhelp: 0, cpplan: 3 };
  const moves = tableOf('moves', 'movements', ['from_tier'], rowsOf('city 2024 moves', tiers));
  const { done, bare, released } = await tried([moves]);
  expect(done.primary).toEqual(['moves|moves|city|2024|from_tier=cpplan']);
  expect(bare).toHaveLength(1);
  expect(released).toEqual([]);
});
