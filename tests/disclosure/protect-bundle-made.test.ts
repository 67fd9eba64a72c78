import { beforeAll, describe, expect, test } from 'vitest';
import { protectBundle, type ProtectedBundle } from '#lib/disclosure/protect-bundle.ts';
import { cellsOf } from '#lib/disclosure/relations.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { exposedIn } from './exposed-figures.ts';
import { madePartnership } from './made-partnership.ts';

const dictionary = await readDictionary();
const slow = 120_000;

describe('a partnership’s bundle made up from a seed', () => {
  const made = madePartnership(dictionary, { years: [2026], authorities: 1 });
  let done: ProtectedBundle;
  beforeAll(async () => {
    done = await protectBundle({ ...made, settings: PRESETS.dfe });
  }, slow);

  test(
    'passes the auditor',
    async () => {
      expect(done.primary.length).toBeGreaterThan(300);
      expect(await exposedIn(made.tables, made.frame, PRESETS.dfe, done)).toEqual([]);
    },
    slow
  );

  test('withholds each small count and no zero', () => {
    const values = new Map(
      made.tables
        .flatMap(cellsOf)
        .flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []))
    );
    const withheld = new Set([...done.primary, ...done.complementary]);
    expect([...values].filter(([id, value]) => value > 0 && value < 6 && !withheld.has(id))).toEqual([]);
    expect([...withheld].filter((id) => values.get(id) === 0)).toEqual([]);
    expect(done.summary.kept).toBeGreaterThan(0.5);
  });

  test(
    'stops when it is told to, and tells how far it is',
    async () => {
      const control = new AbortController();
      const told: number[] = [];
      const asked = protectBundle({
        ...made,
        settings: PRESETS.dfe,
        signal: control.signal,
        onProgress: (parts) => {
          told.push(parts);
          if (parts === 3) control.abort(new Error('enough'));
        }
      });
      await expect(asked).rejects.toThrow('enough');
      expect(told).toEqual([1, 2, 3]);
    },
    slow
  );
});
