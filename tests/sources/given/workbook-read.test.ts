import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeXlsx } from '#lib/exports/xlsx.ts';
import { NEVER_WORKED_OUT } from '#lib/sources/given/sheet.ts';
import { readWorkbook } from '#lib/sources/given/workbook-read.ts';
import { WORKBOOK_LIMITS } from '#lib/sources/given/workbook-open.ts';
import { RUNS } from '../../runs.ts';
import { rewritten, workbook } from './filled.ts';

const plainBook = () =>
  makeXlsx('Made', [{ name: 'Sheet', widths: [], rows: [[{ text: 'x', style: 'plain' }]] }]);
const withXml = (rows: string, after = '') =>
  rewritten(plainBook(), 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rows}</sheetData>${after}`)
  );
const cellsOf = (bytes: Uint8Array) => readWorkbook(bytes, 'a.xlsx').sheets[0]?.rows ?? [];
const rulesOf = (bytes: Uint8Array) => readWorkbook(bytes, 'a.xlsx').problems.map(({ rule }) => rule);

/** Styles with the formats a spreadsheet gives to dates and percentages. */
function styled(rows: string): Uint8Array {
  const formats = [0, 14, 16, 17, 10, 164];
  return rewritten(withXml(rows), 'xl/styles.xml', (xml) =>
    xml
      .replace(
        '<fonts',
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/></numFmts><fonts'
      )
      .replace(
        /<cellXfs.*<\/cellXfs>/,
        `<cellXfs count="6">${formats.map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`).join('')}</cellXfs>`
      )
  );
}

describe('cells of a workbook', () => {
  test('a formula is what it last came to, and one that never was is an error', () => {
    const rows = cellsOf(
      withXml(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a &amp; b</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>NOW()</f></c><c r="E1"><f>1+1</f><v></v></c><c r="F1"><f>1+1</f><v/></c></row>'
      )
    );
    expect(rows).toEqual([
      [
        { kind: 'number', value: 2, text: '2' },
        { kind: 'text', text: 'a & b' },
        { kind: 'formula-error', text: '#DIV/0!' },
        { kind: 'formula-error', text: NEVER_WORKED_OUT },
        { kind: 'formula-error', text: NEVER_WORKED_OUT },
        { kind: 'formula-error', text: NEVER_WORKED_OUT }
      ]
    ]);
  });

  test('numbers shown as dates are dates, with what a reader sees', () => {
    const rows = cellsOf(
      styled(
        '<row r="1"><c r="A1" s="1"><v>45540</v></c><c r="B1" s="2"><v>45540</v></c><c r="C1" s="3"><v>45540</v></c><c r="D1" s="4"><v>0.41</v></c><c r="E1" s="5"><v>45382.5</v></c><c r="F1"><v>45540</v></c></row>'
      )
    );
    expect(rows[0]).toEqual([
      { kind: 'date', iso: '2024-09-05', text: '05/09/2024' },
      { kind: 'date', iso: '2024-09-05', text: '5-Sep' },
      { kind: 'date', iso: '2024-09-05', text: 'Sep-24' },
      { kind: 'number', value: 0.41, text: '41%' },
      { kind: 'date', iso: '2024-03-31', text: '31 Mar 2024' },
      { kind: 'number', value: 45540, text: '45540' }
    ]);
  });

  test('days of the two calendars of spreadsheets are told apart', () => {
    const serial = '<row r="1"><c r="A1" s="1"><v>59</v></c><c r="B1" s="1"><v>61</v></c></row>';
    const from1904 = rewritten(styled(serial), 'xl/workbook.xml', (xml) =>
      xml.replace('<bookViews>', '<workbookPr date1904="1"/><bookViews>')
    );
    expect(cellsOf(styled(serial))[0]).toMatchObject([{ iso: '1900-02-28' }, { iso: '1900-03-01' }]);
    expect(cellsOf(from1904)[0]).toMatchObject([{ iso: '1904-02-29' }, { iso: '1904-03-02' }]);
  });

  test('a merged label holds for all its rows, and a merged number does not', () => {
    const rows = cellsOf(
      withXml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Leeds</t></is></c><c r="B1"><v>4</v></c></row><row r="2"><c r="C2"><v>5</v></c></row>',
        '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>'
      )
    );
    expect(rows.map((row) => row.map(({ kind }) => kind))).toEqual([
      ['text', 'number'],
      ['text', 'blank', 'number']
    ]);
  });

  test('rich text is joined, entities and control characters are undone, and text stays text', () => {
    const rows = cellsOf(
      withXml(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>5 </t></r><r><t>to 9</t></r></is></c><c r="B1" t="inlineStr"><is><t>&lt;script&gt;a&#x41;_x000D_</t></is></c><c r="C1" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c></row>'
      )
    );
    expect(rows[0]).toEqual([
      { kind: 'text', text: '5 to 9' },
      { kind: 'text', text: '<script>aA\r' },
      { kind: 'text', text: '=HYPERLINK("x")' }
    ]);
  });

  test('a declared entity is not expanded', () => {
    const bytes = rewritten(
      withXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'),
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "boom boom">]>')
    );
    expect(JSON.stringify(cellsOf(bytes))).not.toContain('boom');
  });
});

