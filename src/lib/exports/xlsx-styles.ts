/** The few ways in which cells of a made workbook look (ECMA-376 part 1, 18.8). */

/** Decimals of numbers that have a style of their own. */
const DECIMALS = [0, 1, 2, 3, 4] as const;

/**
 * `input` is a cell to fill in; `code` is text that must stay as it is, never a number or a date. The last rows are those of
 * tables for reading, without fills: `text` stays text also when it is typed over, `shorthand` stands where a number would.
 */
export const STYLES = [
  ...(['plain', 'title', 'head', 'code', 'label', 'input', 'hint', 'wrapped'] as const),
  ...(['heading', 'subheading', 'columnHead', 'numberHead', 'text', 'shorthand', 'link'] as const),
  ...(['number0', 'number1', 'number2', 'number3', 'number4'] as const)
] as const;
export type Style = (typeof STYLES)[number];

const NUMBERS = ['number0', 'number1', 'number2', 'number3', 'number4'] as const;

/** The style of a number with these decimals and commas between thousands. */
export function numberStyle(decimals: number): Style {
  return NUMBERS[Math.min(decimals, NUMBERS.length - 1)] ?? 'number0';
}

export function styleIndex(style: Style): number {
  return STYLES.indexOf(style);
}

const FONTS = [
  '<font><sz val="11"/><color rgb="FF0B0C0C"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="16"/><color rgb="FF0B0C0C"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF0B0C0C"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="11"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><color rgb="FF0B0C0C"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF1D5A96"/><name val="Calibri"/><family val="2"/></font>'
];

/** Ids from 164 are a file’s own. */
const formatOf = (decimals: number) => 164 + decimals;
const FORMATS = DECIMALS.map(
  (decimals) =>
    `<numFmt numFmtId="${formatOf(decimals)}" formatCode="#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}"/>`
);

const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF3F4F5"/><bgColor indexed="64"/></patternFill></fill>'
];

const line = (side: string, style: string) => `<${side} style="${style}"><color rgb="FF595959"/></${side}>`;
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/>${line('bottom', 'medium')}<diagonal/></border>`,
  `<border>${line('left', 'thin')}${line('right', 'thin')}${line('top', 'thin')}${line('bottom', 'thin')}<diagonal/></border>`
];

interface Look {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  /** 49 is text. */
  readonly format?: number;
  readonly align?: string;
  /** Stays text whatever it begins with, also when somebody types it again. */
  readonly quoted?: boolean;
}

const TOP = '<alignment vertical="top" wrapText="1"/>';
const RIGHT = '<alignment horizontal="right" vertical="top" wrapText="1"/>';

const LOOKS: Readonly<Record<Style, Look>> = {
  plain: {},
  title: { font: 1 },
  head: { font: 2, fill: 2, border: 1, align: '<alignment vertical="top" wrapText="1"/>' },
  code: {
    font: 2,
    fill: 2,
    border: 1,
    format: 49,
    align: '<alignment horizontal="right" vertical="top" wrapText="1"/>'
  },
  label: { align: '<alignment vertical="top" wrapText="1"/>' },
  input: { border: 2, align: '<alignment horizontal="right" vertical="top"/>' },
  hint: { font: 3, align: '<alignment vertical="top" wrapText="1"/>' },
  wrapped: { border: 2, align: '<alignment vertical="top" wrapText="1"/>' },
  heading: { font: 4, align: TOP, quoted: true },
  subheading: { font: 2, align: TOP, quoted: true },
  columnHead: { font: 2, border: 1, align: TOP, quoted: true },
  numberHead: { font: 2, border: 1, align: RIGHT, quoted: true },
  text: { align: TOP, quoted: true },
  shorthand: { align: RIGHT, quoted: true },
  link: { font: 5, align: TOP, quoted: true },
  number0: { format: formatOf(0), align: RIGHT },
  number1: { format: formatOf(1), align: RIGHT },
  number2: { format: formatOf(2), align: RIGHT },
  number3: { format: formatOf(3), align: RIGHT },
  number4: { format: formatOf(4), align: RIGHT }
};

/** Letters to a character of a column’s width, and points from line to line, by font: as broad as any program draws it. */
const LINES: readonly { readonly letters: number; readonly line: number }[] = [
  { letters: 1.12, line: 15 },
  { letters: 0.7, line: 21 },
  { letters: 1, line: 15 },
  { letters: 1.12, line: 15 },
  { letters: 0.8, line: 18.75 },
  { letters: 1.12, line: 15 }
];

/** How the lines of a cell run whose words go over lines; undefined where they do not. */
export function wrapsAs(style: Style): (typeof LINES)[number] | undefined {
  const { font = 0, align } = LOOKS[style];
  return align?.includes('wrapText') === true ? LINES[font] : undefined;
}

function cellFormat({ font = 0, fill = 0, border = 0, format = 0, align, quoted }: Look): string {
  const head = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${quoted === true ? ' quotePrefix="1"' : ''}`;
  const applied = `${format > 0 ? ' applyNumberFormat="1"' : ''}${font > 0 ? ' applyFont="1"' : ''}${fill > 0 ? ' applyFill="1"' : ''}${border > 0 ? ' applyBorder="1"' : ''}`;
  return align === undefined ? `${head}${applied}/>` : `${head}${applied} applyAlignment="1">${align}</xf>`;
}

/** `xl/styles.xml`. */
export function stylesXml(): string {
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    list('numFmts', FORMATS) +
    list('fonts', FONTS) +
    list('fills', FILLS) +
    list('borders', BORDERS) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    list(
      'cellXfs',
      STYLES.map((style) => cellFormat(LOOKS[style]))
    ) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}
