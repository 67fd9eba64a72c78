import { describe, expect, test } from 'vitest';
import { describeProblem, ProblemsError } from '#lib/domain/problem.ts';
import { importChecked } from '#lib/sources/dfe-checked.ts';
import { CHANGES, CUBES, raw, smallRelease } from './dfe-release-fixture.ts';

const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';

function changed(name: string, change: (content: string) => string) {
  const release = smallRelease();
  return release.set(name, change(release.get(name) ?? ''));
}

function checked(texts: ReadonlyMap<string, string>) {
  const files = [...texts].map(([name, content]) => raw(name, content));
  return importChecked({ files, changes: CHANGES, cubes: CUBES });
}

function errorsOf(texts: ReadonlyMap<string, string>): readonly string[] {
  try {
    checked(texts);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(describeProblem);
  }
}

describe('what the checks of a bundle find in a release', () => {
  test('is nothing in a release that agrees with itself', () => {
    expect(checked(smallRelease()).report.warnings).toEqual([]);
  });

  test('is to be looked at where parts come to more than their total, at its place in the file of the publisher', () => {
    const { report } = checked(changed(D4, (content) => content.replace(',64,235,', ',64,420,')));
    expect(report.warnings.map(describeProblem)).toEqual([
      `${D4}, row 11, column “CPP_At31”: the parts by latest category come to 595, more than the total in this row (found “429”). Compare the row with the publication, and download the file again`
    ]);
  });

  test('is refused where a part is more than its whole, with both places in the file of the publisher', () => {
    expect(errorsOf(changed(D4, (content) => content.replace(',429,222,', ',429,1222,')))).toEqual([
      `${D4}, row 11, column “Neglect_Initial”: “Neglect” (category at the start) is more than the total, which is 429 in row 11, column “CPP_At31” (found “1222”). Compare the row with the publication, and download the file again`
    ]);
  });

  test('stands on one line where a whole column is wrong, and names no file of the bundle', () => {
    const found = errorsOf(changed(D4, (content) => content.replaceAll(/,([1-9]\d*)(?=\r\n)/g, ',$19999')));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${D4}, row `);
    expect(found[0]).toContain(
      'column “Multiple_Latest”: “More than one category, or none recommended” (latest category) is more than the total'
    );
    expect(found[0]).toMatch(/\(1\d times: row \d+ “\d+9999”, .* and 1?\d more\)/);
    expect(found.join()).not.toContain('cubes/');
  });
});
