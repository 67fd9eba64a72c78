/** The cells of one sheet of a workbook (ECMA-376 part 1, 18.3). */
import { BLANK, NEVER_WORKED_OUT, type SheetCell } from './sheet.ts';
import { dateOfSerial, dateText, isDateFormat, isoOf, numberText, type Formats } from './workbook-formats.ts';
import { scanXml, type Tag } from './xml-scan.ts';

/** What the cells of a sheet refer to in the rest of their workbook. */
export interface SheetParts {
  readonly strings: readonly string[];
  readonly formats: Formats;
  readonly from1904: boolean;
}

export interface SheetContent {
  readonly rows: readonly (readonly SheetCell[])[];
  /** How many rows with something in them are hidden. */
  readonly hiddenRows: number;
  /** True where the sheet is larger than any reader could have filled: nothing of it is kept. */
  readonly tooLarge: boolean;
}

/** The most that a sheet may hold; blank cells before a filled one count, as they take room. */
export const SHEET_LIMITS = { columns: 16_384, rows: 1_048_576, cells: 3_000_000, merged: 50_000 };

const NOTHING: readonly SheetCell[] = [];

interface Place {
  readonly row: number;
  readonly column: number;
}

/** `C7` → row 6, column 2, counted from nought. */
function placeOf(reference: string): Place | undefined {
  const [, letters = '', digits] = /^\$?([A-Z]{1,4})\$?(\d{1,8})$/i.exec(reference) ?? [];
  if (digits === undefined) return undefined;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

/** Takes tags in turn; `content` says what they came to. */
class SheetReader {
  readonly #parts: SheetParts;
  readonly #rows: SheetCell[][] = [];
  readonly #merges: string[] = [];
  readonly #dates: readonly boolean[];
  #row = -1;
  #column = -1;
  #cells = 0;
  #hidden = false;
  #hiddenRows = 0;
  #tooLarge = false;
  #type = 'n';
  #style = 0;
  #value = '';
  #hasValue = false;
  #formula = false;
  #taking = false;
  #phonetic = false;

  constructor(parts: SheetParts) {
    this.#parts = parts;
    this.#dates = parts.formats.map(isDateFormat);
  }

  open = (tag: Tag): void => {
    switch (tag.name) {
      case 'row':
        this.#row = tag.get('r') === undefined ? this.#row + 1 : Number(tag.get('r')) - 1;
        this.#column = -1;
        this.#hidden = /^(1|true)$/.test(tag.get('hidden') ?? '');
        break;
      case 'c':
        this.#openCell(tag);
        break;
      case 'v':
      case 't':
        this.#taking = !this.#phonetic;
        this.#hasValue = true;
        break;
      case 'f':
        this.#formula = true;
        break;
      case 'rPh':
        this.#phonetic = true;
        break;
      case 'mergeCell':
        this.#merges.push(tag.get('ref') ?? '');
        break;
    }
  };

  text = (text: string): void => {
    if (this.#taking) this.#value += text;
  };

  close = (name: string): void => {
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c') this.#keep(this.#cell());
    else if (name === 'row' && this.#hidden && (this.#rows[this.#row]?.length ?? 0) > 0)
      this.#hiddenRows += 1;
  };

  content(): SheetContent {
    if (this.#tooLarge) return { rows: [], hiddenRows: 0, tooLarge: true };
    this.#merges.forEach((merge) => this.#fill(merge));
    const rows = Array.from(this.#rows, (row: SheetCell[] | undefined) => row ?? NOTHING);
    return { rows, hiddenRows: this.#hiddenRows, tooLarge: false };
  }

  #openCell(tag: Tag): void {
    const place = placeOf(tag.get('r') ?? '');
    this.#column = place?.column ?? this.#column + 1;
    if (place !== undefined) this.#row = place.row;
    this.#type = tag.get('t') ?? 'n';
    this.#style = Number(tag.get('s') ?? 0);
    this.#value = '';
    this.#hasValue = false;
    this.#formula = false;
  }

  #cell(): SheetCell {
    const value = this.#value;
    const text = (found: string): SheetCell =>
      found.trim() === '' ? BLANK : { kind: 'text', text: unescaped(found) };
    if (this.#type === 's') return text(this.#parts.strings[Number(value)] ?? '');
    if (this.#formula && (this.#type === 'str' ? !this.#hasValue : value.trim() === ''))
      return { kind: 'formula-error', text: NEVER_WORKED_OUT };
    if (this.#type === 'inlineStr' || this.#type === 'str') return text(value);
    if (this.#type === 'e') return { kind: 'formula-error', text: value };
    if (value.trim() === '') return BLANK;
    if (this.#type === 'b') return { kind: 'text', text: value === '1' ? 'TRUE' : 'FALSE' };
    if (this.#type === 'd') return { kind: 'date', iso: value.slice(0, 10), text: value };
    return this.#number(Number(value));
  }

  #number(value: number): SheetCell {
    if (!Number.isFinite(value)) return { kind: 'formula-error', text: this.#value };
    const format = this.#parts.formats[this.#style] ?? '';
    const date = this.#dates[this.#style] === true ? dateOfSerial(value, this.#parts.from1904) : undefined;
    return date === undefined
      ? { kind: 'number', value, text: numberText(value, format) }
      : { kind: 'date', iso: isoOf(date), text: dateText(date, format) };
  }

  #keep(cell: SheetCell): void {
    if (cell.kind === 'blank' || this.#tooLarge) return;
    const [row, column] = [this.#row, this.#column];
    if (!(row >= 0 && row < SHEET_LIMITS.rows && column < SHEET_LIMITS.columns)) {
      this.#tooLarge = true;
      return;
    }
    const cells = (this.#rows[row] ??= []);
    this.#cells += Math.max(0, column + 1 - cells.length);
    if (this.#cells > SHEET_LIMITS.cells) {
      this.#tooLarge = true;
      this.#rows.length = 0;
      return;
    }
    while (cells.length < column) cells.push(BLANK);
    cells[column] = cell;
  }

  /** A merged block shows its first cell throughout: a label holds for all its rows. A number does not. */
  #fill(merge: string): void {
    const [from, to] = merge.split(':').map(placeOf);
    if (from === undefined || to === undefined) return;
    const cell = this.#rows[from.row]?.[from.column];
    const size = (to.row - from.row + 1) * (to.column - from.column + 1);
    if (cell === undefined || (cell.kind !== 'text' && cell.kind !== 'date')) return;
    if (!(size > 1 && size <= SHEET_LIMITS.merged)) return;
    for (let row = from.row; row <= to.row; row += 1)
      for (let column = from.column; column <= to.column; column += 1) {
        [this.#row, this.#column] = [row, column];
        if ((this.#rows[row]?.[column] ?? BLANK).kind === 'blank') this.#keep(cell);
      }
  }
}

/** Text as it was typed: spreadsheets write control characters as `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

/** The cells of `xl/worksheets/sheet….xml`. Formulas are what they last came to; merged labels stand in every cell. */
export function readSheet(xml: string, parts: SheetParts): SheetContent {
  const reader = new SheetReader(parts);
  scanXml(xml, reader);
  return reader.content();
}

/** The texts of `xl/sharedStrings.xml`, in order; how words are spelt aloud in East Asian files is left out. */
export function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let [text, taking, phonetic] = ['', false, false];
  scanXml(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') taking = !phonetic;
    },
    text: (found) => {
      if (taking) text += found;
    },
    close: (name) => {
      if (name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(text);
    }
  });
  return strings;
}
