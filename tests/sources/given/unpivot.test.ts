import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { describeProblem } from '#lib/domain/problem.ts';
import { BLANK, type Sheet, type SheetCell, type Supplied } from '#lib/sources/given/sheet.ts';
import { unpivot } from '#lib/sources/given/unpivot.ts';
import { RUNS } from '../../runs.ts';
import {
  bundleOf,
  cubes,
  filled,
  number,
  placeAndRule,
  read,
  saidOf,
  starter,
  text,
  typed,
  withCells,
  workbook
} from './filled.ts';
import { sheetNamed, PLANS, plans, assurance, headOf, FIRST } from './filled-sheets.ts';

vi.setConfig({ testTimeout: 30_000 });

const rowsOf = ({ tables }: Supplied) =>
  tables.flatMap(({ name, rows }) => rows.map(({ cells }) => [name, ...cells].join(','))).sort();

describe('a workbook that is filled in', () => {
  test('comes back as a bundle that reads without a problem, every sheet of it', () => {
    const sheets = filled(workbook());
    const supplied = unpivot(sheets, cubes);
    expect(supplied.problems).toEqual([]);
    expect(supplied.tables.map(({ cube }) => cube)).toHaveLength(13);
    const { bundle, problems } = bundleOf(supplied);
    expect(problems.map(describeProblem)).toEqual([]);
    expect(bundle?.tables.reduce((sum, { observations }) => sum + observations.length, 0)).toBe(
      supplied.tables.reduce((sum, { rows }) => sum + rows.length, 0)
    );
    expect(supplied.about.entries.get('area2')?.value).toBe('Hilltop');
    expect(supplied.about.entries.get('supplied on')).toMatchObject({
      value: '2025-04-20',
      at: { sheet: 'About' }
    });
  });

  test('the starter sheet gives its twelve figures for each quarter: n of N is one', () => {
    const supplied = unpivot(filled(starter()), cubes);
    expect(supplied.problems).toEqual([]);
    expect(bundleOf(supplied).problems).toEqual([]);
    expect(supplied.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['plans', 24],
      ['known', 16],
      ['assurance', 4]
    ]);
  });

  test('as a spreadsheet saves it, with numbers typed into its blank cells, it reads the same', () => {
    const bytes = typed(starter(), 2, (address) => (address.endsWith('16') ? 1 : 7));
    const { tables, problems } = unpivot(read(bytes), cubes);
    expect(problems).toEqual([]);
    expect(
      tables
        .flatMap(({ rows }) => rows)
        .every(({ cells }) => cells.some((cell) => cell === '7' || cell === '1'))
    ).toBe(true);
  });

  test('every tidy row says which cell it was written in', () => {
    const { tables } = unpivot([plans], cubes);
    const row = tables[0]?.rows[1];
    expect(row?.at).toEqual({
      file: 'Own.xlsx',
      sheet: PLANS,
      row: FIRST,
      column: expect.stringMatching(/^[A-Z]$/)
    });
    expect(row?.columns).toMatchObject({ area: 'A', measure: 'B', category_initial: 'C' });
    const audited = unpivot([assurance], cubes).tables[0]?.rows[0];
    expect(audited?.ofRow).toBe((audited?.at.row ?? 0) + 1);
  });
});

