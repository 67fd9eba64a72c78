import {
  FLAG_CODES,
  known,
  missing,
  reasonOf,
  STATUS_CODES,
  type Cell,
  type Flag,
  type StatusCode
} from '#lib/domain/cell.ts';
import type { Finding } from './bundle-problem-list.ts';

/** What is wrong with one field of a row. */
export interface CellFault {
  readonly rule: string;
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

export type CellResult = { readonly cell: Cell } | { readonly faults: readonly CellFault[] };

const STATUS_BY_TEXT: ReadonlyMap<string, StatusCode> = new Map(STATUS_CODES.map((code) => [code, code]));
const FLAG_BY_TEXT: ReadonlyMap<string, Flag> = new Map(FLAG_CODES.map((code) => [code, code]));

/** Marks of other publishers and older releases, and the status that says the same here. */
const FOREIGN: ReadonlyMap<string, StatusCode> = new Map<string, StatusCode>([
  ['..', 'x'],
  [':', 'x'],
  ['[x]', 'x'],
  ['n/a', 'x'],
  ['na', 'x'],
  ['~', 'low'],
  ['[low]', 'low'],
  ['[c]', 'c'],
  ['*', 'c'],
  ['[z]', 'z'],
  ['[u]', 'u']
]);

function meantStatus(text: string): StatusCode | undefined {
  const plain = text.toLowerCase();
  return STATUS_BY_TEXT.get(plain) ?? FOREIGN.get(plain) ?? (/^<\s*\d+$/.test(plain) ? 'c' : undefined);
}

function valueFault(text: string, whole: boolean): Omit<CellFault, 'column' | 'value'> {
  const meant = meantStatus(text);
  if (meant !== undefined)
    return {
      rule: 'symbol-in-value',
      message: 'a symbol stands where a number belongs',
      remedy: `Leave the cell blank and write “${meant}” in the status column.`
    };
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return {
      rule: 'thousands-separator',
      message: 'the number has commas in it',
      remedy: `Write it plainly: ${text.replaceAll(',', '')}.`
    };
  if (/%$/.test(text))
    return {
      rule: 'percentage',
      message: 'a percentage stands where a number belongs',
      remedy: 'Give the number that was counted, and what it is out of where the table asks for it.'
    };
  if (/^[-−–]\s*\d/.test(text))
    return {
      rule: 'negative',
      message: 'the number is below zero',
      remedy: 'Counts start at zero: correct it.'
    };
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text))
    return {
      rule: 'not-a-number',
      message: 'the number has been shortened by a spreadsheet',
      remedy: 'Format the column as a number without decimals and save again.'
    };
  if (/^\d+,\d+$/.test(text))
    return {
      rule: 'decimal-comma',
      message: `a comma stands in the number, so that it is read as ${text.replace(',', '.')}${whole ? ', and this table counts' : ''}`,
      remedy: whole
        ? 'Give the number that was counted, without a comma: a count is a whole number.'
        : `Write it with a point: ${text.replace(',', '.')}.`
    };
  if (whole && /^\d+\.\d+$/.test(text))
    return {
      rule: 'not-whole',
      message: 'the number is not whole, and this table counts',
      remedy: /\.0+$/.test(text) ? `Write ${text.replace(/\.0+$/, '')}.` : 'Give the number that was counted.'
    };
  return {
    rule: 'not-a-number',
    message: 'it is not a number',
    remedy: 'Write digits only, or leave it blank and give a status.'
  };
}

const WHOLE = /^\d{1,15}$/;
const DECIMAL = /^\d{1,15}(\.\d+)?$/;

/**
 * One cell from its value and status, of which exactly one must be filled. `columns` are the names of the two in
 * the file. Flags stand beside a value only.
 */
export function readCell(
  value: string,
  status: string,
  flags: readonly Flag[],
  whole: boolean,
  columns: { readonly value: string; readonly status: string }
): CellResult {
  if (status === '' && (whole ? WHOLE : DECIMAL).test(value)) return { cell: known(Number(value), flags) };
  const faults: CellFault[] = [];
  const valid = value === '' || (whole ? WHOLE : DECIMAL).test(value);
  if (!valid) faults.push({ column: columns.value, value, ...valueFault(value, whole) });
  const code = STATUS_BY_TEXT.get(status);
  if (status !== '' && code === undefined) {
    const meant = meantStatus(status);
    faults.push({
      rule: 'bad-status',
      column: columns.status,
      value: status,
      message: 'it is not a status',
      remedy: meant === undefined ? `Write one of: ${STATUS_CODES.join(', ')}.` : `Write “${meant}”.`
    });
  }
  if (value !== '' && status !== '')
    faults.push({
      rule: 'value-and-status',
      column: columns.status,
      value: status,
      message: `the ${columns.value} is given (“${value}”) and a reason why it is missing is given too`,
      remedy: `Keep one: clear the ${columns.status}, or clear the ${columns.value}.`
    });
  if (value === '' && status === '')
    faults.push({
      rule: 'no-value-no-status',
      column: columns.value,
      value,
      message: `the ${columns.value} is blank and no reason is given`,
      remedy: `Write 0 if it is a true zero; otherwise say why in the ${columns.status} column (c for withheld).`
    });
  if (faults.length > 0) return { faults };
  return { cell: code === undefined ? known(Number(value), flags) : missing(reasonOf(code)) };
}

const NO_FLAGS = { flags: [] };

/** Flags as written: letters, with or without spaces between them, in a settled order and once each. */
export function readFlags(text: string): { readonly flags: readonly Flag[] } | { readonly bad: string } {
  if (text === '') return NO_FLAGS;
  const letters = [...text.replace(/\s/g, '')];
  const bad = letters.find((letter) => !FLAG_BY_TEXT.has(letter));
  if (bad !== undefined) return { bad };
  return { flags: FLAG_CODES.filter((flag) => letters.includes(flag)) };
}

/** A fault as a problem at a row. */
export function atRow(row: number, fault: CellFault): Finding {
  return { row, column: fault.column, value: fault.value, message: fault.message, remedy: fault.remedy };
}
