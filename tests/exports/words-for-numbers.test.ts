import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { known, missing } from '#lib/domain/cell.ts';
import { csvOf } from '#lib/exports/csv.ts';
import { sheetTable } from '#lib/exports/tables-workbook-table.ts';
import { sheetTableTaken } from '#lib/exports/tables-workbook-taken.ts';
import type { TableFigure } from '#lib/views/model.ts';
import type { Provenance } from '#lib/views/provenance-of.ts';

const figure: TableFigure = {
  id: 'referrals',
  title: 'Referrals',
  mark: 'all',
  table: {
    caption: 'Referrals by source',
    columns: [
      { key: 'source', label: 'Source', kind: 'text' },
      { key: 'middle', label: 'Middle', kind: 'number', decimals: 1, unit: 'per 10,000 children' }
    ],
    rows: [
      { source: 'Police', middle: known(38.24) },
      { source: 'Housing', middle: 'too many withheld' },
      { source: 'Legal', middle: missing('withheld') }
    ]
  },
  notes: [],
  covers: '31 March 2024',
  sources: [],
  file: 'referrals'
};
const about: Provenance = {
  title: 'Referrals',
  source: 'A publisher',
  vintage: '2024',
  mark: 'all',
  area: 'Here',
  period: 'year to 31 March 2024',
  licence: '',
  filters: '',
  notes: ''
};
const csv = csvOf(figure.table, about);

describe('words that stand in place of a number', () => {
  it('are a status in a file, whose column of values holds numbers alone', () => {
    const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
    expect(data.map((row) => row.slice(0, 3))).toEqual([
      ['Source', 'Middle (per 10,000 children)', 'Middle_status'],
      ['Police', '38.2', ''],
      ['Housing', '', 'too many withheld'],
      ['Legal', '', 'withheld']
    ]);
  });

  it('stand in square brackets in a workbook, from the page and from its file', () => {
    const made = sheetTable(figure, about, { notes: [], cite: '' });
    const taken = sheetTableTaken(
      {
        title: figure.title,
        subtitle: '',
        description: '',
        table: { caption: '', numeric: [], head: [], rows: [], key: [] },
        csv,
        about: { mark: 'all reasons' },
        cite: '',
        file: figure.file
      },
      { id: figure.id, notes: [] }
    );
    const shown = [
      ['Police', known(38.2)],
      ['Housing', '[too many withheld]'],
      ['Legal', missing('withheld')]
    ];
    expect(made.rows).toEqual(shown);
    expect(taken.rows).toEqual(shown);
  });
});
