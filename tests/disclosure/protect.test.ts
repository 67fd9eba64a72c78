import { describe, expect, test } from 'vitest';
import { NoSafeSetError, InconsistentCellsError, protectCells } from '#lib/disclosure/protect.ts';
import { seeded } from './made-tables.ts';
import { exposed, fewestByTrial, gridOf, gridWithTotals, type Tables } from './protected-tables.ts';
import audited from './worked/audit.json' with { type: 'json' };
import worked from './worked/fewest-cells.json' with { type: 'json' };

const slow = 60_000;
const nameOf = (cell: readonly number[]) => cell.join(',');
const valueOf = (cells: Record<string, number>, ids: readonly string[]) =>
  ids.reduce((sum, id) => sum + (cells[id] ?? 0), 0);

describe('worked tables', () => {
  test.each(worked.cases)('$name: the fewest cells, and of those the least that they count', async (each) => {
    const tables = gridOf(each.table);
    const { primary, complementary } = await protectCells({
      ...tables,
      threshold: each.threshold_suppress_below
    });
    expect(primary).toEqual(each.primary.map(nameOf).sort());
    expect(complementary).toHaveLength(each.min_complementary_count);
    expect(valueOf(tables.cells, complementary)).toBe(each.min_total_value_at_that_count);
    expect(await exposed(tables, [...primary, ...complementary])).toEqual([]);
  });

  test.each(worked.cases)('$name: the quick way stays within twice the fewest', async (each) => {
    const tables = gridOf(each.table);
    const threshold = each.threshold_suppress_below;
    const { primary, complementary } = await protectCells({
      ...tables,
      threshold,
      effort: { fewestUpTo: 0 }
    });
    expect(await exposed(tables, [...primary, ...complementary])).toEqual([]);
    expect(complementary.length).toBeLessThanOrEqual(2 * each.min_complementary_count);
  });
});

describe('tables made up from a seed', () => {
  test(
    'have the fewest cells withheld, as trying every smaller set shows',
    async () => {
      const random = seeded(4);
      for (let made = 0; made < 25; made += 1) {
        const inner = Array.from({ length: 3 }, () =>
          Array.from({ length: 3 }, () => Math.floor(20 * random() ** 2))
        );
        const tables = gridWithTotals(inner);
        const { primary, complementary } = await protectCells({ ...tables, threshold: 6 });
        expect(await exposed(tables, [...primary, ...complementary])).toEqual([]);
        const fewest = await fewestByTrial(tables, primary, complementary.length);
        expect(complementary.length, JSON.stringify(inner)).toBe(fewest);
      }
    },
    slow
  );
});

/** A table of three dimensions with every total. */
function solidOf(inner: readonly (readonly (readonly number[])[])[]): Tables {
  const cells: Record<string, number> = {};
  const equations: Tables['equations'] = [];
  const sizes = [inner.length, inner[0]?.length ?? 0, inner[0]?.[0]?.length ?? 0];
  const members = sizes.map((size) => ['all', ...Array.from({ length: size }, (_, at) => String(at))]);
  const add = (id: readonly string[], value: number) =>
    (cells[id.join('|')] = (cells[id.join('|')] ?? 0) + value);
  inner.forEach((slab, a) =>
    slab.forEach((row, b) =>
      row.forEach((value, c) => {
        for (const x of [String(a), 'all'])
          for (const y of [String(b), 'all']) for (const z of [String(c), 'all']) add([x, y, z], value);
      })
    )
  );
  for (const id of Object.keys(cells)) {
    const at = id.split('|');
    at.forEach((member, axis) => {
      if (member !== 'all') return;
      const parts = (members[axis] ?? []).slice(1).map((part) => at.with(axis, part).join('|'));
      equations.push({ total: id, parts });
    });
  }
  return { cells, equations };
}

describe('tables of three dimensions', () => {
  test(
    'are protected by the fewest cells, and by no more than twice as many in the quick way',
    async () => {
      const random = seeded(11);
      for (let made = 0; made < 4; made += 1) {
        const inner = Array.from({ length: 3 }, () =>
          Array.from({ length: 3 }, () => Array.from({ length: 3 }, () => Math.floor(60 * random() ** 2)))
        );
        const tables = solidOf(inner);
        const best = await protectCells({ ...tables, threshold: 6 });
        const quick = await protectCells({ ...tables, threshold: 6, effort: { fewestUpTo: 0 } });
        for (const { primary, complementary } of [best, quick])
          expect(await exposed(tables, [...primary, ...complementary])).toEqual([]);
        expect(quick.complementary.length).toBeGreaterThanOrEqual(best.complementary.length);
        expect(quick.complementary.length).toBeLessThanOrEqual(2 * best.complementary.length);
      }
    },
    slow
  );
});

