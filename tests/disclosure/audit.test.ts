import { describe, expect, test } from 'vitest';
import { auditCells, InconsistentTable, type AuditedTable } from '#lib/disclosure/audit.ts';
import { counts, line } from './made-tables.ts';
import { auditedOf, numbers, workedCase } from './worked-audit.ts';
import worked from './worked/audit.json' with { type: 'json' };

const interval = (lower: number | null, upper: number | null) => ({
  lower,
  upper,
  exact: lower !== null && lower === upper
});

test('a total that is published as so many or more bounds its parts from below only', async () => {
  const { intervals } = await auditCells({
    cells: { total: { lower: 10, upper: null }, b: 4 },
    equations: [{ total: 'total', parts: ['a', 'b'] }],
    suppressed: ['a'],
    lower: 0,
    upper: null,
    integer: true
  });
  expect(intervals).toEqual({ a: { lower: 6, upper: null, exact: false } });
});

describe('the intervals of worked cases are met exactly', () => {
  test.each(worked.cases.map((each) => ({ ...each, title: `${each.name} (${each.source})` })))(
    '$title',
    async (each) => {
      const { intervals } = await auditCells(auditedOf({ ...each, cells: numbers(each.cells) }));
      const expected = Object.entries(each.intervals).map(([id, { lo, hi, exact }]) => [
        id,
        { lower: lo, upper: hi, exact }
      ]);
      expect(intervals).toEqual(Object.fromEntries(expected));
      expect(expected.length).toBe(each.suppressed.length + each.never_published.length);
    }
  );
});

describe('what gives a withheld count away', () => {
  test('the complement: 48 of 50 and the 2 that are not', async () => {
    const { intervals } = await auditCells({
      ...counts,
      cells: { of: 50, yes: 48 },
      equations: [line('of', 'yes', 'no')],
      suppressed: ['no']
    });
    expect(intervals['no']).toEqual(interval(2, 2));
  });

  test('a revision: last release’s total less this release’s', async () => {
    const { intervals } = await auditCells({
      ...counts,
      cells: { before: 60, after: 62 },
      equations: [line('after', 'before', 'late')],
      suppressed: [],
      neverPublished: ['late']
    });
    expect(intervals['late']).toEqual(interval(2, 2));
  });

  test('a cell safe in each of two linked tables and not in both: K is 3', async () => {
    const both = workedCase('linked_both_fixed');
    const withN = await auditCells({ ...both, suppressed: ['A', 'B', 'K', 'L', 'M'] });
    expect(withN.intervals['K']).toEqual(interval(3, 3));
    const bySize = await auditCells(workedCase('linked_table2_alone'));
    expect(bySize.intervals['K']).toEqual(interval(0, 7));
  });

  test('the pattern that sdcTable once called safe: two cells in every line, and w|b known', async () => {
    const found = workedCase('sdctable_plus_x_b');
    const bare = found.suppressed.filter((id) => id !== 'x|b');
    const { intervals } = await auditCells({ ...found, suppressed: bare });
    expect(intervals['w|b']).toEqual(interval(47, 47));
  });

  test.each([
    { of: ['a', 'b', 'c'], fractions: 1.5 },
    { of: ['a', 'b', 'c', 'd'], fractions: 2 }
  ])('whole numbers alone: of $of, any two make at most 1', async ({ of, fractions }) => {
    const pairs = of.flatMap((one, place) => of.slice(place + 1).map((other) => [one, other]));
    const table = {
      cells: Object.fromEntries(pairs.map((pair) => [pair.join(''), { lower: 0, upper: 1 }])),
      equations: [line('T', ...of), ...pairs.map((pair) => line(pair.join(''), ...pair))],
      suppressed: of,
      neverPublished: ['T'],
      lower: 0,
      upper: null
    };
    expect((await auditCells({ ...table, integer: false })).intervals['T']).toEqual({
      lower: 0,
      upper: fractions,
      exact: false
    });
    expect((await auditCells({ ...table, integer: true })).intervals['T']).toEqual(interval(0, 1));
  });

  test('fractions that no table of counts can have', async () => {
    const half = {
      cells: { x: 5 },
      equations: [line('x', 'a', 'b'), line('a', 'c', 'd'), line('b', 'c', 'd')],
      suppressed: ['c', 'd'],
      neverPublished: ['a', 'b'],
      lower: 0,
      upper: null
    };
    const { intervals } = await auditCells({ ...half, integer: false });
    expect(intervals['a']).toEqual({ lower: 2.5, upper: 2.5, exact: true });
    await expect(auditCells({ ...half, integer: true })).rejects.toThrow(InconsistentTable);
  });
});

