import { describe, expect, test } from 'vitest';
import { reportInWords } from '#lib/sources/dfe-report.ts';
import { problemsOf, rewritten, withCells } from './dfe-altered-release.ts';
import { importTexts, raw, rulesOf, smallRelease } from './dfe-release-fixture.ts';
import { groupProblems } from '#lib/sources/dfe-grouping.ts';
import { openRelease } from '#lib/sources/dfe-release.ts';

const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';
const LEVEL = 'geographic_level';

function everyFile(change: (content: string) => string) {
  return new Map([...smallRelease()].map(([name, content]) => [name, change(content)]));
}

const reworded = (content: string) =>
  withCells(content, LEVEL, (level) => (level === 'Local authority' ? 'LA (upper tier)' : level));
const withoutLevel = (lost: string) => (content: string) =>
  content.includes('old_la_code')
    ? rewritten(content, ([header = [], ...rows]) => [
        header,
        ...rows.filter((row) => row[header.indexOf(LEVEL)] !== lost)
      ])
    : content;

describe('geographic levels', () => {
  test('an unknown word for authorities is an error that names it, not a table that is not found', () => {
    const texts = smallRelease();
    expect(problemsOf(texts.set(D4, reworded(texts.get(D4) ?? '')))).toMatchObject([
      { rule: 'unknown-level', file: D4, row: 9, column: LEVEL, value: 'LA (upper tier)' }
    ]);
  });

  test('so in every file, it is an error in each table for areas', () => {
    const files = problemsOf(everyFile(reworded)).filter(({ rule }) => rule === 'unknown-level');
    expect(files.map(({ file }) => file.slice(0, 2))).toEqual(['b1', 'c1', 'c3', 'c5', 'd1', 'd2', 'd4']);
  });

  test('so in one year, it is an error that names the year', () => {
    const texts = smallRelease();
    const oneYear = withCells(texts.get(D4) ?? '', LEVEL, (level, row) =>
      level === 'Local authority' && row[0] === '2023' ? 'LA (upper tier)' : level
    );
    expect(problemsOf(texts.set(D4, oneYear))[0]?.message).toContain('the authorities of 2023');
  });

  test('rows of a level that is not read are listed with their count', () => {
    const texts = smallRelease();
    const schools = rewritten(texts.get(D4) ?? '', (rows) => [
      ...rows,
      ...rows.slice(1, 3).map((row) => row.with(2, 'School'))
    ]);
    expect(reportInWords(importTexts(texts.set(D4, schools)).report)).toContain(
      `${D4}, row 30, column “${LEVEL}”: 2 rows are of a geographic level that is not known, and left out (found “School”)`
    );
  });

  test('a release without England is refused', () => {
    expect(rulesOf(everyFile(withoutLevel('National')))).toEqual(['no-england']);
  });

  test('a release without authorities is refused', () => {
    expect(rulesOf(everyFile(withoutLevel('Local authority')))).toContain('no-authorities');
  });

  test('a table without authorities is refused, and not taken for one of England alone', () => {
    const texts = smallRelease();
    texts.set(D4, withoutLevel('Local authority')(texts.get(D4) ?? ''));
    expect(rulesOf(texts)).toContain('no-authorities');
  });

  test('a release of England’s tables alone is refused', () => {
    const texts = new Map([...smallRelease()].filter(([name]) => name.startsWith('a')));
    expect(rulesOf(texts)).toContain('no-authorities');
  });

  test('a release without regions is pointed at', () => {
    const files = [...everyFile(withoutLevel('Regional'))].map(([name, content]) => raw(name, content));
    expect(openRelease(files).problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['no-regions', 'warning']
    ]);
  });
});

describe('codes of authorities', () => {
  const coded = (change: (code: string) => string) =>
    everyFile((content) =>
      content.includes('old_la_code')
        ? withCells(content, 'old_la_code', (code) => (code === '' ? '' : change(code)))
        : content
    );

  test('are read as a spreadsheet writes them', () => {
    expect(importTexts(coded((code) => `${code}.0`)).bundle).toEqual(importTexts(smallRelease()).bundle);
  });

  test('that say nothing for most rows are an error, one a file', () => {
    const found = problemsOf(coded(() => '#REF!')).filter(({ rule }) => rule === 'unknown-areas');
    expect(found).toHaveLength(7);
    expect(found[0]).toMatchObject({ column: 'old_la_code', value: '#REF!' });
  });
});

describe('problems that differ only in their place', () => {
  const at = (row: number, file = D4) =>
    ({
      severity: 'warning',
      rule: 'odd',
      file,
      row,
      value: `v${row}`,
      message: 'odd',
      remedy: 'Look'
    }) as const;

  test('are one, with how many and the first few', () => {
    const many = Array.from({ length: 1200 }, (_, index) => at(index + 2));
    expect(groupProblems([...many, at(2, 'other.csv')])).toMatchObject([
      { file: D4, row: 2, message: 'odd (1,200 times: row 2 “v2”, row 3 “v3”, row 4 “v4” and 1,197 more)' },
      { file: 'other.csv', message: 'odd' }
    ]);
  });
});
