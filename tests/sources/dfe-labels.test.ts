import { describe, expect, test } from 'vitest';
import { problemsOf, rewritten, withCells } from './dfe-altered-release.ts';
import { importTexts, rowsOf, smallRelease } from './dfe-release-fixture.ts';

const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';
const content = smallRelease().get(D4) ?? '';

function labelled(change: (label: string, row: readonly string[], index: number) => string) {
  return smallRelease().set(D4, withCells(content, 'category', change));
}

describe('a table whose category is worded in several ways', () => {
  test.each(['2023', '2024'])(
    'is refused where most of %s would be lost, and both wordings are named',
    (year) => {
      const problems = problemsOf(labelled((label, row) => (row[0] === year ? 'Plans by category' : label)));
      expect(problems).toMatchObject([{ rule: 'category-changes', file: D4, column: 'category' }]);
      expect(problems[0]?.message).toBe(
        'the rows have several categories: “Child Protection Plans by Initial and Latest Category of Abuse” was read, ' +
          `and “Plans by category” (14 rows) left out, which is most of ${year}`
      );
    }
  );

  test('loses no row in silence: other categories are listed with their counts', () => {
    const doubled = rewritten(content, ([header = [], ...rows]) => [
      header,
      ...rows,
      ...rows.map((row) => row.with(header.indexOf('category'), 'Plans ending'))
    ]);
    const { bundle, report } = importTexts(smallRelease().set(D4, doubled));
    expect(rowsOf(bundle, 'plans-by-category')).toHaveLength(308);
    expect(report.warnings).toMatchObject([{ rule: 'other-categories', file: D4, row: 30 }]);
    expect(report.warnings[0]?.message).toContain('“Plans ending” (28 rows) left out');
  });
});