describe('a rounded total', () => {
  const rounded = (lower: number, upper: number): AuditedTable => ({
    ...counts,
    cells: { a: 20, b: 11, total: { lower, upper } },
    equations: [line('total', 'a', 'b', 'c')],
    suppressed: ['c']
  });

  test('leaves as many values as round to it', async () => {
    expect((await auditCells(rounded(33, 37))).intervals).toEqual({ c: interval(2, 6) });
  });

  test('gives a cell away where only one value is possible', async () => {
    expect((await auditCells(rounded(28, 32))).intervals).toEqual({ c: interval(1, 1) });
  });

  test('is narrowed by other relations, and narrows in turn', async () => {
    const { intervals } = await auditCells({
      ...counts,
      cells: { a: 20, b: 11, total: { lower: 33, upper: 37 }, rest: 3, more: { lower: 33, upper: 37 } },
      equations: [line('total', 'a', 'b', 'c'), line('more', 'total', 'rest')],
      suppressed: ['c']
    });
    expect(intervals).toEqual({ c: interval(2, 3) });
  });

  test('that only rounded figures bind is checked too', async () => {
    const { lower, upper } = { lower: 8, upper: 12 };
    const none = { ...counts, suppressed: [], equations: [line('t', 'a', 'b')] };
    const cells = { t: { lower, upper }, a: { lower, upper }, b: { lower, upper } };
    await expect(auditCells({ ...none, cells })).rejects.toThrow(/a \+ b = t/);
  });
});

describe('bounds', () => {
  const pair = (lower: number | null, upper: number | null): AuditedTable => ({
    cells: { T: 10 },
    equations: [line('T', 'a', 'b')],
    suppressed: ['a', 'b'],
    lower,
    upper,
    integer: true
  });

  test('null is none, below as above', async () => {
    expect((await auditCells(pair(null, null))).intervals['a']).toEqual(interval(null, null));
    expect((await auditCells(pair(null, 7))).intervals['a']).toEqual(interval(3, 7));
    expect((await auditCells(pair(2, null))).intervals['a']).toEqual(interval(2, 8));
  });

  test('unknowns without an end are told from those with one', async () => {
    const { intervals } = await auditCells({
      cells: { T: 10, S: 4 },
      equations: [
        line('G', 'a', 'b', 'c'),
        line('T', 'a', 'd', 'S'),
        line('H', 'b', 'e', 'a'),
        line('G', 'H', 'f', 'g')
      ],
      suppressed: ['a', 'b', 'c', 'd', 'e', 'G', 'H', 'f', 'g'],
      lower: 0,
      upper: null,
      integer: true
    });
    expect(intervals['a']).toEqual(interval(0, 6));
    expect(intervals['d']).toEqual(interval(0, 6));
    for (const id of ['b', 'c', 'e', 'G', 'H', 'f', 'g']) expect(intervals[id]).toEqual(interval(0, null));
  });

  test('a cell without any relation keeps the bounds it came with', async () => {
    const alone = { cells: { a: 3 }, equations: [], suppressed: ['a'], integer: true };
    expect((await auditCells({ ...alone, lower: 1, upper: 5 })).intervals).toEqual({ a: interval(1, 5) });
    expect((await auditCells({ ...alone, lower: 1, upper: 1 })).intervals).toEqual({ a: interval(1, 1) });
  });

  test('never-published cells are at least 0, unless told otherwise', async () => {
    const table = { ...pair(4, null), suppressed: ['a'], neverPublished: ['b'] };
    expect((await auditCells(table)).intervals).toEqual({ a: interval(4, 10), b: interval(0, 6) });
    const told = { ...table, known: { b: { lower: 3, upper: 5 } } };
    expect((await auditCells(told)).intervals).toEqual({ a: interval(5, 7), b: interval(3, 5) });
  });
});

