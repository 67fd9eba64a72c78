import { beforeAll, expect, test } from 'vitest';
import { cubesFor } from '#lib/domain/nation.ts';
import type { Cube } from '#lib/domain/cube.ts';
import { chosenSheet } from '#lib/exports/template-rows.ts';
import { starterFor, workbookFor } from '#lib/exports/template-nation.ts';
import { endedPeriods, lastFourQuarters } from '#lib/exports/template-periods.ts';
import { aboutCsv, cubeCsv, templateGuide } from '#lib/exports/templates.ts';
import { makeWorkbook } from '#lib/exports/workbook.ts';
import { nation } from '#lib/sources/nations.ts';
import { readGiven } from '#lib/sources/given/read-given.ts';
import { starterTemplate, workbookTemplate } from '#lib/store/templates.ts';
import { typed } from '../sources/given/filled.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const scotland = nation('scotland');
const TODAY = '2026-11-22';
const ASKED = { areas: ['Strathmirk'], periods: ['2024'], nation: scotland };
let dictionary: ReadonlyMap<string, Cube>;

beforeAll(async () => {
  dictionary = await readDictionary();
});

function sheetOf(id: string, of = scotland, rows?: readonly string[]) {
  const cube = cubesFor(dictionary, { nation: of, categories: [] }).get(id);
  const sheet = workbookFor(workbookTemplate, of).sheets.find(({ cube: each }) => each === id);
  if (cube === undefined || sheet === undefined) throw new Error(`no sheet ${id}`);
  return chosenSheet(cube, sheet, rows);
}

test('templates of Scotland offer years and quarters that end on its days', () => {
  expect(endedPeriods('year', '2024-07-30', scotland.calendar)[0]).toBe('2023');
  expect(endedPeriods('year', '2024-07-31', scotland.calendar)[0]).toBe('2024');
  expect(lastFourQuarters(TODAY, scotland.calendar)).toEqual(['2026Q2', '2026Q3', '2026Q4', '2027Q1']);
  expect(templateGuide([sheetOf('plans')], ASKED)).toContain('year to 31 July 2024 (stocks on 31 July 2024)');
});

test('a sheet asks for the categories and ages of its nation, in its words', () => {
  const guide = templateGuide([sheetOf('plans', scotland, ['categories', 'ages'])], ASKED);
  expect(guide).toContain('- nation: Whose reporting years');
  expect(guide).toContain('domestic: Domestic abuse');
  expect(guide).toContain('Child protection registrations');
  const rows = cubeCsv(sheetOf('plans', scotland, ['categories', 'ages']), ASKED);
  expect(rows).toContain('Strathmirk,2024,open,parentalsubstance,');
  expect(rows).toContain('Strathmirk,2024,open,neglect,11to15,');
  expect(rows).not.toContain('multiple');
  expect(rows).not.toContain('10to15');
});

test('Northern Ireland is asked for each combination of categories, and in its ages', () => {
  const rows = cubeCsv(sheetOf('plans', nation('northern-ireland'), ['categories', 'ages']), ASKED);
  expect(rows).toContain(',neglect_physical,');
  expect(rows).toContain(',5to11,');
});

test('the starter sheet speaks of the register, and asks for no category that is not there', () => {
  const of = (id: 'wales' | 'northern-ireland') => starterFor(starterTemplate, nation(id));
  expect(of('wales').rows.map(({ words }) => words)).toContain(
    'Every child on the child protection register on the last day.'
  );
  const asksMultiple = (id: 'wales' | 'northern-ireland') =>
    of(id).rows.some(({ members }) => members['category_latest'] === 'multiple');
  expect([asksMultiple('wales'), asksMultiple('northern-ireland')]).toEqual([false, true]);
});

const ABOUT = aboutCsv(['Strathmirk'], scotland)
  .replace(/title,(?=\r?\n)/, 'title,Strathmirk to 2024')
  .replace(/publisher,(?=\r?\n)/, 'publisher,Strathmirk Child Protection Committee')
  .replace(/supplied on,(?=\r?\n)/, 'supplied on,2024-09-01');

const bytes = (text: string) => new TextEncoder().encode(text);

function filled(period = '2024') {
  const lines = cubeCsv(sheetOf('plans', scotland, ['categories']), { ...ASKED, periods: [period] })
    .trimEnd()
    .split(/\r?\n/);
  return lines
    .map((line, at) => (at === 0 ? line : line.replace(/,,,$/, `,${String(60 - at)},,`)))
    .join('\r\n');
}

test('a filled-in CSV of Scotland is read with its dates, concerns and terms', () => {
  const { bundle, problems } = readGiven(
    [
      { path: 'about.csv', content: bytes(ABOUT) },
      { path: 'plans.csv', content: bytes(filled()) }
    ],
    { cubes: dictionary, areas: [] }
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(bundle?.manifest).toMatchObject({ nation: 'scotland', terms: scotland.terms });
  expect(bundle?.manifest.periods).toMatchObject([{ id: '2024', end: '2024-07-31' }]);
  expect(bundle?.manifest.tiers.map(({ name }) => name)).toEqual(['Child protection register']);
  expect(bundle?.tables[0]?.observations).toHaveLength(12);
});

test('a stock on 31 July is that of the reporting year that ends then', () => {
  const given = (about: string) =>
    readGiven(
      [
        { path: 'about.csv', content: bytes(about) },
        { path: 'plans.csv', content: bytes(filled().replaceAll(',2024,', ',31 July 2024,')) }
      ],
      { cubes: dictionary, areas: [] }
    );
  expect(given(ABOUT).bundle?.manifest.periods.map(({ id }) => id)).toEqual(['2024']);
});

test('a nation that nobody knows is told of', () => {
  const { problems } = readGiven(
    [
      { path: 'about.csv', content: bytes(ABOUT.replace('Scotland', 'Utopia')) },
      { path: 'plans.csv', content: bytes(filled()) }
    ],
    { cubes: dictionary, areas: [] }
  );
  expect(problems).toContainEqual(
    expect.objectContaining({ rule: 'bad-about', column: 'nation', value: 'Utopia' })
  );
});

test('a filled-in workbook of Scotland is recognised by its own words', () => {
  const workbook = typed(makeWorkbook([sheetOf('plans', scotland, ['categories'])], ASKED), 2, () => 12);
  const { problems, recognised } = readGiven([{ path: 'own-figures.xlsx', content: workbook }], {
    cubes: dictionary,
    areas: []
  });
  expect([...new Set(problems.map(({ rule }) => rule))]).toEqual(['about-missing']);
  expect(recognised.map(({ kind, to }) => [kind, to])).toEqual([['area', 'strathmirk']]);
});
