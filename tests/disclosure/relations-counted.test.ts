import { describe, expect, test } from 'vitest';
import { relationsOf, type ReleasedTable } from '#lib/disclosure/relations.ts';
import { told } from './small-tables.ts';
import { frame, leaksOf, rowsOf, tableOf, tried } from './tried-tables.ts';

const relationsIn = (...tables: ReleasedTable[]) => relationsOf(tables, frame).map(told);

describe('sources in detail under names of our own', () => {
  const NATIONAL = { gp: 10, healthvisitor: 20, schoolnurse: 3, emergency: 0 };
  const tablesWith = (learning: number) => [
    tableOf('sources', 'referrals', ['source'], { 'city 2024 referrals health': 33 }),
    tableOf('detail', 'referrals', ['subsource'], rowsOf('city 2024 referrals', { ...NATIONAL, learning }))
  ];
  const nurse = 'detail|referrals|city|2024|subsource=schoolnurse';

  test('hide nobody where nobody is under them', async () => {
    const { bare, released } = await tried(tablesWith(0));
    expect(bare).toEqual([nurse]);
    expect(released).toEqual([]);
  });

  test('may hide somebody where somebody is', async () => {
    expect(await leaksOf(tablesWith(9), [nurse], [])).toEqual([]);
  });
});

describe('plans that had an earlier one', () => {
  const EARLIER = { neglect: 10, physical: 7, emotional: 3, sexual: 0, multiple: 0, notknown: 0 };
  const tablesWith = (before: Readonly<Record<string, number>> = {}) => [
    tableOf('plans', 'plans', ['earlier_plan'], {
      ...rowsOf('city 2024 started', { all: 100, yes: 20 }),
      ...before
    }),
    tableOf('categories', 'plans', ['earlier_category'], {
      ...rowsOf('city 2024 started', EARLIER),
      ...rowsOf('city 2023 started', { ...EARLIER, emotional: 9 })
    })
  ];
  const emotional = 'categories|started|city|2024|earlier_category=emotional';

  test('had it in one of the categories, and none of these is given away', async () => {
    const { bare, released } = await tried(tablesWith());
    expect(bare).toEqual([emotional]);
    expect(released).toEqual([]);
  });

  test('are not tied to categories that were not looked up', async () => {
    expect(await leaksOf(tablesWith({ 'city 2023 started yes': 60 }), [emotional], [])).toEqual([]);
  });
});

describe('children with a score in each area of care', () => {
  const scored = (domain: string, values: readonly number[]) =>
    Object.fromEntries(
      ['s1', 's2', 's3', 's4', 's5', 'notscored'].map((score, at) => [
        `city 2024 children ${domain} ${score}`,
        values[at] ?? 0
      ])
    );
  const physical = scored('physical', [10, 20, 10]);
  const safety = scored('safety', [10, 27, 3]);
  const at = 'scores|children|city|2024|domain=safety|score=s3';

  test('are as many in each, and no score of one is given away by another', async () => {
    const table = tableOf('scores', 'tool_scores', ['domain', 'score'], { ...physical, ...safety });
    const { bare, released } = await tried([table]);
    expect(bare).toEqual([at]);
    expect(released).toEqual([]);
  });

  test('are as many as changed or did not in another', async () => {
    const { bare, released } = await tried([
      tableOf('scores', 'tool_scores', ['domain', 'score'], safety),
      tableOf('change', 'tool_scores', ['domain', 'change'], {
        'city 2024 children physical all': 40,
        'city 2024 children physical improved': 40
      })
    ]);
    expect(bare).toEqual([at]);
    expect(released).toEqual([]);
  });

  test('are not where other years show that areas were left out', async () => {
    const before = Object.fromEntries(
      Object.entries({ ...scored('physical', [30]), ...scored('safety', [10]) }).map(([key, value]) => [
        key.replace('2024', '2023'),
        value
      ])
    );
    const table = tableOf('scores', 'tool_scores', ['domain', 'score'], {
      ...physical,
      ...safety,
      ...before
    });
    expect(await leaksOf([table], [at], [])).toEqual([]);
  });
});

describe('children who come in one period and in another', () => {
  const CHILDREN = {
    'city 2024 started_children': 43,
    'city q1 started_children': 40,
    'city q2 started_children': 3
  };
  const PLANS = {
    'city 2024 started': 43,
    'city q1 started': 40,
    'city q2 started': 3,
    'city q3 started': 0,
    'city q4 started': 0
  };

  const at = (measure: string, quarter: string) => `plans|${measure}|city|${quarter}`;
  const withheld = [at('started', 'q1'), at('started', 'q2'), at('started_children', 'q2')];

  test('are no more in a year than in its quarters together', () => {
    const quarters = { ...CHILDREN, 'city q3 started_children': 0, 'city q4 started_children': 0 };
    const together =
      'plans|Children who started a plan, counted in each of q1 and q2 and q3 and q4|city|2024';
    const found = relationsIn(tableOf('plans', 'plans', [], quarters));
    expect(found).toContain(`${together} ≥ plans|started_children|city|2024`);
    expect(found).toContain(
      `${together} = ${['q1', 'q2', 'q3', 'q4'].map((each) => at('started_children', each)).join(' + ')}`
    );
  });

  test('do not give those of one quarter away, nor plans of quarters in which no children are told', async () => {
    const tables = [tableOf('plans', 'plans', [], { ...CHILDREN, ...PLANS })];
    expect(await leaksOf(tables, withheld, [])).toEqual([...withheld].sort());
    const { done, released } = await tried(tables);
    expect(done.primary).toContain(at('started_children', 'q2'));
    expect(released).toEqual([]);
  });
});
