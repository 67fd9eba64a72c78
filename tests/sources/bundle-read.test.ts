import { describe, expect, test } from 'vitest';
import { describeProblem } from '#lib/domain/problem.ts';
import { readBundle, tidyFiles } from '#lib/sources/bundle-read.ts';
import {
  AGES,
  AUDITS,
  MANIFEST,
  PLANS,
  cubes,
  edited,
  problemsWith,
  smallBundle,
  smallFiles,
  textOf
} from '../fixtures/bundles/small-bundle.ts';

function table(id: string) {
  const found = smallBundle().tables.find((candidate) => candidate.table.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
}

describe('a bundle that is whole', () => {
  test('gives its tables in the order of the manifest, with their cubes', () => {
    const bundle = smallBundle();
    expect(bundle.tables.map((item) => [item.table.id, item.cube.id])).toEqual([
      ['plans-by-category', 'plans'],
      ['plans-by-age', 'plans'],
      ['audits', 'assurance']
    ]);
    expect([...bundle.cubes.keys()]).toEqual(['plans', 'assurance']);
  });
  test('a value, a true zero, a withheld cell and one that rounds to zero are four different things', () => {
    const cells = table('plans-by-category').observations.map((observation) => observation.cell);
    expect(cells[3]).toEqual({ kind: 'known', value: 130, flags: [] });
    expect(cells[4]).toEqual({ kind: 'missing', reason: 'withheld' });
    expect(cells[5]).toEqual({ kind: 'known', value: 0, flags: [] });
    expect(table('plans-by-age').observations[2]?.cell).toEqual({ kind: 'missing', reason: 'roundsToZero' });
  });
  test('flags stand beside a value, in one order however they are written', () => {
    expect(table('plans-by-category').observations[1]?.cell).toEqual({
      kind: 'known',
      value: 240,
      flags: ['r', 'p']
    });
    const { bundle } = readBundle(smallFiles(edited(PLANS, ',r p', ',pr')), cubes);
    expect(bundle?.tables[0]?.observations[1]?.cell).toMatchObject({ flags: ['r', 'p'] });
  });
  test('an absent row is absent', () => {
    const rows = table('plans-by-category').observations;
    expect(rows).toHaveLength(9);
    expect(rows.some((row) => row.area === 'eastvale' && row.period === '2023')).toBe(false);
  });
  test('so many out of so many carries both numbers, and each may be missing for its own reason', () => {
    const rows = table('audits').observations;
    expect(rows[0]).toMatchObject({ cell: { value: 27 }, of: { value: 44 } });
    expect(rows[2]).toMatchObject({ cell: { reason: 'notSubmitted' }, of: { reason: 'late' } });
  });
  test('tiers, agencies and rounds of the bundle’s own are members', () => {
    expect(table('audits').observations[1]?.members).toEqual([
      'voice-heard',
      'northmoorpolice',
      'spring',
      'stronger'
    ]);
  });
  test('registers come typed, with blanks left out and guarded text as it was meant', () => {
    const { registers } = smallBundle();
    expect(registers.rounds).toEqual([
      { round: 'spring', method: 'random, of open plans', frame: '240', size: 44, date: '2024-03-01' }
    ]);
    expect(registers.actions?.[0]).toEqual({
      action: '=Ask dentists, in writing',
      owner_role: 'Designated nurse',
      due: '2024-09-01',
      indicator: 'voice-heard'
    });
    expect(registers.neighbours).toBeUndefined();
  });
  test('a folder around it, back slashes and what file systems leave behind do not matter', () => {
    const wrapped = new Map(
      [...smallFiles()].map(([path, content]) => [`Northmoor\\${path.replaceAll('/', '\\')}`, content])
    );
    wrapped.set('Northmoor/.DS_Store', 'x').set('__MACOSX/Northmoor/bundle.json', '{}');
    expect([...tidyFiles(wrapped).keys()].sort()).toEqual([...smallFiles().keys()].sort());
    expect(readBundle(wrapped, cubes)).toMatchObject({
      problems: [],
      bundle: { manifest: { id: 'northmoor-2024' } }
    });
  });
  test('columns may stand in any order', () => {
    const lines = textOf(AGES)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','));
    const { bundle } = readBundle(smallFiles({ [AGES]: lines.join('\n') }), cubes);
    expect(bundle?.tables[1]?.observations).toEqual(table('plans-by-age').observations);
  });
});

