import { expect, test } from 'vitest';
import { completenessOf } from '#lib/queries/completeness.ts';
import { completenessGrids } from '#lib/views/completeness.ts';
import { sharedBundle, sharedFacts } from '../published.ts';

const facts = await sharedFacts();
const published = await sharedBundle();

test('counts what each table holds as its file says, reason by reason', async () => {
  const held = await completenessOf(facts, ['plans', 'enquiries-conferences']);
  for (const id of ['plans', 'enquiries-conferences']) {
    const table = published.tables.find((each) => each.table.id === id);
    const rows = table?.observations ?? [];
    const known = rows.filter(({ cell }) => cell.kind === 'known');
    const of = held.filter((each) => each.table === id);
    expect(of.reduce((sum, each) => sum + each.known, 0)).toBe(known.length);
    expect(of.reduce((sum, each) => sum + each.zeros, 0)).toBe(
      known.filter(({ cell }) => cell.kind === 'known' && cell.value === 0).length
    );
    for (const reason of ['withheld', 'notAvailable', 'notApplicable', 'unreliable'] as const)
      expect(of.reduce((sum, each) => sum + (each.missing[reason] ?? 0), 0)).toBe(
        rows.filter(({ cell }) => cell.kind === 'missing' && cell.reason === reason).length
      );
  }
});

test('a table that is not asked for is not looked at, and one without rows is nowhere', async () => {
  expect(await completenessOf(facts, [])).toEqual([]);
  expect((await completenessOf(facts, ['plans'])).every(({ table }) => table === 'plans')).toBe(true);
});

test('a grid tells what is supplied from what is not, year by year', async () => {
  const held = await completenessOf(facts, ['plans']);
  const [grid, ...others] = completenessGrids(facts.catalogue, held, 'la855', ['plans']);
  expect(others).toEqual([]);
  expect(grid?.kind).toBe('year');
  expect(grid?.rows.map(({ table }) => table.id)).toEqual(['plans']);
  const states = grid?.rows[0]?.cells.map(({ state }) => state) ?? [];
  expect(new Set(states).size).toBeGreaterThan(0);
  expect(completenessGrids(facts.catalogue, held, 'nowhere', ['plans'])[0]?.rows[0]?.cells[0]).toEqual({
    state: 'notSupplied',
    text: 'Not supplied',
    rows: 0
  });
});

test('the grid of one area is the same where what others hold is told together', async () => {
  const tables = ['plans', 'plans-by-category'];
  const whole = await completenessOf(facts, tables);
  const one = await completenessOf(facts, tables, 'la855');
  expect(one.length).toBeLessThan(whole.length / 10);
  expect(completenessGrids(facts.catalogue, one, 'la855', tables)).toEqual(
    completenessGrids(facts.catalogue, whole, 'la855', tables)
  );
});
