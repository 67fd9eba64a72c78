import { describe, expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import {
  fileNameOf,
  ownRules,
  problemsCsv,
  progressText,
  readAs,
  relaxationsOf,
  timeText
} from '#lib/ui/protect-words.ts';
import { namesOf } from '#lib/words/disclosure.ts';
import { plansBundle, withManifest } from '../browser/drafts.ts';

const bundle = plansBundle([3, 0, 0, 0, 0], 'no');
const names = namesOf([bundle]);
const refusal = (keep: readonly string[]) => ({ outcome: 'no safe set', cells: [], keep }) as const;

describe('a rule that stands in the way', () => {
  const keep = [{ table: 'plans-neglect' }, { table: 'work' }];

  test('is the total that was to stay in sight, where one is named: only that gives way', () => {
    const settings = { ...PRESETS.dfe, keep };
    const relaxed = relaxationsOf(refusal(['plans-neglect|open|city|2024Q1']), settings, names);
    expect(relaxed.map(({ label }) => label)).toEqual(['Let the totals of ‘Plans by category’ be withheld']);
    expect(relaxed[0]?.settings).toEqual({ ...ownRules(settings), keep: [{ table: 'work' }] });
  });

  test('is the distance that is asked for, or a small group, where no total is', () => {
    expect(
      relaxationsOf(refusal([]), PRESETS.dfe, names).map(({ settings }) => settings.minimumWidth)
    ).toEqual([1]);
    const [width, group] = relaxationsOf(refusal([]), PRESETS.strong, names);
    expect(width?.settings).toMatchObject({ minimumWidth: 2, smallGroup: 20 });
    expect(group?.settings).toMatchObject({ minimumWidth: 4, smallGroup: 0 });
  });

  test('is none where figures contradict one another', () => {
    expect(relaxationsOf({ outcome: 'contradiction', message: '' }, PRESETS.strong, names)).toEqual([]);
  });
});

test('the file of a restricted or made-up release says so before anything else, as every other file does', () => {
  const named = (audience: 'public' | 'restricted', synthetic: boolean) =>
    fileNameOf({ manifest: withManifest(bundle, { audience, synthetic }).manifest });
  expect(named('public', false)).toBe('vale-protected.zip');
  expect(named('restricted', false)).toBe('restricted-vale-protected.zip');
  expect(named('restricted', true)).toBe('restricted-made-up-vale-protected.zip');
});

test('progress is told in words, with numbers where there are any', () => {
  expect(progressText({ stage: 'reading', done: 0, of: 1 })).toBe('Reading the files.');
  expect(progressText({ stage: 'comparing', done: 0, of: 1 })).not.toMatch(/\d/);
  expect(progressText({ stage: 'withholding', done: 3, of: 12 })).toContain('3 of 12');
});

test('time is told in minutes and seconds', () => {
  expect(timeText(1_900)).toBe('1 second');
  expect(timeText(65_000)).toBe('1 minute 5 seconds');
});

test('problems make a file whose cells no spreadsheet runs', () => {
  const csv = problemsCsv([
    {
      severity: 'error',
      rule: 'bad-value',
      file: 'cubes/a.csv',
      row: 7,
      value: '=1+1',
      message: 'it is odd',
      remedy: 'Mend it.'
    }
  ]);
  expect(csv.split('\n')[1]).toBe("error,cubes/a.csv,7,,'=1+1,it is odd,Mend it.");
});

test('what a spelling was read as has its code only where the file is a table of codes', () => {
  const read = { name: 'Cumberland', to: 'la942' };
  expect(readAs({ ...read, file: 'Own.xlsx › Plans' })).toBe('Cumberland');
  expect(readAs({ ...read, file: 'plans.csv' })).toBe('Cumberland (la942)');
  expect(readAs({ name: 'not supplied', to: '', file: 'plans.csv' })).toBe('not supplied');
});
