import { describe, expect, test } from 'vitest';
import { known } from '#lib/domain/cell.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { openSolver } from '#lib/disclosure/solver.ts';
import { protectedRelease } from '#lib/sources/bundle-protected.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { cubes } from '../fixtures/bundles/small-bundle.ts';
import { plansBySex, rawBundle } from './raw-bundle.ts';

const solver = await openSolver();

/** An audit of so many files, of which `met` meet a standard. */
function auditOf(files: number, met: number): Bundle {
  const bundle = rawBundle([
    {
      id: 'as',
      cube: 'assurance',
      dimensions: ['indicator', 'round'],
      rows: [{ measure: 'audits', members: ['chron', 'a1'], value: met, of: files }]
    }
  ]);
  return {
    ...bundle,
    registers: {
      rounds: [
        { round: 'a1', method: 'random', frame: 'open cases', size: files, date: '2024-02-10', kind: 'audit' }
      ]
    }
  };
}

const protect = (bundle: Bundle, settings: DisclosureSettings = PRESETS.dfe, previous: Bundle[] = []) =>
  protectedRelease({ bundle, settings, audience: 'public', madeOn: '2026-05-01', previous, solver });

describe('how many were looked at in a round', () => {
  test('is said where the tables say it', async () => {
    const { bundle } = await protect(auditOf(40, 20));
    expect(bundle.tables[0]?.observations[0]?.of).toEqual(known(40));
    expect(bundle.registers.rounds?.[0]?.size).toBe(40);
  });

  test('is left out where the tables withhold it, and the release can be read again', async () => {
    const { bundle } = await protect(auditOf(5, 2));
    const files = writeBundle(bundle);
    expect(files.get('registers/rounds.csv')).toContain('a1,random,open cases,,2024-02-10,audit');
    const read = readBundle(files, cubes);
    expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read.bundle?.registers.rounds?.[0]).not.toHaveProperty('size');
  });

  test('stays left out in a later release without those tables', async () => {
    const first = await protect(auditOf(5, 2));
    const { rounds } = auditOf(9, 2).registers;
    const later = { ...rawBundle([plansBySex({ all: 40 })]), registers: { ...(rounds && { rounds }) } };
    expect((await protect(later)).bundle.registers.rounds?.[0]?.size).toBe(9);
    expect((await protect(later, PRESETS.dfe, [first.bundle])).bundle.registers.rounds?.[0]?.size).toBe(
      undefined
    );
  });

  test('is rounded as the tables are', async () => {
    const { bundle } = await protect(auditOf(43, 20), { ...PRESETS.dfe, rounding: 5 });
    expect(bundle.registers.rounds?.[0]?.size).toBe(45);
  });
});

test('words from one to twelve are looked for in what is said of the figures', async () => {
  const raw = (male: number): Bundle => {
    const bundle = rawBundle([plansBySex({ all: 60, male, female: 60 - 2 * male - 1, notknown: male + 1 })]);
    return {
      ...bundle,
      manifest: { ...bundle.manifest, notes: [{ id: 'n', text: 'Of these, One was a boy.' }] }
    };
  };
  expect((await protect(raw(1))).warnings.map(({ column }) => column)).toEqual(['note n']);
  expect((await protect(raw(3))).warnings).toEqual([]);
});
