import * as theirs from '@e965/xlsx';
import { Window } from 'happy-dom';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvwOf } from '#lib/exports/csvw.ts';
import { tablesWorkbook } from '#lib/exports/tables-workbook.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { takenFrom } from '#lib/ui/taking.ts';
import { tablesFrom } from '#lib/ui/taking-tables.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { number as written } from '#lib/words/number.ts';
import { pageOf, sharedFacts } from '../published.ts';

const MADE = '2026-11-23';
const NUMBERS = ['Value', 'Numerator', 'Denominator', 'Range from', 'Range to', 'Compared value'];
const TEXTS = [
  'Indicator',
  'Group',
  'Figure of',
  'Unit',
  'Status',
  'Compared with',
  'Comparison',
  'Trend',
  'Counts'
];

const PAGES = [
  ['rutland', await pageOf(await sharedFacts(), 'rutland')],
  ['kestrelshire', await pageOf(await sharedFacts('data/demo'), 'kestrelshire')],
  ['quill-vale-partnership', await pageOf(await sharedFacts('data/demo'), 'quill-vale-partnership')]
] as const;

function delivered(model: ViewModel): HTMLElement {
  const { document, Element, XMLSerializer } = new Window({ url: 'https://neglect.example.gov.uk/' });
  Object.assign(globalThis, { document, Element, XMLSerializer });
  const page = globalThis.document.createElement('div');
  page.innerHTML = renderView(model);
  return page;
}

type Fields = Readonly<Record<string, string>>;
const field = (row: Fields, name: string): string => row[name] ?? '';

/** What the page says of an indicator, as its file would have to say it. */
function hereAgain(row: Fields): readonly string[] {
  const [value, n, of] = ['Value', 'Numerator', 'Denominator'].map((name) => field(row, name));
  const decimals = (/\.(\d+)$/.exec(value ?? '')?.[1] ?? '').length;
  const shown = value === '' ? '' : written(Number(value), decimals);
  const counts = n === '' || of === '' ? '' : `${written(Number(n))} of ${written(Number(of))}`;
  return [
    field(row, 'Status'),
    `${shown}% (${counts})`,
    counts.replace(/^0 /, 'none '),
    `${shown} per 10,000`,
    `${shown} ${field(row, 'Unit')}`,
    ...(shown === '0' ? ['none'] : [])
  ];
}

