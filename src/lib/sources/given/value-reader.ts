/** The value, status and flags of a row, with the N where there is one. */
import { STATUS_CODES } from '#lib/domain/cell.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import type { Recognised, RecognisedList } from './recognised.ts';
import { speltFlags, speltStatus, speltValue, statusInWords } from './spelt-value.ts';
import { cellAt, type TableColumn } from './table-columns.ts';

interface Options {
  readonly cube: Cube;
  readonly columns: readonly TableColumn[];
  readonly file: string;
  readonly list: ProblemList;
  readonly recognised: RecognisedList;
  readonly commas: boolean;
}

interface Place {
  readonly column: TableColumn | undefined;
  readonly at: number;
}

interface Pair {
  readonly value: Place;
  readonly status: Place;
}

type Outcome = 'same' | 'changed' | 'left out' | 'doubtful';

const STATUSES: ReadonlySet<string> = new Set(STATUS_CODES);
const PLAIN = /^\d{1,7}$/;

export class ValueReader {
  readonly #options: Options;
  readonly #whole: boolean;
  readonly #pairs: readonly Pair[];
  readonly #flags: Place;

  constructor(options: Options) {
    const { cube, columns } = options;
    const place = (name: string): Place => {
      const at = columns.findIndex((column) => column.name === name);
      return { at, column: columns[at] };
    };
    this.#options = options;
    this.#whole = cube.value === 'count';
    this.#pairs = [
      { value: place('value'), status: place('status') },
      ...(cube.outOf ? [{ value: place('of'), status: place('of_status') }] : [])
    ];
    this.#flags = place('flags');
  }

  /** True where every value is a plain number, or blank with a status as a bundle spells it, and there are no flags. */
  isTidy(cells: readonly string[]): boolean {
    if (rawAt(cells, this.#flags) !== '') return false;
    for (const { value, status } of this.#pairs) {
      const [text, reason] = [rawAt(cells, value), rawAt(cells, status)];
      if (reason === '' ? !PLAIN.test(text) : text !== '' || !STATUSES.has(reason)) return false;
    }
    return true;
  }

  /** Writes the values of a row to `out`. `left out`: nobody has the figure, which an absent row says. */
  read(cells: readonly string[], row: number, out: string[]): Outcome {
    let outcome: Outcome = 'same';
    for (const pair of this.#pairs) {
      const found = this.#pair(pair, cells, row, out);
      if (found === 'left out' || found === 'doubtful') return found;
      if (found === 'changed') outcome = found;
    }
    const flags = textAt(cells, this.#flags);
    out[this.#flags.at] = flags;
    if (flags === '') return outcome;
    const plain = speltFlags(flags) ?? flags;
    out[this.#flags.at] = plain;
    if (plain === flags) return outcome;
    this.#say(this.#flags, 'status', flags, plain, 'flags');
    return 'changed';
  }

  #pair({ value, status }: Pair, cells: readonly string[], row: number, out: string[]): Outcome {
    const [text, reason] = [textAt(cells, value), textAt(cells, status)];
    out[value.at] = text;
    out[status.at] = reason;
    if (reason === '' && (text === '' || PLAIN.test(text))) return 'same';
    const number =
      text === '' ? undefined : speltValue(text, { whole: this.#whole, commas: this.#options.commas });
    const why = reason === '' ? undefined : speltStatus(reason);
    if (number?.kind === 'unclear') return this.#unclear(value, text, row, number.meanings);
    if (why?.kind === 'unclear') return this.#unclear(status, reason, row, why.meanings);
    if (number?.kind === 'date') return this.#dated(value, text, row);
    if (number?.kind === 'notSupplied' && reason === '') return this.#leftOut(value, text);
    if (why?.kind === 'notSupplied' && text === '') return this.#leftOut(status, reason);
    let outcome: Outcome = 'same';
    if (number?.kind === 'number' && number.text !== text) {
      out[value.at] = number.text;
      this.#say(value, 'number', text, number.text, 'the number as it is written here');
      outcome = 'changed';
    }
    if (number?.kind === 'status' && reason === '') {
      out[value.at] = '';
      out[status.at] = number.code;
      this.#say(value, 'status', text, number.code, statusInWords(number.code));
      outcome = 'changed';
    }
    if (why?.kind === 'status' && why.code !== reason) {
      out[status.at] = why.code;
      this.#say(status, 'status', reason, why.code, statusInWords(why.code));
      outcome = 'changed';
    }
    return outcome;
  }

  #say({ column }: Place, kind: Recognised['kind'], from: string, to: string, name: string): void {
    const { recognised, file } = this.#options;
    recognised.add({ file, column: column?.called ?? '', from, to, name, kind });
  }

  #leftOut(place: Place, text: string): Outcome {
    this.#say(place, 'status', text, '', 'not supplied: the row is left out, which says so');
    return 'left out';
  }

  #unclear({ column }: Place, value: string, row: number, meanings: readonly string[]): Outcome {
    this.#options.list.error('unclear-value', this.#options.file, () => ({
      row,
      column: column?.called ?? '',
      value,
      message: `it can mean ${meanings.join(' or ')}`,
      remedy: 'Write the number plainly, or leave the value blank and write the status.'
    }));
    return 'doubtful';
  }

  #dated({ column }: Place, value: string, row: number): Outcome {
    this.#options.list.error('date-in-value', this.#options.file, () => ({
      row,
      column: column?.called ?? '',
      value,
      message: 'a date stands where a number belongs: a spreadsheet may have made it of something like “1-5”',
      remedy:
        'Write the number; where it was a range because it is withheld, leave it blank and write c in the status column.'
    }));
    return 'doubtful';
  }
}

function rawAt(cells: readonly string[], { column }: Place): string {
  return column === undefined ? '' : cellAt(cells, column);
}

function textAt(cells: readonly string[], place: Place): string {
  return rawAt(cells, place).trim();
}