describe('a file that is wrong', () => {
  test('a column that is missing is named with what it should be', () => {
    expect(problemsWith(edited(AGES, ',age,', ',ages,'))).toMatchObject([
      { rule: 'unknown-column', file: AGES, row: 1, column: 'ages' },
      { rule: 'missing-column', file: AGES, row: 1, column: 'age', remedy: expect.stringContaining('“all”') }
    ]);
  });
  test('a breakdown that the manifest does not declare says where to declare it', () => {
    const text = textOf(AGES)
      .trimEnd()
      .split('\n')
      .map((line, index) => `${line},${index === 0 ? 'sex' : 'all'}`);
    expect(problemsWith({ [AGES]: text.join('\n') })).toMatchObject([
      { rule: 'unknown-column', file: AGES, column: 'sex', remedy: expect.stringContaining('bundle.json') }
    ]);
  });
  test('the second number is no column of a table that counts', () => {
    const text = textOf(AGES)
      .trimEnd()
      .split('\n')
      .map((line, index) => `${line},${index === 0 ? 'of' : ''}`);
    expect(problemsWith({ [AGES]: text.join('\n') })).toMatchObject([
      { rule: 'unknown-column', column: 'of' }
    ]);
  });
  test('a declared file that is missing and a file that is not declared are both named', () => {
    expect(
      problemsWith({ [AGES]: undefined, 'cubes/other.csv': 'area,value\n', 'notes.docx': 'x' })
    ).toMatchObject([
      { severity: 'error', rule: 'missing-file', file: AGES },
      { severity: 'error', rule: 'undeclared-file', file: 'cubes/other.csv' },
      { severity: 'warning', rule: 'not-read', file: 'notes.docx' }
    ]);
  });
  test('a table without rows is a warning', () => {
    expect(problemsWith({ [AGES]: textOf(AGES).split('\n')[0] })).toMatchObject([
      { severity: 'warning', rule: 'no-rows', file: AGES }
    ]);
  });
  test('a web page in place of a table is named as one', () => {
    expect(problemsWith({ [AGES]: '<!doctype html><title>Log in</title>' })).toMatchObject([
      { rule: 'web-page', file: AGES }
    ]);
  });
  test('a manifest without the file that makes a bundle is said in one problem', () => {
    expect(problemsWith({ [MANIFEST]: undefined })).toMatchObject([{ rule: 'missing-file', file: MANIFEST }]);
  });
  test('what is wrong in every file comes at once', () => {
    const problems = problemsWith({
      ...edited(PLANS, 'eastvale,2024,open,all,all,26', 'eastvale,2024,open,all,all,-26'),
      ...edited(AGES, '5to9', '5-9'),
      ...edited('registers/rounds.csv', '2024-03-01', '1 March'),
      ...edited(MANIFEST, '"audience": "restricted"', '"audience": "board"')
    });
    expect(problems.map(({ file, row, column, value }) => [file, row, column, value])).toEqual([
      [MANIFEST, undefined, 'audience', 'board'],
      ['registers/rounds.csv', 2, 'date', '1 March'],
      [PLANS, 4, 'value', '-26'],
      [AGES, 5, 'age', '5-9']
    ]);
  });
  test('a problem reads as one line with its place', () => {
    const [problem] = problemsWith(edited(AGES, '5to9', '5-9'));
    expect(problem && describeProblem(problem)).toBe(
      'cubes/plans-by-age.csv, row 5, column “age”: it is none of the words that “Age” takes (found “5-9”). Use a member of “age” in cube “plans”.'
    );
  });
});

describe('a file that is cut short or broken', () => {
  test('is an error wherever it is cut, save at the end of a row, and never gives another figure', () => {
    const text = textOf(AGES);
    const whole = table('plans-by-age').observations;
    for (let length = 0; length < text.length; length += 1) {
      const { bundle } = readBundle(smallFiles({ [AGES]: text.slice(0, length) }), cubes);
      const rows = bundle?.tables[1]?.observations;
      if (rows === undefined) continue;
      expect(`${text.slice(0, length)}\n`.replace(/\n\n$/, '\n')).toMatch(/,[a-z ]*\n$/);
      expect(rows).toEqual(
        whole.slice(0, rows.length).map((row, index) => ({ ...row, cell: rows[index]?.cell }))
      );
      expect(rows.map((row) => ('value' in row.cell ? row.cell.value : row.cell.reason))).toEqual(
        whole.slice(0, rows.length).map((row) => ('value' in row.cell ? row.cell.value : row.cell.reason))
      );
    }
  });
  test('bytes of no meaning are explained and throw nothing', () => {
    const noise = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
    for (const path of [MANIFEST, AGES, AUDITS, 'registers/rounds.csv'])
      expect(problemsWith({ [path]: noise }).filter((problem) => problem.severity === 'error')).not.toEqual(
        []
      );
  });
});