describe.each(PAGES)('the scorecard of %s in files', (_, model) => {
  let rows: readonly Fields[] = [];
  let header: readonly string[] = [];
  let page: HTMLElement;
  let about: Readonly<Record<string, string>> = {};
  const card = model.slots.flatMap(({ tables = [] }) => tables).find(({ id }) => id === 'scorecard');
  const screen = card?.table.rows ?? [];

  beforeAll(() => {
    page = delivered(model);
    const figure = page.querySelector('figure[data-table="scorecard"]');
    if (figure === null) throw new Error('the page has no scorecard');
    const taken = takenFrom(figure, undefined, MADE);
    const read = Papa.parse<Fields>(taken.csv, { header: true, skipEmptyLines: true });
    expect(read.errors).toEqual([]);
    rows = read.data;
    header = read.meta.fields ?? [];
    about = taken.about;
  });

  test('has a row for each of the page, and a column for each thing that is told', () => {
    expect(rows.map((row) => row['Indicator'])).toEqual(screen.map(({ indicator }) => indicator));
    for (const name of NUMBERS) expect(header.slice(header.indexOf(name))[1]).toBe(`${name}_status`);
    for (const name of TEXTS) expect(header).toContain(name);
    for (const row of rows) {
      expect(field(row, 'indicator_code')).not.toBe('');
      expect(['neglect', 'includes neglect', 'all reasons']).toContain(field(row, 'Counts'));
    }
  });

  test('holds nothing but a number in a column of numbers, or a blank with its reason beside it', () => {
    for (const row of rows)
      for (const name of NUMBERS) {
        const [value, status] = [field(row, name), field(row, `${name}_status`)];
        if (value === '') expect(status).not.toBe('');
        else expect(value).toMatch(/^-?\d+(\.\d+)?$/);
      }
    expect(rows.filter((row) => field(row, 'Value') !== '').length).toBeGreaterThan(15);
  });

  test('has what is withheld blank, with all that it could be worked out from', () => {
    const withheld = rows.filter((_row, at) => String(screen[at]?.['here']).startsWith('withheld'));
    expect(withheld.length).toBeGreaterThan(0);
    for (const row of withheld) {
      expect(field(row, 'Status')).toBe('withheld');
      for (const name of NUMBERS.slice(0, 5))
        expect([field(row, name), field(row, `${name}_status`)]).toEqual(['', 'withheld']);
    }
  });

  test('says in numbers what the page says in words, of the area and of what it stands beside', () => {
    rows.forEach((row, at) => {
      const here = String(screen[at]?.['here']).replace(/, whole partnership$/, '');
      const outcome = field(row, 'Outcome').toLowerCase();
      const said =
        outcome === '' ? here : here.slice(here.toLowerCase().indexOf(`${outcome}: `) + outcome.length + 2);
      expect(
        hereAgain(row).some((text) => said === text || `${text} `.startsWith(`${said} `)),
        `${here} against ${hereAgain(row).join(' | ')}`
      ).toBe(true);
      const beside = String(screen[at]?.['beside']);
      const [, name = '', value = ''] = /^(.+?) ([\d,.]+)%?(?::|$)/.exec(beside) ?? [];
      expect([field(row, 'Compared with'), field(row, 'Compared value')]).toEqual([
        name,
        value.replaceAll(',', '')
      ]);
      expect(field(row, 'Comparison')).toBe(beside.split(': ')[1] ?? '');
      const [low, high] = [field(row, 'Range from'), field(row, 'Range to')];
      if (low !== '') {
        expect(Number(low)).toBeLessThanOrEqual(Number(field(row, 'Value')));
        expect(Number(high)).toBeGreaterThanOrEqual(Number(field(row, 'Value')));
      }
    });
  });

  test('is described to programs as numbers with blanks, each with its status after it', () => {
    const described: unknown = JSON.parse(
      csvwOf({ file: 'scorecard.csv', title: 'Scorecard', description: '', header, about })
    );
    expect(described).toHaveProperty('tableSchema.columns.length', header.length);
    const columns = header.map((_name, at): unknown =>
      Reflect.get(Object(Reflect.get(Object(Reflect.get(Object(described), 'tableSchema')), 'columns')), at)
    );
    for (const name of NUMBERS)
      expect(columns).toContainEqual(expect.objectContaining({ titles: name, datatype: 'number', null: '' }));
    for (const name of TEXTS)
      expect(columns).toContainEqual(expect.objectContaining({ titles: name, datatype: 'string' }));
  });

  test('stands in the workbook as numbers, as its other file has them', () => {
    const book = tablesFrom(page, { title: model.title, made: MADE });
    if (book === undefined) throw new Error('the page shows no table');
    const workbook = theirs.read(tablesWorkbook(book).slice(), { type: 'array' });
    const sheet =
      workbook.Sheets[`Table_${String(book.tables.findIndex(({ id }) => id === 'scorecard') + 1)}`];
    if (sheet === undefined) throw new Error('there is no sheet of the scorecard');
    const lines = theirs.utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
    const at = lines.findIndex((line) => line.includes('Numerator'));
    const heads = lines[at] ?? [];
    expect(heads).toEqual(expect.arrayContaining([...NUMBERS, ...TEXTS]));
    rows.forEach((row, index) => {
      const line = lines[at + 1 + index] ?? [];
      expect(line[heads.indexOf('Status')]).toBe(field(row, 'Status'));
      for (const name of NUMBERS) {
        const value = field(row, name);
        const cell = line[heads.indexOf(name)];
        if (value === '') expect(cell).toMatch(/^\[\w+\]$/);
        else expect(cell).toBe(Number(value));
      }
    });
  });

  test('is on the page as it was: no column of files is shown', () => {
    const heads = [...page.querySelectorAll('figure[data-table="scorecard"] thead th')].map((head) =>
      (head.textContent ?? '').trim()
    );
    expect(heads).toEqual(expect.arrayContaining(['Indicator', 'Here', 'Counts']));
    for (const name of ['Numerator', 'Status', 'Range from']) expect(heads).not.toContain(name);
  });
});
