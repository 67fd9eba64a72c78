import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#lib/sources/bundle.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { importDfe } from '#lib/sources/dfe-import.ts';
import { reportInWords } from '#lib/sources/dfe-report.ts';
import { ProblemsError } from '#lib/domain/problem.ts';
import {
  CHANGES,
  CUBES,
  importTexts,
  raw,
  rowsOf,
  rulesOf,
  smallRelease,
  valueOf
} from './dfe-release-fixture.ts';

const D1 = 'd1_child_protection_plans.csv';
const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';
const C1 = 'c1_children_in_need_referrals_and_rereferrals.csv';

function changed(name: string, change: (content: string) => string): Map<string, string> {
  const release = smallRelease();
  return release.set(name, change(release.get(name) ?? ''));
}

const england = { area: 'E92000001', period: '2024' };

describe('a release', () => {
  const { bundle, report } = importTexts(smallRelease());

  test('becomes a bundle that passes every check of a bundle', () => {
    const { problems } = readBundle(writeBundle(bundle), CUBES);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('keeps England as published, never a sum of authorities', () => {
    const members = ['all', 'neglect'];
    expect(valueOf(bundle, 'plans-by-category', { ...england, measure: 'open', members })).toBe(24570);
  });

  test('keeps a withheld, an unreliable and an unavailable figure apart', () => {
    const at = (area: string, table: string, measure: string, members: readonly string[], period = '2024') =>
      valueOf(bundle, table, { area, period, measure, members });
    expect(at('la857', 'plans-by-category', 'open', ['all', 'neglect'])).toBe('withheld');
    expect(at('la850', 'plans', 'open', [])).toBe('unreliable');
    expect(at('la909', 'plans', 'open', [])).toBeUndefined();
  });

  test('carries its vintage, its population and its rule of years', () => {
    expect(bundle.manifest.sources.map(({ title, vintage }) => [title, vintage])).toEqual([
      ['Children in need', '2024'],
      ['Mid-year population estimates, children aged 0 to 17', '2023']
    ]);
    expect(bundle.manifest.periods.map(({ id, population }) => [id, population])).toEqual([
      ['2023', 'mid2022'],
      ['2024', 'mid2023'],
      ['mid2022', undefined],
      ['mid2023', undefined]
    ]);
  });

  test('binds what is wrong with a figure to that figure', () => {
    const note = bundle.manifest.notes.find(({ id }) => id === 'substitution-la850-2024');
    expect([note?.areas, note?.periods]).toEqual([['E12000008', 'E92000001'], ['2024']]);
  });

  test('names tables that were not found', () => {
    expect(report.notFound).toContain(
      'table D5, “Child protection plans at 31 March by duration” (plans-by-duration)'
    );
  });

  test('reports in words what was read', () => {
    expect(reportInWords(report)).toContain(
      'D4  d4_cpps_at31march_by_category_of_abuse.csv: 28 rows → plans-by-category (308)'
    );
  });
});

describe('a release that was never seen before', () => {
  const RENAMED: readonly (readonly [RegExp, string])[] = [
    [/\bReferrals_child\b/, 'child_referral_count'],
    [/\bReferrals\b/, 'referral_count'],
    [/\bRe_referrals\b/, 'rereferral-count'],
    [/\bNot_in_Need\b/, 'assessed_as_not_in_need'],
    [/\bCPP_At31\b/, 'cpp_at_31_march'],
    [/\bCPP_At31_rate\b/, 'cpp_at_31_march_rate_per_10000'],
    [/\bNeglect_Initial\b/, 'Neglect'],
    [/\bPhysical_Initial\b/, 'Physical Abuse'],
    [/\bold_la_code\b/, 'Old LA Code']
  ];
  const rename = (content: string) => {
    const [header = '', ...rows] = content.split(/\r?\n/);
    const renamed = RENAMED.reduce(
      (text, [from, to]) => text.replace(from, to),
      header.replace('\uFEFF', '')
    );
    const symbols = rows.map((row) => row.replace(/,c(?=,|$)/g, ',[C]').replace(/,c(?=,|$)/g, ',[C]'));
    return `\uFEFF${[`${renamed},a_new_column`, ...symbols.map((row) => (row === '' ? '' : `${row},7`))].join('\r\n')}`;
  };
  const texts = new Map(
    [...smallRelease()].map(([, content], index) => [`table-${index}.csv`, rename(content)])
  );

  test('gives the same figures under other names of files and columns, with other marks and one column more', () => {
    const before = importTexts(smallRelease()).bundle;
    const after = importTexts(texts).bundle;
    expect(Object.fromEntries(writeBundle(after))).toEqual(Object.fromEntries(writeBundle(before)));
  });

  test('gives the same figures whatever the order of columns', () => {
    const turned = changed(D4, (content) =>
      Papa.unparse(
        Papa.parse<string[]>(content, { skipEmptyLines: true }).data.map((row) => row.toReversed())
      )
    );
    const cells = (bundle: Bundle) =>
      new Set(rowsOf(bundle, 'plans-by-category').map((row) => JSON.stringify(row)));
    expect(cells(importTexts(turned).bundle)).toEqual(cells(importTexts(smallRelease()).bundle));
  });

  test('says which column is missing and reads the rest', () => {
    const { bundle, report } = importTexts(
      changed(C1, (content) => content.replace('No_Further_Action,', 'Something_else,'))
    );
    expect(report.notFound.join()).toContain('of table C1: No_Further_Action');
    const at = (outcome: string) =>
      valueOf(bundle, 'referrals', { ...england, measure: 'referrals', members: [outcome, 'all'] });
    expect([at('nfa'), at('notinneed')]).toEqual([undefined, 188300]);
  });

  test('reports an unknown symbol with file, row, column and value, and supplies no figure for it', () => {
    const { bundle, report } = importTexts(changed(D1, (content) => content.replace(',49900,', ',§,')));
    expect(report.unknown).toEqual([{ file: D1, row: 2, column: 'CPP_At31', value: '§', times: 1 }]);
    expect(valueOf(bundle, 'plans', { ...england, measure: 'open' })).toBeUndefined();
  });

  test('leaves out a file that is named as another table and only looks like one', () => {
    const release = smallRelease();
    const { bundle, report } = importTexts(
      release.set('d9_cpps_by_something_new.csv', release.get(D4) ?? '')
    );
    expect(report.notUsed.join()).toContain('d9_cpps_by_something_new.csv');
    expect(rowsOf(bundle, 'plans-by-category')).toHaveLength(308);
  });

  test('points at a last line without an end, where nothing else is missing', () => {
    const { report } = importTexts(changed(D1, (content) => content.trimEnd()));
    expect(report.warnings.map(({ file, rule }) => [file, rule])).toEqual([[D1, 'no-line-end']]);
  });

  test('reads a name with a comma in it', () => {
    const { bundle } = importTexts(smallRelease());
    expect(bundle.manifest.areas.find(({ id }) => id === 'la884')?.name).toBe('Herefordshire, County of');
  });
});

describe('what cannot be a release is refused, all of it at once', () => {
  test('an empty folder', () => {
    expect(rulesOf(new Map())).toEqual(['no-release']);
  });

  test('a folder with no table of a release', () => {
    expect(rulesOf(new Map([['shopping.csv', 'what,how many\neggs,6\n']]))).toEqual(['no-release']);
  });

  test('a web page saved as CSV', () => {
    expect(rulesOf(changed(D4, () => '<!DOCTYPE html>\n<html><body>Not found</body></html>'))).toEqual([
      'web-page'
    ]);
  });

  test('a file cut short within a row', () => {
    expect(rulesOf(changed(D4, (content) => content.slice(0, -40)))).toEqual(['ragged-row']);
  });

  test('a file cut short at the end of a row', () => {
    const rows = (content: string) => content.split('\r\n').slice(0, 18).join('\r\n');
    expect(rulesOf(changed(D4, rows))).toEqual(['truncated-file']);
  });

  test('a file that is not in UTF-8', () => {
    const bytes = (content: string) => new Uint8Array(Buffer.from(`\uFEFF${content}`, 'utf16le'));
    const files = [...smallRelease()].map(([name, content]) =>
      name === D1 ? { name, bytes: bytes(content) } : raw(name, content)
    );
    expect(() => importDfe({ files, changes: CHANGES, cubes: CUBES })).toThrow(
      /d1_child_protection_plans\.csv: the file is not in UTF-8/
    );
  });

  test('a row given twice', () => {
    const twice = (content: string) => `${content}${content.split('\r\n')[3] ?? ''}\r\n`;
    expect(rulesOf(changed(D1, twice))).toEqual(['duplicate-row']);
  });

  test('two files for one table', () => {
    const release = smallRelease();
    expect(rulesOf(release.set('d4_again.csv', release.get(D4) ?? ''))).toEqual(['two-files-one-table']);
  });

  test('files of two releases', () => {
    const older = (content: string) =>
      content
        .split('\r\n')
        .filter((row) => !row.startsWith('2024'))
        .join('\r\n');
    expect(rulesOf(changed(D1, older))).toEqual(['releases-mixed']);
  });

  test('every problem of every file', () => {
    const release = changed(D4, () => '<html></html>').set(C1, smallRelease().get(C1)?.slice(0, -30) ?? '');
    expect(rulesOf(release).toSorted()).toEqual(['ragged-row', 'web-page']);
  });

  test('and the error names the file and what to do', () => {
    try {
      importTexts(changed(D4, () => '<html></html>'));
      expect.unreachable();
    } catch (error) {
      expect(error instanceof ProblemsError ? error.problems[0]?.file : undefined).toBe(D4);
    }
  });
});
