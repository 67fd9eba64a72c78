/**
 * A workbook (.xlsx) from rows of cells: as much of ECMA-376 as templates need, drop-downs among it, the same bytes for
 * the same rows.
 */
import { columnLetters } from '#lib/sources/given/sheet.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { styleIndex, stylesXml, type Style } from './xlsx-styles.ts';

export interface MadeCell {
  readonly text?: string;
  readonly style: Style;
}

/** Words offered in cells, from a column of another sheet; anything else may be written all the same. */
export interface DropDown {
  /** First and last row and column, counted from nought. */
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  /** Such as `Lists!$A$2:$A$9`. */
  readonly from: string;
}

export interface MadeSheet {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (MadeCell | undefined)[])[];
  /** How many rows and columns stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly dropDowns?: readonly DropDown[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function escaped(text: string): string {
  return (
    text
      // Characters that XML 1.0 has no place for.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}

const reference = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;

function cellXml(cell: MadeCell | undefined, row: number, column: number): string {
  if (cell === undefined) return '';
  const head = `<c r="${reference(row, column)}" s="${styleIndex(cell.style)}"`;
  return cell.text === undefined || cell.text === ''
    ? `${head}/>`
    : `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
}

function paneXml({ frozen }: MadeSheet): string {
  if (frozen === undefined) return '';
  const { rows, columns } = frozen;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return `<pane${split} topLeftCell="${reference(rows, columns)}" activePane="${pane}" state="frozen"/>`;
}

function dropDownsXml(dropDowns: readonly DropDown[]): string {
  if (dropDowns.length === 0) return '';
  const each = dropDowns.map(({ rows, columns, from }) => {
    const range = `${reference(rows[0], columns[0])}:${reference(rows[1], columns[1])}`;
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="${range}"><formula1>${escaped(from)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function sheetXml(sheet: MadeSheet, selected: boolean): string {
  const last = reference(
    Math.max(0, sheet.rows.length - 1),
    Math.max(0, ...sheet.rows.map((row) => row.length - 1))
  );
  const rows = sheet.rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, row, column)).join('');
    return inside === '' ? '' : `<row r="${row + 1}">${inside}</row>`;
  });
  const widths = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  );
  return (
    `${XML}<worksheet xmlns="${MAIN}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${last}"/>` +
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '') +
    `<sheetData>${rows.join('')}</sheetData>` +
    dropDownsXml(sheet.dropDowns ?? []) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    '</worksheet>'
  );
}

function relationships(items: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = items.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const override = (path: string, kind: string) => `<Override PartName="${path}" ContentType="${kind}"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/xl/workbook.xml', type('sheet.main')) +
    override('/xl/styles.xml', type('styles')) +
    Array.from({ length: sheets }, (_, index) =>
      override(`/xl/worksheets/sheet${index + 1}.xml`, type('worksheet'))
    ).join('') +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  );
}

function workbookXml(sheets: readonly MadeSheet[]): string {
  const each = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  );
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>' +
    `<sheets>${each.join('')}</sheets></workbook>`
  );
}

/** Names of sheets may not be longer, nor hold these, nor be the same but for case. */
function checkNames(sheets: readonly MadeSheet[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (
      name.length === 0 ||
      name.length > 31 ||
      /[[\]:*?/\\]|^'|'$/.test(name) ||
      seen.has(name.toLowerCase())
    )
      throw new Error(`“${name}” cannot be the name of a sheet`);
    seen.add(name.toLowerCase());
  }
}

/**
 * The bytes of a workbook with these sheets, in this order.
 * @param title what the file says that it is
 * @throws {Error} where a name cannot be that of a sheet
 */
export function makeXlsx(title: string, sheets: readonly MadeSheet[]): Uint8Array<ArrayBuffer> {
  checkNames(sheets);
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    [
      '_rels/.rels',
      relationships([
        ['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']
      ])
    ],
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
        `<dc:title>${escaped(title)}</dc:title><dc:creator>Neglect Lens</dc:creator></cp:coreProperties>`
    ],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map(
          (_, index) =>
            [`rId${index + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const
        ),
        [`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml']
      ])
    ],
    ['xl/styles.xml', stylesXml()],
    ...sheets.map(
      (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0)] as const
    )
  ]);
  return writeZip(files);
}
