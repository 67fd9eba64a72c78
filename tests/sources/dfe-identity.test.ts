import { describe, expect, test } from 'vitest';
import { ProblemsError } from '#lib/domain/problem.ts';
import { importTexts, smallRelease } from './dfe-release-fixture.ts';

const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';

function changed(change: (line: string) => string, only = D4): Map<string, string> {
  return new Map(
    [...smallRelease()].map(([name, content]) => [
      name,
      only === name || only === 'all' ? content.split('\r\n').map(change).join('\r\n') : content
    ])
  );
}

function problemsOf(texts: ReadonlyMap<string, string>) {
  try {
    importTexts(texts);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ rule, file, row, message }) => ({ rule, file, row, message }));
  }
}

/** Two texts for each other, wherever they stand between commas. */
const swap = (a: string, b: string) => (line: string) =>
  line.replace(new RegExp(`,(${a}|${b}),`), (_, found: string) => `,${found === a ? b : a},`);

describe('codes of places that have changed places', () => {
  test('are an error that names the file, the row and both', () => {
    const found = problemsOf(changed(swap('855', '857')));
    expect(found).toHaveLength(4);
    expect(found[0]).toEqual({
      rule: 'place-swapped',
      file: D4,
      row: 11,
      message:
        'the row is of Leicestershire, E10000018 and has the code 857 of Rutland; in the rest of the release Leicestershire is 855: two places may have been swapped'
    });
  });

  test('are found by name where there is no ONS code', () => {
    const release = changed((line) => line.replace(/,E(06|07|08|09|10)\d{6},(?=[A-Z"])/, ',,'), 'all');
    const swapped = (release.get(D4) ?? '').split('\r\n').map(swap('855', '857')).join('\r\n');
    expect(problemsOf(release)).toEqual([]);
    expect(problemsOf(release.set(D4, swapped)).map(({ rule }) => rule)).toEqual(
      Array(4).fill('place-swapped')
    );
  });

  test('are found among regions', () => {
    const found = problemsOf(
      changed((line) => (line.includes('Regional') ? swap('E12000002', 'E12000003')(line) : line))
    );
    expect(found.map(({ rule, row }) => [rule, row])).toEqual(
      [3, 4, 17, 18].map((row) => ['place-swapped', row])
    );
  });
});

describe('a change of areas', () => {
  test('a new name is taken at once, though the population still has the old one', () => {
    const release = new Map(
      [...smallRelease()].map(([name, content]) => [
        name,
        name.startsWith('ons_') ? content : content.replaceAll(/^(2024,.*),Rutland,/gm, '$1,Rutland County,')
      ])
    );
    const { bundle, report } = importTexts(release);
    const rutland = bundle.manifest.areas.find(({ id }) => id === 'la857');
    expect([rutland?.name, rutland?.slug]).toEqual(['Rutland County', 'rutland-county']);
    expect(report.warnings).toEqual([]);
  });

  test('a name of one table alone does not win, and both are named', () => {
    const { bundle, report } = importTexts(
      changed((line) => (line.startsWith('2024') ? line.replace(',Rutland,', ',Rutland County,') : line))
    );
    expect(bundle.manifest.areas.find(({ id }) => id === 'la857')?.name).toBe('Rutland');
    expect(report.warnings.map(({ rule, message }) => [rule, message])).toEqual([
      ['two-names', '857 goes by 2 names in 2024: Rutland, Rutland County']
    ]);
  });

  test('a new code without a predecessor, and an ended one without a successor, are to be looked at', () => {
    const { report } = importTexts(
      new Map(
        [...smallRelease()].map(([name, content]) => {
          const rows = name.startsWith('ons_')
            ? /^(2023,.*),857,E06000017,/gm
            : /^(2024,.*),857,E06000017,/gm;
          return [name, content.replaceAll(rows, '$1,899,E06000099,')];
        })
      )
    );
    expect(report.warnings.map(({ message }) => message)).toEqual([
      'Rutland (857) ends in 2023, and no authority is named as its successor',
      'Rutland (899) is new in 2024, and no authority is named as its predecessor'
    ]);
  });
});
