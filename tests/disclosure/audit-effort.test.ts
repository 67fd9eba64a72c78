import { describe, expect, test } from 'vitest';
import { auditorOf } from '#lib/disclosure/audit.ts';
import { costing, effortOf, OutOfEffort, within } from '#lib/disclosure/audit-effort.ts';
import { turnsOf } from '#lib/disclosure/audit-turns.ts';
import { repairLeak } from '#lib/disclosure/audit-repair.ts';
import { openSolver } from '#lib/disclosure/solver.ts';

const table = {
  cells: { all: 40, boys: 20, girls: 13, unknown: 7 },
  equations: [{ total: 'all', parts: ['boys', 'girls', 'unknown'] }],
  suppressed: ['girls'],
  lower: 0,
  upper: null,
  integer: true
};

describe('effort', () => {
  test('of one leak is spent of what there is for all', () => {
    const all = effortOf(10);
    const one = effortOf(6, all);
    one.spend(6);
    expect(all.left).toBe(4);
    expect(() => one.spend(1)).toThrow(OutOfEffort);
    const other = effortOf(6, all);
    expect(other.left).toBe(4);
    expect(within(() => other.spend(5))).toBeUndefined();
  });

  test('is a piece for each equation and figure asked for', async () => {
    const effort = effortOf(100);
    const auditor = costing(auditorOf(table, await openSolver()), table, effort);
    expect(auditor.intervals(['girls']).get('girls')?.exact).toBe(true);
    expect(effort.left).toBe(98);
  });

  test('bounds the search for a repair, and other errors are not taken for its end', async () => {
    await expect(repairLeak(table, { effort: effortOf(3) })).rejects.toThrow(OutOfEffort);
    expect(await repairLeak(table, { effort: effortOf(1000) })).toMatchObject({ kind: 'repair' });
    expect(() =>
      within(() => {
        throw new RangeError('another');
      })
    ).toThrow('another');
  });
});

test('progress goes up to the whole and never down, whatever is told in which order', async () => {
  const told: number[] = [];
  const turns = turnsOf({ onProgress: (done, of) => void told.push((100 * done) / of) });
  for (let piece = 0; piece < 10; piece += 1) await turns.after(60, 600);
  for (let piece = 0; piece < 10; piece += 1) await turns.after(1, 600);
  for (let leak = 0; leak <= 4; leak += 1) await turns.explained(leak, 4);
  await turns.explained(1, 8);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(100);
  expect(new Set(told).size).toBeGreaterThan(5);
});