describe('what people do to a sheet', () => {
  const right = rowsOf(unpivot([plans], cubes));
  const head = headOf(plans);
  const [above, header, body] = [
    plans.rows.slice(0, head),
    plans.rows[head] ?? [],
    plans.rows.slice(head + 1)
  ];
  const width = Math.max(...plans.rows.map((row) => row.length));
  const padded = (row: readonly SheetCell[]) => Array.from({ length: width }, (_, at) => row[at] ?? BLANK);
  const remade = (rows: readonly (readonly SheetCell[])[], name = PLANS): Sheet => ({ ...plans, name, rows });
  const notesOf = (at: number) => (row: readonly SheetCell[], note: SheetCell) => [
    ...row.slice(0, at),
    note,
    ...row.slice(at)
  ];

  test('rows sorted, blank rows between them and columns of notes change nothing', () => {
    const order = fc.shuffledSubarray(
      body.map((_, index) => index),
      { minLength: body.length, maxLength: body.length }
    );
    const blanks = fc.array(fc.nat(body.length), { maxLength: 8 });
    const noted = fc.array(
      fc.tuple(fc.nat(width - 1), fc.constantFrom('Notes', '', 'Comment', 'Check with Sam?', 'Team')),
      { maxLength: 3 }
    );
    fc.assert(
      fc.property(order, blanks, noted, fc.nat(3), (places, gaps, columns, more) => {
        const rows = places.map((index) => padded(body[index] ?? []));
        for (const gap of gaps) rows.splice(gap, 0, []);
        let all = [...above.map(padded), ...Array.from({ length: more }, () => []), padded(header), ...rows];
        const top = above.length + more;
        for (const [at, name] of columns)
          all = all.map((row, index) =>
            row.length === 0
              ? row
              : notesOf(at)(
                  row,
                  index === top ? (name === '' ? BLANK : text(name)) : index > top ? text('seen') : BLANK
                )
          );
        const supplied = unpivot([remade(all)], cubes);
        expect(supplied.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(rowsOf(supplied)).toEqual(right);
      }),
      RUNS
    );
  });

  test('periods in another order change nothing', () => {
    const at = header.findIndex((cell) => cell.kind === 'text' && cell.text === '2025Q3');
    const swapped = plans.rows.map((row, index) => {
      if (index < head) return row;
      const cells = padded(row);
      return [...cells.slice(0, at), cells[at + 1] ?? BLANK, cells[at] ?? BLANK, ...cells.slice(at + 2)];
    });
    expect(rowsOf(unpivot([remade(swapped)], cubes))).toEqual(right);
  });

  test('a sheet of another name is known by what it says above its header, or by its columns', () => {
    expect(rowsOf(unpivot([remade(plans.rows, 'Sheet3 (2)')], cubes))).toEqual(right);
    expect(rowsOf(unpivot([remade(plans.rows.slice(head), 'Sheet3 (2)')], cubes))).toEqual(right);
  });

  test('totals added below are left out and said; a heading or a source line is passed over', () => {
    const total = padded([text('Grand total')]).map((cell, at) =>
      at > 7 && at < width - 1 ? number(999) : cell
    );
    const supplied = unpivot(
      [remade([...plans.rows, total, [text('Source: case system, 20 April')]])],
      cubes
    );
    expect(rowsOf(supplied)).toEqual(right);
    expect(supplied.problems.map(placeAndRule)).toEqual([
      `${PLANS}!${plans.rows.length + 1}: total-not-read`
    ]);
  });

  test('words may be written as codes, and in any case', () => {
    const codes = plans.rows.map((row, index) =>
      index <= head
        ? row
        : row.map((cell) =>
            cell.kind === 'text' && cell.text === 'Neglect'
              ? text(' NEGLECT ')
              : cell.kind === 'text' && cell.text === 'All'
                ? text('all')
                : cell
          )
    );
    expect(rowsOf(unpivot([remade(codes)], cubes))).toEqual(right);
  });

  test('what the dictionary does not know stays as it was written, for others to recognise', () => {
    const { tables } = unpivot([withCells(plans, { [`D${FIRST}`]: text('Neglect (local)') })], cubes);
    expect(tables[0]?.rows[0]?.cells).toContain('Neglect (local)');
  });

  test('a period that a spreadsheet made a date is read where it can be only one, and said', () => {
    const at = header.findIndex((cell) => cell.kind === 'text' && cell.text === '2025Q3');
    const column = String.fromCharCode(65 + at);
    const dated = withCells(plans, {
      [`${column}${head + 1}`]: { kind: 'date', iso: '2024-12-31', text: '31/12/2024' }
    });
    const { tables, problems } = unpivot([dated], cubes);
    expect(problems.map(placeAndRule)).toEqual([`${PLANS}!${column}${head + 1}: date-as-period`]);
    expect(problems[0]?.remedy).toContain('2025Q3 is October to December 2024');
    expect(tables[0]?.rows.some(({ cells }) => cells.includes('at20241231'))).toBe(true);
  });

  test('every word of the list is a status; “not supplied” leaves the row out', () => {
    const column = plans.rows[head]?.findIndex((cell) => cell.kind === 'text' && cell.text === '2025Q3') ?? 0;
    const letter = String.fromCharCode(65 + column);
    const words: Readonly<Record<string, string | undefined>> = {
      withheld: 'c',
      'Not applicable': 'z',
      'not available': 'x',
      'not in yet': 'late',
      'not submitted': 'notsubmitted',
      'no code exists': 'nocode',
      'not supplied': undefined
    };
    for (const [word, status] of Object.entries(words)) {
      const { tables, problems } = unpivot([withCells(plans, { [`${letter}${FIRST}`]: text(word) })], cubes);
      const found = tables[0]?.rows.find(({ at }) => at.row === FIRST && at.column === letter);
      expect(problems).toEqual([]);
      expect(found?.cells.at(-2)).toBe(status);
    }
  });

  test('notes and registers come along with their places', () => {
    const sheets = read(workbook('plans'));
    const notes = withCells(sheetNamed(sheets, 'Notes'), {
      A5: text(PLANS),
      B5: text('“Multiple” was given up in April 2016.')
    });
    const rounds = withCells(sheetNamed(sheets, 'Rounds'), {
      A5: text('round1'),
      B5: text('random'),
      C5: text('children known for neglect'),
      D5: number(40),
      E5: { kind: 'date', iso: '2025-02-11', text: '11/02/2025' },
      F5: text('audit')
    });
    const supplied = unpivot([notes, rounds], cubes);
    expect(supplied.notes).toMatchObject([{ table: PLANS, at: { row: 5, column: 'B' } }]);
    expect(supplied.registers).toMatchObject([
      {
        cube: 'rounds',
        rows: [{ cells: ['round1', 'random', 'children known for neglect', '40', '2025-02-11', 'audit'] }]
      }
    ]);
    expect(supplied.problems).toEqual([]);
  });

  test('a sheet that nobody wrote on is not supplied, which is said', () => {
    expect(saidOf(read(workbook('plans', 'known')))).toEqual([
      'Children known to be affected!: nothing-written',
      `${PLANS}!: nothing-written`
    ]);
  });
});