describe('what is hidden, or not read', () => {
  test('a hidden sheet and hidden rows are read, and that is said', () => {
    const hidden = rewritten(plainBook(), 'xl/workbook.xml', (xml) =>
      xml.replace('<sheet ', '<sheet state="veryHidden" ')
    );
    expect(readWorkbook(hidden, 'a.xlsx').sheets).toHaveLength(1);
    expect(rulesOf(hidden)).toEqual(['hidden']);
    expect(rulesOf(withXml('<row r="3" hidden="1"><c r="A3"><v>1</v></c></row>'))).toEqual(['hidden']);
  });

  test('macros are neither read nor run, and that is said', () => {
    const files = { 'xl/vbaProject.bin': strToU8('x') };
    const bytes = rewritten(plainBook(), 'xl/workbook.xml', (xml) => xml);
    const whole = zipSync({ ...files, ...unzipped(bytes) });
    expect(readWorkbook(whole, 'a.xlsm').sheets).toHaveLength(1);
    expect(rulesOf(whole)).toEqual(['macros']);
  });
});

describe('files that are no workbook that can be read', () => {
  const ole = (...texts: readonly string[]) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0,
      0,
      ...texts.flatMap((word) => [...word].flatMap((letter) => [letter.charCodeAt(0), 0]))
    ]);

  test.each([
    ['an old .xls', ole('Workbook'), 'old-workbook'],
    ['one with a password', ole('EncryptedPackage'), 'locked-workbook'],
    ['one cut short', plainBook().slice(0, 900), 'broken-workbook'],
    ['a binary one', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'binary-workbook'],
    [
      'an OpenDocument one',
      zipSync({ 'content.xml': strToU8('x'), mimetype: strToU8('y') }),
      'open-document'
    ],
    ['a zip of something else', zipSync({ 'a.csv': strToU8('x') }), 'not-a-workbook'],
    ['an empty one', withXml(''), 'empty-workbook'],
    [
      'one with a cell beyond the last column',
      withXml('<row r="1"><c r="ABCD1"><v>1</v></c></row>'),
      'large-sheet'
    ],
    [
      'one with a cell beyond the last row',
      withXml('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'),
      'large-sheet'
    ]
  ])('%s is refused with a remedy', (_, bytes, rule) => {
    const { sheets, problems } = readWorkbook(bytes, 'a.xlsx');
    expect(sheets).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'error', rule }]);
    expect(problems[0]?.remedy).toMatch(/\.$/);
  });

  test('100,000 columns are refused before they fill the memory', () => {
    const row = (at: number) => `<row r="${at}"><c r="XFD${at}"><v>1</v></c></row>`;
    const rows = Array.from({ length: 400 }, (_, index) => row(index + 1)).join('');
    expect(rulesOf(withXml(rows))).toEqual(['large-sheet']);
  });

  test('a workbook that says it unpacks to more than the limit is refused before it is unpacked', () => {
    const bytes = plainBook();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, WORKBOOK_LIMITS.bytes, true);
    expect(rulesOf(bytes)).toEqual(['large-workbook']);
  });

  test('bytes changed at random never throw', () => {
    const bytes = workbook('plans');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        (changes) => {
          const broken = bytes.slice();
          for (const [at, byte] of changes) broken[at] = byte;
          const { sheets, problems } = readWorkbook(broken, 'a.xlsx');
          expect(sheets.length + problems.length).toBeGreaterThan(0);
        }
      ),
      RUNS
    );
  });

  test('XML of any kind never throws', () => {
    const piece = fc.constantFrom(
      '<row',
      '<c r="A1"',
      '>',
      '/>',
      '<v>',
      '</v>',
      '1',
      '"',
      "'",
      '&#x110000;',
      '&',
      '<!--',
      '<![CDATA[',
      '<is><t>',
      't="s"',
      '</c>',
      '<?'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(Array.isArray(cellsOf(withXml(pieces.join(''))))).toBe(true);
      }),
      RUNS
    );
  });
});

describe('a return about single children', () => {
  const SHARED = new URL('../../../../shared/data/returns/Annex_A_2024_Jan.xlsx', import.meta.url);
  const missing = existsSync(SHARED) ? '' : ': skipped, because the return is not on this machine';

  test('is refused whole, and nothing in it is said again', () => {
    const secret = 'ZZ-104-775';
    const row = (cells: readonly string[]) => cells.map((text) => ({ text, style: 'plain' as const }));
    const bytes = makeXlsx('List', [
      { name: 'Notes', widths: [], rows: [row(['Table', 'Note'])] },
      {
        name: 'List 6',
        widths: [],
        rows: [
          row(['Child Unique ID', 'Date of Birth', 'CP category']),
          row([secret, '04/05/2015', 'Neglect'])
        ]
      }
    ]);
    const { sheets, problems } = readWorkbook(bytes, 'annex.xlsx');
    expect(sheets).toEqual([]);
    expect(problems.map(({ rule, file }) => `${file}: ${rule}`)).toContain('annex.xlsx › List 6: row-level');
    expect(JSON.stringify(problems)).not.toMatch(new RegExp(`${secret}|2015`));
  });

  test.skipIf(missing !== '')(`a published example of one is refused too${missing}`, () => {
    const { sheets, problems } = readWorkbook(readFileSync(SHARED), 'Annex_A.xlsx');
    expect(sheets).toEqual([]);
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['row-level']));
  });
});

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  const found: Record<string, Uint8Array> = {};
  for (const path of [
    '[Content_Types].xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml'
  ])
    rewritten(bytes, path, (xml) => {
      found[path] = strToU8(xml);
      return xml;
    });
  return found;
}
