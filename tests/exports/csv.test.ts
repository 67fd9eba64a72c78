import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { isKnown, known, missing, REASON_WORDS } from '../../src/lib/domain/cell.ts';
import { csvAddress, csvOf } from '../../src/lib/exports/csv.ts';
import { provenanceOf, type Provenance } from '../../src/lib/views/provenance-of.ts';
import { roundHalfUp } from '../../src/lib/stats/rounding.ts';
import type { TableModel } from '../../src/lib/views/model.ts';
import { FIXTURES } from '../charts/fixtures.ts';
import { leicestershire } from '../ui/fixtures.ts';

const about: Provenance = {
  title: 'Children on a plan, “Leicestershire”',
  source: 'Department for Education, Children in need, 2024',
  vintage: '2024',
  mark: 'neglect',
  area: 'Leicestershire',
  period: 'year to 31 March 2024',
  licence: 'Open Government Licence v3.0',
  filters: 'compared with similar areas',
  notes: 'One assessment can record many factors.'
};

const parse = (csv: string) => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
const table: TableModel = {
  caption: 'Plans',
  columns: [
    { key: 'area', label: 'Area', kind: 'text' },
    { key: 'rate', label: 'Rate', kind: 'number', decimals: 1, unit: 'per 10,000' }
  ],
  rows: [
    { area: 'Leicestershire', rate: known(16.188, ['r']) },
    { area: 'Rutland', rate: missing('withheld') },
    { area: 'City of London', rate: known(0) },
    { area: '=HYPERLINK("x")', rate: known(1234.5) },
    { area: 'Bristol, "City of"', rate: missing('notSupplied') }
  ]
};

describe('csv', () => {
  test('there is one header row, and every row has a field for every head', () => {
    const [head, ...rows] = parse(csvOf(table, about));
    expect(head?.slice(0, 3)).toEqual(['Area', 'Rate (per 10,000)', 'Rate_status']);
    expect(rows).toHaveLength(table.rows.length);
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
  });

  test('a missing value is blank, never zero, and its reason stands beside it', () => {
    const rows = parse(csvOf(table, about));
    expect(rows[2]?.slice(0, 3)).toEqual(['Rutland', '', 'withheld']);
    expect(rows[3]?.slice(0, 3)).toEqual(['City of London', '0.0', '']);
    expect(rows[5]?.slice(0, 3)).toEqual(['Bristol, "City of"', '', 'not supplied']);
  });

  test('a value has the decimals that are shown, no commas, and its flags', () => {
    const rows = parse(csvOf(table, about));
    expect(rows[1]?.slice(1, 3)).toEqual(['16.2', 'r']);
    expect(rows[4]?.[1]).toBe('1234.5');
  });

  test('text that a spreadsheet would run is disarmed', () => {
    expect(parse(csvOf(table, about))[4]?.[0]).toBe('\'=HYPERLINK("x")');
  });

  test('every row names source, vintage, mark and licence', () => {
    const [head = [], ...rows] = parse(csvOf(table, about));
    for (const row of rows) {
      const field = (name: string) => row[head.indexOf(name)];
      expect(field('about_source')).toBe(about.source);
      expect(field('about_vintage')).toBe('2024');
      expect(field('about_mark')).toBe('neglect');
      expect(field('about_period')).toBe(about.period);
      expect(field('about_notes')).toBe(about.notes);
      expect(field('about_licence')).toBe(about.licence);
      expect(field('about_shows')).toBe(about.title);
    }
  });

  test('where columns differ in what they count, the file says which counts what', () => {
    const [area, rate] = table.columns;
    if (area === undefined || rate === undefined) throw new Error('the table has two columns');
    const all = { key: 'all', label: 'All plans', kind: 'number', mark: 'all' } as const;
    const [head = [], first] = parse(csvOf({ ...table, columns: [area, rate, all] }, about));
    expect(first?.[head.indexOf('about_mark')]).toBe('Rate: neglect; All plans: all reasons');
  });

  test('a file names the sources and dates of its own chart, and its notes in words', () => {
    const chart = leicestershire.slots
      .flatMap(({ charts }) => charts)
      .find(({ notes }) => notes !== undefined);
    const strip = FIXTURES['strip-all-authorities'];
    if (chart === undefined || strip === undefined) throw new Error('the fixtures have these charts');
    const own = provenanceOf(leicestershire, {
      ...chart,
      sources: ['One', 'Two'],
      covers: '31 March 2013 to 2024'
    });
    expect(own.source).toBe('One; Two');
    expect(own.period).toBe('31 March 2013 to 2024');
    expect(own.notes).toContain(
      leicestershire.notes.find(({ number }) => number === chart.notes?.[0])?.text ?? 'a note'
    );
    expect(provenanceOf(leicestershire, strip).notes).toContain('150 authorities stand behind the strip');
  });

  test('the address of a download holds the same file', () => {
    const csv = csvOf(table, about);
    const address = csvAddress(csv);
    expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(`\uFEFF${csv}`);
  });

  test.each(Object.values(FIXTURES))('$id comes back from its file as its table shows it', ({ table }) => {
    const rows = parse(csvOf(table, about)).slice(1);
    table.rows.forEach((row, r) => {
      let at = 0;
      for (const { key, kind, decimals = 0 } of table.columns) {
        const value = row[key];
        if (kind === 'text') {
          expect(rows[r]?.[at++]).toBe(value ?? '');
          continue;
        }
        const [number, status] = [rows[r]?.[at++], rows[r]?.[at++]];
        if (typeof value !== 'object') throw new Error('number column without a cell');
        if (isKnown(value)) expect(Number(number)).toBe(roundHalfUp(value.value, decimals));
        else expect([number, status]).toEqual(['', REASON_WORDS[value.reason]]);
      }
    });
  });
});