describe('tables that are known to give figures away', () => {
  const tables = new Map(audited.cases.map((each) => [JSON.stringify([each.cells, each.equations]), each]));

  test.each([...tables.values()])('$name: nothing of it is given away once it is protected', async (each) => {
    const cells = Object.fromEntries(Object.entries(each.cells));
    const small = Object.keys(cells).filter((id) => (cells[id] ?? 0) > 0 && (cells[id] ?? 0) < 6);
    const neverPublished: string[] = each.never_published;
    const { primary, complementary } = await protectCells({
      cells,
      equations: each.equations,
      threshold: 6,
      neverPublished
    });
    expect(primary).toEqual(small.filter((id) => !neverPublished.includes(id)).sort());
    const open = await exposed({ cells, equations: each.equations }, [...primary, ...complementary], {
      neverPublished
    });
    expect(open.filter((id) => small.includes(id) || complementary.includes(id))).toEqual([]);
  });

  test('a band of ages that no table shows is protected all the same', async () => {
    const overlap = audited.cases.find(({ name }) => name === 'age_band_overlap');
    if (!overlap) throw new Error('the worked case is missing');
    const cells = Object.fromEntries(Object.entries(overlap.cells));
    const asked = {
      cells,
      equations: overlap.equations,
      threshold: 6,
      neverPublished: overlap.never_published
    };
    const { primary, complementary } = await protectCells(asked);
    expect(primary).toEqual([]);
    expect(complementary).toHaveLength(1);
  });
});

describe('nobody of a small group', () => {
  test('is not told by parts that are all none', async () => {
    const cells = {
      all: 7,
      neglect: 7,
      physical: 0,
      'physical boys': 0,
      'physical girls': 0,
      boys: 4,
      girls: 3
    };
    const done = await protectCells({
      cells,
      equations: [
        { total: 'all', parts: ['neglect', 'physical'] },
        { total: 'physical', parts: ['physical boys', 'physical girls'] },
        { total: 'all', parts: ['boys', 'girls'] }
      ],
      threshold: 6,
      smallGroup: 20
    });
    const hidden = new Set([...done.primary, ...done.complementary]);
    expect(hidden).toContain('physical');
    expect(['physical boys', 'physical girls'].filter((id) => hidden.has(id))).not.toEqual([]);
  });
});

describe('what cannot be done', () => {
  const line = { cells: { a: 3, b: 20, all: 23 }, equations: [{ total: 'all', parts: ['a', 'b'] }] };

  test('says which kept cell stands in the way', async () => {
    const asked = protectCells({ ...line, threshold: 6, keep: ['all', 'b'] });
    await expect(asked).rejects.toThrow(NoSafeSetError);
    await expect(asked).rejects.toMatchObject({ cells: ['a'], keep: ['b'] });
  });

  test('refuses to keep a small count', async () => {
    await expect(protectCells({ ...line, threshold: 6, keep: ['a'] })).rejects.toMatchObject({ keep: ['a'] });
  });

  test('refuses figures that do not add up, and figures that are no counts', async () => {
    const wrong = { ...line, cells: { ...line.cells, all: 24 } };
    await expect(protectCells({ ...wrong, threshold: 6 })).rejects.toThrow(InconsistentCellsError);
    await expect(protectCells({ cells: { a: -1 }, equations: [], threshold: 6 })).rejects.toThrow(RangeError);
    await expect(protectCells({ ...wrong, threshold: 6, keep: ['gone'] })).rejects.toThrow(
      /“gone” must be kept/
    );
    await expect(protectCells({ cells: { a: 1.5 }, equations: [], threshold: 6 })).rejects.toThrow(
      RangeError
    );
    for (const threshold of [0, Number.NaN, 5.5])
      await expect(protectCells({ ...line, threshold })).rejects.toThrow(RangeError);
  });
});
