import { describe, expect, test } from 'vitest';
import { ProblemsError } from '#lib/domain/problem.ts';
import { importTexts, raw, smallRelease } from './dfe-release-fixture.ts';

const A7 = 'a7_cin_by_age_gender_ethnicity.csv';
const D1 = 'd1_child_protection_plans.csv';
const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';
const POPULATION = 'ons_mid-year_population_estimates.csv';
const BREAK = '\r\n';

/** The release with one file changed line by line; each line keeps its end. */
function cut(name: string, keep: (line: string, index: number) => boolean, ended = true) {
  const release = smallRelease();
  const lines = (release.get(name) ?? '').trimEnd().split(BREAK);
  return release.set(name, lines.filter(keep).join(BREAK) + (ended ? BREAK : ''));
}

function found(texts: ReadonlyMap<string, string>, more: Parameters<typeof importTexts>[1] = {}): string[] {
  try {
    return importTexts(texts, more).report.warnings.map(
      ({ rule, file, message }) => `warning ${rule} ${file}: ${message}`
    );
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ rule, file, message }) => `error ${rule} ${file}: ${message}`);
  }
}

describe('a file that was cut short is refused', () => {
  test('a whole release has nothing missing', () => {
    expect(found(smallRelease())).toEqual([]);
  });

  test('at the end of a row, the last row with its line end', () => {
    expect(found(cut(D4, (_, index) => index < 28))).toEqual([
      `error truncated-file ${D4}: rows that other tables or years have are missing here (1 of the 14 areas of 2023): the file is not whole`
    ]);
  });

  test('at the end of a year, its name saying nothing of years', () => {
    expect(found(cut(D4, (line) => !line.startsWith('2023')))).toEqual([
      `error truncated-file ${D4}: rows that other tables or years have are missing here (all of 2023): the file is not whole`
    ]);
  });

  test('unless its own name says that it begins later', () => {
    const release = cut(D4, (line) => !line.startsWith('2023'));
    release.set('d4_by_category_2024_to_2024.csv', release.get(D4) ?? '').delete(D4);
    expect(found(release)).toEqual([]);
  });

  test('in its population, inside the last number', () => {
    const release = smallRelease();
    const whole = (release.get(POPULATION) ?? '').trimEnd();
    const some = whole.split(BREAK).slice(0, 19).join(BREAK).slice(0, -1);
    expect(found(release.set(POPULATION, some))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^error truncated-file ${POPULATION}: .*of the 14 areas of 2022\\), and the last line has no end`
        )
      )
    ]);
  });

  test('in its population, at the end of a year', () => {
    expect(found(cut(POPULATION, (line) => !line.startsWith('2022')))).toEqual([
      `error truncated-file ${POPULATION}: rows that other tables or years have are missing here (all of 2022): the file is not whole`
    ]);
  });

  test('in a table of England alone', () => {
    expect(found(cut(A7, (_, index) => index < 60))).toEqual([
      expect.stringMatching(new RegExp(`^error truncated-file ${A7}: .* characteristics of 2023`))
    ]);
  });

  test('and one row missing in the middle is pointed at, not refused', () => {
    expect(found(cut(D1, (line) => !(line.startsWith('2024') && line.includes('Leicestershire'))))).toEqual([
      `warning rows-missing ${D1}: rows that other tables or years have are missing here (1 of the 14 areas of 2024)`
    ]);
  });

  test('one row missing in the middle and no line end is refused', () => {
    const release = cut(D1, (line) => !(line.startsWith('2024') && line.includes('Leicestershire')), false);
    expect(found(release).join()).toContain('error truncated-file');
  });

  test('a year missing in the middle', () => {
    const release = new Map(
      [...smallRelease()].map(([name, content]) => [
        name,
        /^(a7|ons)/.test(name)
          ? content
          : content +
            content
              .replaceAll(/^2023,/gm, '2022,')
              .split(BREAK)
              .filter((line) => line.startsWith('2022'))
              .join(BREAK) +
            BREAK
      ])
    );
    release.delete(A7);
    release.delete(POPULATION);
    const d4 = release.get(D4) ?? '';
    release.set(
      D4,
      d4
        .split(BREAK)
        .filter((line) => !line.startsWith('2023'))
        .join(BREAK)
    );
    expect(found(release).join()).toContain(
      `error truncated-file ${D4}: rows that other tables or years have are missing here (all of 2023)`
    );
  });
});

describe('estimates by single year of age', () => {
  const area = (code: string, to = 90) =>
    Array.from({ length: to }, (_, age) => `${code},Somewhere,${age},100`).join('\n');
  const ons = (body: string, end = '\n') =>
    raw('mid_2023.csv', `area_code,area_name,age,population\n${body}${end}`);

  test('that end within an area were cut short', () => {
    const lines = found(smallRelease(), {
      population: ons(`${area('E10000018')}\n${area('E06000017', 12)}`)
    });
    expect(lines.filter((line) => line.startsWith('error'))).toEqual([
      'error truncated-file mid_2023.csv: the last area has 12 of 18 ages of children: the file was cut short'
    ]);
  });

  test('that lack authorities of the release are pointed at, and refused where the last line has no end', () => {
    expect(found(smallRelease(), { population: ons(area('E10000018')) })).toEqual([
      expect.stringMatching(
        /^warning rows-missing mid_2023\.csv: 6 authorities have figures for 2024 and no estimate of mid-2023 \(Cumberland, /
      )
    ]);
    expect(found(smallRelease(), { population: ons(area('E10000018'), '') }).join()).toContain(
      'error truncated-file mid_2023.csv'
    );
  });
});
