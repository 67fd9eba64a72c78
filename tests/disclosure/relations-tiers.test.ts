import { describe, expect, test } from 'vitest';
import type { ReleasedTable } from '#lib/disclosure/relations.ts';
import { auditBundle } from '#lib/disclosure/audit-bundle.ts';
import { protectBundle } from '#lib/disclosure/protect-bundle.ts';
import type { Tier } from '#lib/domain/bundle.ts';
import { without } from './small-tables.ts';
import { frame, rowsOf, settings, tableOf } from './tried-tables.ts';

const tiers = ['targeted', 'cinplan', 'cpplan'].map((id, order): Tier => ({
  id,
  name: id,
  order,
  place: 'rung',
  statutory: true
}));
const laddered = { ...frame, tiers };

async function leaksOf(tables: readonly ReleasedTable[], withheld: readonly string[]) {
  const { leaks } = await auditBundle({ tables: without(tables, withheld), frame: laddered, settings });
  return leaks.map(({ cell }) => cell.id);
}

async function tried(tables: readonly ReleasedTable[]) {
  const { primary, complementary } = await protectBundle({ tables, frame: laddered, settings });
  return {
    complementary,
    bare: await leaksOf(tables, primary),
    released: await leaksOf(tables, [...primary, ...complementary])
  };
}

const once = (values: Readonly<Record<string, number>>, id = 'once') =>
  tableOf(
    id,
    'known',
    ['tier', 'highest'],
    Object.fromEntries(Object.entries(values).map(([tier, value]) => [`city 2024 open ${tier} yes`, value]))
  );
const at = (tier: string, id = 'once') => `${id}|open|city|2024|tier=${tier}|highest=yes`;

describe('children counted once, at their highest tier', () => {
  test('are taken to be at one of the tiers that are shown, and none of these is given away', async () => {
    const { bare, released } = await tried([once({ all: 125, targeted: 3, cinplan: 102, cpplan: 20 })]);
    expect(bare).toEqual([at('targeted')]);
    expect(released).toEqual([]);
  });

  test('are so where their tiers stand in two tables', async () => {
    const tables = [once({ all: 125, targeted: 3 }, 'a'), once({ cinplan: 102, cpplan: 20 }, 'b')];
    const { bare, released } = await tried(tables);
    expect(bare).toContain(at('targeted', 'a'));
    expect(released).toEqual([]);
  });

  test('do not tell how few of a tier are open to a higher one', async () => {
    const tables = [
      tableOf('open', 'known', ['tier'], rowsOf('city 2024 open', { cinplan: 70, cpplan: 20 })),
      once({ all: 125, targeted: 38, cinplan: 67, cpplan: 20 })
    ];
    const { complementary, released } = await tried(tables);
    expect(await leaksOf(tables, [at('cinplan')])).not.toEqual([]);
    expect(complementary).toEqual(['open|open|city|2024|tier=cinplan']);
    expect(released).toEqual([]);
  });

  test('are all who are open to the last rung', async () => {
    const tables = [
      tableOf('plans', 'plans', [], { 'city 2024 open': 20 }),
      once({ all: 125, targeted: 3, cinplan: 102, cpplan: 20 })
    ];
    expect(await leaksOf(tables, [at('targeted'), at('cpplan')])).toContain(at('targeted'));
    expect((await tried(tables)).released).toEqual([]);
  });

  test('are not where the last rung is counted otherwise', async () => {
    const highest = { all: 125, targeted: 3, cinplan: 102, cpplan: 20 };
    const tables = [
      tableOf('plans', 'plans', [], { 'city 2023 open': 60, 'city 2024 open': 20 }),
      tableOf('once', 'known', ['tier', 'highest'], {
        'city 2023 open cpplan yes': 20,
        ...Object.fromEntries(
          Object.entries(highest).map(([tier, value]) => [`city 2024 open ${tier} yes`, value])
        )
      })
    ];
    expect(await leaksOf(tables, [at('targeted'), at('cpplan')])).toEqual([]);
  });

  test('are no more than the tiers together, so that the last tier is not given away', async () => {
    const tables = [
      tableOf('open', 'known', ['tier'], rowsOf('city 2024 open', { targeted: 13, cinplan: 13, cpplan: 21 })),
      tableOf('all-once', 'known', ['highest'], { 'city 2024 open yes': 47 }),
      tableOf('plans', 'plans', ['neglect', 'category_latest'], {
        'city 2024 open all all': 21,
        'city 2024 open all neglect': 16
      })
    ];
    expect(await leaksOf(tables, ['open|open|city|2024|tier=cpplan'])).not.toEqual([]);
    expect((await tried(tables)).released).toEqual([]);
  });

  test('are as many as the tiers together where other figures show nobody at two', async () => {
    const areas = { city: [13, 13, 25, 51], port: [30, 40, 50, 120] } as const;
    const open = Object.entries(areas).map(([area, [targeted, cinplan, cpplan]]) =>
      rowsOf(`${area} 2024 open`, { targeted, cinplan, cpplan })
    );
    const tables = [
      tableOf('open', 'known', ['tier'], Object.assign({}, ...open)),
      tableOf('all-once', 'known', ['highest'], {
        'city 2024 open yes': 51,
        'port 2024 open yes': 120
      })
    ];
    const cell = 'open|open|city|2024|tier=cpplan';
    expect(await leaksOf(tables, [cell])).toContain(cell);
  });

  test('are no fewer than those of one tier', async () => {
    const tables = [
      tableOf('open', 'known', ['tier'], rowsOf('city 2024 open', { targeted: 4, cinplan: 13 })),
      tableOf('all-once', 'known', ['highest'], { 'city 2024 open yes': 13 })
    ];
    const { released } = await tried(tables);
    expect(released).toEqual([]);
  });
});

describe('what happens at one tier of help only', () => {
  const audited = (values: Readonly<Record<string, readonly [number, number, number]>>) => [
    tableOf(
      'audits',
      'assurance',
      ['indicator'],
      Object.fromEntries(
        Object.entries(values).map(([standard, tiersOf]) => [
          `city 2024 families ${standard}`,
          tiersOf.reduce((sum, value) => sum + value, 0)
        ])
      )
    ),
    tableOf(
      'by-tier',
      'assurance',
      ['indicator', 'tier'],
      Object.assign(
        {},
        ...Object.entries(values).map(([standard, [targeted, cinplan, cpplan]]) =>
          rowsOf(`city 2024 families ${standard}`, { targeted, cinplan, cpplan })
        )
      )
    )
  ];

  test('adds up over the tiers that are shown, in whichever tables, so that none is left to be worked out', async () => {
    const { bare, released } = await tried(audited({ voice: [9, 4, 14], fathers: [8, 10, 15] }));
    expect(bare).toEqual(['by-tier|families|city|2024|indicator=voice|tier=cinplan']);
    expect(released).toEqual([]);
  });

  test('is not supposed of figures that show otherwise', async () => {
    const [, byTier] = audited({ voice: [9, 14, 14], fathers: [8, 10, 15] });
    const more = tableOf('audits', 'assurance', ['indicator'], {
      'city 2024 families voice': 50,
      'city 2024 families fathers': 40
    });
    if (byTier === undefined) throw new Error('no tables');
    expect(
      await leaksOf([more, byTier], ['by-tier|families|city|2024|indicator=voice|tier=cinplan'])
    ).toEqual([]);
  });
});
