/** A table as a word processor and a spreadsheet take it from the clipboard. */
import { escapeMarkup } from './escape.ts';
import { footOf, type Taken } from './taken.ts';

/** A spreadsheet would run text that begins so. Signed numbers are numbers. */
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d))/;

const disarmed = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Tabs between columns, a line for each row, what must go along below. */
export function plainTable(taken: Taken): string {
  const { head, rows } = taken.table;
  return [
    [taken.title],
    [...head],
    ...rows.map((row) => [...row]),
    [''],
    ...footOf(taken).map((line) => [line])
  ]
    .map((row) => row.map((text) => disarmed(oneLine(text))).join('\t'))
    .join('\r\n');
}

const BORDER = 'border-bottom:1px solid #d8dadc;padding:3px 10px 3px 0';

/** The same as HTML with its own look, for Word, Outlook and Excel. */
export function htmlTable(taken: Taken): string {
  const { caption, numeric, head, rows } = taken.table;
  const align = (index: number) => (numeric[index] === true ? 'right' : 'left');
  const cell = (tag: 'th' | 'td', scope: string, text: string, index: number) =>
    `<${tag}${scope} style="${BORDER};text-align:${align(index)};font-weight:${tag === 'th' && scope.includes('col') ? '700' : '400'}">${escapeMarkup(oneLine(text))}</${tag}>`;
  const body = rows
    .map(
      (row) =>
        `<tr>${row
          .map((text, index) =>
            index === 0 ? cell('th', ' scope="row"', text, 0) : cell('td', '', text, index)
          )
          .join('')}</tr>`
    )
    .join('');
  const font = 'font-family:Arial,Helvetica,sans-serif';
  return [
    `<p style="${font};font-size:12pt"><b>${escapeMarkup(taken.title)}</b></p>`,
    `<table style="border-collapse:collapse;${font};font-size:10pt"><caption style="text-align:left">${escapeMarkup(caption)}</caption>`,
    `<thead><tr>${head.map((text, index) => cell('th', ' scope="col"', text, index)).join('')}</tr></thead><tbody>${body}</tbody></table>`,
    ...footOf(taken).map((line) => `<p style="${font};font-size:9pt;color:#595959">${escapeMarkup(line)}</p>`)
  ].join('');
}
