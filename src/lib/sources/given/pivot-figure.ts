/** One cell of a pivot where a figure belongs: a number, a word for why there is none, or a mistake. */
import type { StatusCode } from '#lib/domain/cell.ts';
import { NO_FIGURE, OFFERED, plain } from './layout.ts';
import { NEVER_WORKED_OUT, type SheetCell } from './sheet.ts';

export type Figure =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'status'; readonly status: StatusCode }
  | { readonly kind: 'notsupplied' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly rule: string; readonly message: string; readonly remedy: string };

const WORDS = new Map([...NO_FIGURE].map(([word, code]) => [plain(word), code]));
const LIST = OFFERED.map((word) => `“${word}”`).join(', ');

/** What other publishers and tired hands write, and the word of the list that says it. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['*', 'withheld'],
  ['c', 'withheld'],
  ['[c]', 'withheld'],
  ['suppressed', 'withheld'],
  ['..', 'not available'],
  [':', 'not available'],
  ['x', 'not available'],
  ['[x]', 'not available'],
  ['n/a', 'not applicable'],
  ['na', 'not applicable'],
  ['z', 'not applicable'],
  ['[z]', 'not applicable'],
  ['n/k', 'not available'],
  ['not known', 'not available'],
  ['tbc', 'not in yet'],
  ['late', 'not in yet']
]);

function fault(rule: string, message: string, remedy: string): Figure {
  return { kind: 'fault', rule, message, remedy };
}

/** A date in a cell for figures is a number or a fraction that was typed, and is not that any more. */
function dateFault(text: string, iso: string): Figure {
  const [, month, day] = iso.split('-').map(Number);
  const typed = /[a-z]/i.test(text) ? ` “${day}/${month}” or “${day}-${month}” was probably typed.` : '';
  return fault(
    'date-in-value',
    'the spreadsheet turned what was typed into a date',
    `Set the format of the cell to Number and type the count again.${typed}`
  );
}

function textFigure(text: string, whole: boolean): Figure {
  const code = WORDS.get(plain(text));
  if (code === 'notsupplied') return { kind: 'notsupplied' };
  if (code !== undefined) return { kind: 'status', status: code };
  if (/^\d{1,15}(\.\d+)?$/.test(text)) return numberFigure(Number(text), text, whole);
  const meant = MEANT.get(text.toLowerCase()) ?? (/^[<≤]\s*\d+$/.test(text) ? 'withheld' : undefined);
  if (meant !== undefined)
    return fault(
      'symbol-in-value',
      'a symbol stands where a number belongs',
      `Choose “${meant}” from the list of the cell, if that is meant.`
    );
  if (/^[-–—]+$/.test(text))
    return fault(
      'symbol-in-value',
      'a dash stands where a number belongs',
      `Write 0 if it is a true zero. Otherwise say why there is no figure: ${LIST}.`
    );
  if (/^\d{1,3}([,\s]\d{3})+$/.test(text))
    return fault(
      'thousands-separator',
      'the number is kept as text, with marks between its thousands',
      `Write it plainly: ${text.replace(/\D/g, '')}.`
    );
  if (/^\d+,\d+$/.test(text)) return commaFault(text, whole);
  if (/%$/.test(text)) return percentage();
  if (/\d\s*(of|out of|\/)\s*\d/i.test(text))
    return fault(
      'two-numbers',
      'two numbers stand in one cell',
      'Write the first in the row “count”, and the second in the row “out of”.'
    );
  return fault(
    'not-a-number',
    'words stand where a number belongs',
    `Write digits only. Where there is no figure, say why: ${LIST}.`
  );
}

function commaFault(text: string, whole: boolean): Figure {
  const point = text.replace(',', '.');
  return whole
    ? fault(
        'decimal-comma',
        `a comma stands in the number, so that it is read as ${point}, and this sheet counts`,
        'Give the number that was counted, without a comma: a count is a whole number.'
      )
    : fault(
        'decimal-comma',
        'a comma stands before the decimals, and the cell is kept as text',
        `Write it with a point: ${point}.`
      );
}

function percentage(): Figure {
  return fault(
    'percentage',
    'a percentage stands where a count belongs',
    'Give the number that was counted; what it is out of belongs in a row of its own.'
  );
}

function numberFigure(value: number, text: string, whole: boolean): Figure {
  if (text.endsWith('%')) return percentage();
  if (value < 0) return fault('negative', 'the number is below zero', 'Counts start at zero: correct it.');
  if (whole && !Number.isInteger(value))
    return fault(
      'not-whole',
      'the number is not whole, and this sheet counts',
      'Give the number that was counted, not an average, a share or a rate.'
    );
  if (value > 999_999_999_999_999)
    return fault('not-a-number', 'the number is too large to be a count', 'Correct it.');
  return { kind: 'value', text: /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : String(value) };
}

/** What a cell where a figure belongs says; `whole` where only whole numbers count. */
export function figureOf(cell: SheetCell | undefined, whole: boolean): Figure {
  switch (cell?.kind) {
    case undefined:
    case 'blank':
      return { kind: 'blank' };
    case 'number':
      return numberFigure(cell.value, cell.text, whole);
    case 'date':
      return dateFault(cell.text, cell.iso);
    case 'text':
      return textFigure(cell.text.trim(), whole);
    case 'formula-error':
      return cell.text === NEVER_WORKED_OUT
        ? fault(
            'formula-error',
            'the cell holds a formula that was never worked out, so that there is no number in the file',
            'Open the workbook in a spreadsheet program, which works it out, save it and give it again; or write the number itself.'
          )
        : fault(
            'formula-error',
            'a formula came to no number',
            'Mend the formula, or write the number itself, save the workbook and give it again.'
          );
  }
}