describe('the values of hidden cells', () => {
  const hiding = (ids: readonly string[]) => ({
    get: (cells: Readonly<Record<string, number>>, id: string) => {
      if (ids.includes(id)) throw new Error(`read ${id}`);
      return cells[id];
    }
  });

  test.each(worked.cases)('are not read: $name', async ({ name }) => {
    const table = workedCase(name);
    const hidden = [...table.suppressed, ...(table.neverPublished ?? [])];
    const cells = new Proxy(
      numbers(Object.fromEntries(Object.keys(table.cells).map((id) => [id, 1]))),
      hiding(hidden)
    );
    for (const id of Object.keys(table.cells)) {
      if (!hidden.includes(id))
        Object.defineProperty(cells, id, { value: table.cells[id], enumerable: true });
    }
    expect(await auditCells({ ...table, cells })).toEqual(await auditCells(table));
    expect(() => cells[hidden[0] ?? '']).toThrow(/^read /);
  });

  test('may be left out', async () => {
    const { intervals } = await auditCells({
      ...counts,
      cells: { T: 10, a: 7 },
      equations: [line('T', 'a', 'b')],
      suppressed: ['b']
    });
    expect(intervals).toEqual({ b: interval(3, 3) });
  });
});

describe('a table that cannot be audited', () => {
  const sound = {
    ...counts,
    cells: { T: 10, a: 7, b: 3 },
    equations: [line('T', 'a', 'b')],
    suppressed: ['b']
  };

  test.each([
    [
      'an unknown part',
      { equations: [line('T', 'a', 'b', 'x')] },
      'unknown cell x in equation 0 (a + b + x = T)'
    ],
    [
      'an unknown total',
      { equations: [line('T', 'a', 'b'), line('x', 'a')] },
      'unknown cell x in equation 1 (a = x)'
    ],
    ['an unknown hidden cell', { suppressed: ['x'] }, 'hidden cell x is neither a cell nor in an equation'],
    ['a cell suppressed twice', { suppressed: ['b', 'b'] }, 'cell b is named twice among the hidden cells'],
    ['a cell hidden in both ways', { neverPublished: ['b'] }, 'cell b is named twice among the hidden cells'],
    ['a part that comes twice', { equations: [line('T', 'a', 'a')] }, 'cell a stands twice in equation 0'],
    ['a total among its parts', { equations: [line('T', 'T', 'a')] }, 'cell T stands twice in equation 0'],
    ['no parts', { equations: [line('T')] }, 'no parts in equation 0'],
    [
      'a figure that is none',
      { cells: { T: Number.NaN, a: 7, b: 3 } },
      'cell T is neither a number nor an interval'
    ],
    ['a count that is not whole', { cells: { T: 10.5, a: 7, b: 3 } }, 'cell T is not a whole number: 10.5'],
    ['bounds of a published cell', { known: { a: { lower: 0, upper: 1 } } }, 'bounds are told of a']
  ])('%s', async (_, change, message) => {
    await expect(auditCells({ ...sound, ...change })).rejects.toThrow(message);
  });

  test.each([
    ['published parts that miss the total', { cells: { T: 10, a: 7, b: 4 }, suppressed: [] }, [0]],
    ['a part beyond the total', { cells: { T: 10, a: 11, b: 3 } }, [0]],
    ['a withheld cell that would be 0 where zeros are shown', { cells: { T: 7, a: 7, b: 0 } }, [0]]
  ])('%s: the equation is named', async (_, change, equations) => {
    const failed = auditCells({ ...sound, ...change });
    await expect(failed).rejects.toThrow('the parts do not make the total: a + b = T');
    await expect(failed).rejects.toMatchObject({ name: 'InconsistentTable', equations });
  });

  test('equations that contradict each other only together are all named, and no others', async () => {
    const failed = auditCells({
      ...counts,
      cells: { T: 10, U: 12, a: 7, c: 1, V: 8 },
      equations: [line('V', 'a', 'c'), line('T', 'a', 'b'), line('W', 'a', 'x'), line('U', 'a', 'b')],
      suppressed: ['b', 'x', 'W']
    });
    await expect(failed).rejects.toMatchObject({ equations: [1, 3] });
    await expect(failed).rejects.toThrow('the equations contradict each other: a + b = T; a + b = U');
  });
});
