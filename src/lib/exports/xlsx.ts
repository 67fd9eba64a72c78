/**
 * A workbook (.xlsx) from rows of cells: as much of ECMA-376 as templates and tables need, drop-downs, named tables and
 * links among it, the same bytes for the same rows. It has no way to write a formula.
 */
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { linksXml, type Link } from './xlsx-links.ts';
import { ROW_HEIGHT, rowHeight } from './xlsx-heights.ts';
import { styleIndex, stylesXml, type Style } from './xlsx-styles.ts';
import { checkTables, tableXml, type NamedTable } from './xlsx-table.ts';
import { escaped, MAIN, OFFICE, PACKAGE, reference, relationships, XML } from './xlsx-xml.ts';

export interface MadeCell {
  readonly text?: string;
  /** Instead of text: a number, shown as its style says. */
  readonly number?: number;
  readonly link?: Link;
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
  readonly table?: NamedTable;
}

/** What a file says of itself besides its title. */
export interface AboutFile {
  /** ISO date on which it is made. */
  readonly made?: string;
  /** In a sentence. */
  readonly description?: string;
}

function cellXml(cell: MadeCell | undefined, row: number, column: number): string {
  if (cell === undefined) return '';
  const head = `<c r="${reference(row, column)}" s="${styleIndex(cell.style)}"`;
  if (cell.number !== undefined) return `${head}><v>${String(cell.number)}</v></c>`;
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

function sheetXml(sheet: MadeSheet, links: string, selected: boolean): string {
  const last = reference(
    Math.max(0, sheet.rows.length - 1),
    Math.max(0, ...sheet.rows.map((row) => row.length - 1))
  );
  const rows = sheet.rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, row, column)).join('');
    const height = rowHeight(cells, sheet.widths);
    const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return inside === '' ? '' : `<row r="${row + 1}"${high}>${inside}</row>`;
  });
  const widths = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  );
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${last}"/>` +
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(sheet)}${sheet.frozen === undefined ? '<selection activeCell="A1" sqref="A1"/>' : ''}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}"/>` +
    (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '') +
    `<sheetData>${rows.join('')}</sheetData>` +
    dropDownsXml(sheet.dropDowns ?? []) +
    links +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    (sheet.table === undefined ? '' : '<tableParts count="1"><tablePart r:id="rIdTable"/></tableParts>') +
    '</worksheet>'
  );
}

function contentTypes(sheets: readonly MadeSheet[]): string {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const override = (path: string, kind: string) => `<Override PartName="${path}" ContentType="${kind}"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/xl/workbook.xml', type('sheet.main')) +
    override('/xl/styles.xml', type('styles')) +
    sheets
      .map(
        ({ table }, index) =>
          override(`/xl/worksheets/sheet${index + 1}.xml`, type('worksheet')) +
          (table === undefined ? '' : override(`/xl/tables/table${index + 1}.xml`, type('table')))
      )
      .join('') +
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

function coreXml(title: string, { made, description }: AboutFile): string {
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>Neglect Lens</dc:creator>` +
    (description === undefined ? '' : `<dc:description>${escaped(description)}</dc:description>`) +
    '<dc:language>en-GB</dc:language>' +
    (made === undefined
      ? ''
      : `<dcterms:created xsi:type="dcterms:W3CDTF">${escaped(made)}T00:00:00Z</dcterms:created>`) +
    '</cp:coreProperties>'
  );
}

/** The parts of one sheet, by path. */
function sheetParts(sheet: MadeSheet, index: number): (readonly [string, string])[] {
  const number = index + 1;
  const { xml, related } = linksXml(sheet);
  const { table } = sheet;
  const parts = [
    ...(table === undefined
      ? []
      : [{ id: 'rIdTable', type: `${OFFICE}/table`, target: `../tables/table${number}.xml` }]),
    ...related
  ];
  return [
    [`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, xml, index === 0)],
    ...(table === undefined
      ? []
      : [[`xl/tables/table${number}.xml`, tableXml(sheet, table, number)] as const]),
    ...(parts.length === 0
      ? []
      : [[`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(parts)] as const])
  ];
}

/**
 * The bytes of a workbook with these sheets, in this order.
 * @param title what the file says that it is
 * @throws {Error} where a name cannot be that of a sheet or of a table
 */
export function makeXlsx(
  title: string,
  sheets: readonly MadeSheet[],
  about: AboutFile = {}
): Uint8Array<ArrayBuffer> {
  checkNames(sheets);
  checkTables(sheets);
  const sheetRelations = sheets.map((_, index) => ({
    id: `rId${index + 1}`,
    type: `${OFFICE}/worksheet`,
    target: `worksheets/sheet${index + 1}.xml`
  }));
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets)],
    [
      '_rels/.rels',
      relationships([
        { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' },
        { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' }
      ])
    ],
    ['docProps/core.xml', coreXml(title, about)],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheetRelations,
        { id: `rId${sheets.length + 1}`, type: `${OFFICE}/styles`, target: 'styles.xml' }
      ])
    ],
    ['xl/styles.xml', stylesXml()],
    ...sheets.flatMap(sheetParts)
  ]);
  return writeZip(files);
}
