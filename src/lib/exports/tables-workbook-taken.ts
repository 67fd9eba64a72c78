/** The table of a figure that was read off a page, from the file of its figures: nothing is worked out again. */
import { FLAG_CODES, known, missing, REASON_WORDS, REASONS, type Cell } from '#lib/domain/cell.ts';
import { MARK_LABELS } from '#lib/domain/mark.ts';
import { readCsv, unguardFormula } from '#lib/sources/csv.ts';
import type { Taken } from './taken.ts';
import { headText, inPlace, notesApart, type SheetColumn, type SheetTable } from './tables-workbook-table.ts';

/** A column and where it stands in the file; `status` is where its reasons and flags do. */
interface Placed extends SheetColumn {
  readonly at: number;
  readonly label: string;
  readonly status?: number;
}

const decimalsOf = (text: string): number => (/\.(\d+)$/.exec(text)?.[1] ?? '').length;

/** Of a column: the most that any value has and, where values differ in them, those of each. */
function decimalsIn(texts: readonly string[]): Pick<SheetColumn, 'decimals' | 'rowDecimals'> {
  const each = texts.map(decimalsOf);
  const decimals = Math.max(0, ...each);
  const differ = texts.some((text, row) => text !== '' && each[row] !== decimals);
  return { decimals, ...(differ ? { rowDecimals: each } : {}) };
}

/** `Rate_status` after `Rate (per 10,000)` says that the column before it holds numbers, and what it is called. */
function labelOf(head: string, next: string | undefined): string | undefined {
  if (next?.endsWith('_status') !== true) return undefined;
  const label = next.slice(0, -'_status'.length);
  return head === label || (head.startsWith(`${label} (`) && head.endsWith(')')) ? label : undefined;
}

/** The mark that a file gives a column where columns differ; undefined where the file has one for all. */
function markOf(label: string, marks: string): string | undefined {
  return Object.values(MARK_LABELS).find((mark) => `; ${marks}; `.includes(`; ${label}: ${mark}; `));
}

function columnsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  marks: string
): readonly Placed[] {
  const columns: Placed[] = [];
  for (let at = 0; at < header.length; at += 1) {
    const head = unguardFormula(header[at] ?? '');
    if (head.startsWith('about_') || head === 'indicator_code') break;
    const next = header[at + 1] === undefined ? undefined : unguardFormula(header[at + 1] ?? '');
    const label = labelOf(head, next);
    if (label === undefined) {
      columns.push({ at, head, label: head, kind: 'text', decimals: 0 });
      if (next === `${head}_code` || next === `${head}_date`) at += 1;
      continue;
    }
    const unit = head === label ? undefined : head.slice(label.length + 2, -1);
    columns.push({
      at,
      label,
      status: at + 1,
      head: headText(label, unit, markOf(label, marks)),
      kind: 'number',
      ...decimalsIn(rows.map((row) => row[at] ?? ''))
    });
    at += 1;
  }
  return columns;
}

/** @throws where the file says nothing of a value that it leaves out */
function valueAt(cells: readonly string[], { at, status, head }: Placed): string | Cell {
  const text = cells[at] ?? '';
  if (status === undefined) return unguardFormula(text);
  const said = cells[status] ?? '';
  if (text !== '')
    return known(
      Number(text),
      FLAG_CODES.filter((flag) => said.split(' ').includes(flag))
    );
  const reason = REASONS.find((each) => REASON_WORDS[each] === said);
  if (reason === undefined && said !== '') return inPlace(said);
  if (reason === undefined) throw new Error(`a value of “${head}” is left out and no reason is given`);
  return missing(reason);
}

/** What its page says of a figure besides the figure itself. */
export interface TakenFrom {
  readonly id: string;
  /** Texts of the notes it calls. */
  readonly notes: readonly string[];
  readonly link?: string | undefined;
}

/** @throws where the file cannot be read as `csvOf` writes it */
export function sheetTableTaken(taken: Taken, { id, notes, link }: TakenFrom): SheetTable {
  const { about, csv, title, cite } = taken;
  const { header, rows } = readCsv(csv, `${taken.file}.csv`);
  const values = rows.map(({ cells }) => cells);
  const say = (name: string) => about[name] ?? '';
  const columns = columnsOf(header, values, say('mark'));
  return {
    id,
    message: title,
    caption: say('shows') === '' ? taken.table.caption : say('shows'),
    mark: say('mark'),
    area: say('area'),
    ...(about['area_code'] === undefined ? {} : { areaCode: about['area_code'] }),
    period: say('period'),
    filters: say('filters'),
    source: say('source'),
    vintage: say('vintage'),
    licence: say('licence'),
    use: say('use'),
    notes: notesApart(notes, say('notes')),
    cite,
    ...(link === undefined ? {} : { link }),
    columns: columns.map(({ head, kind, decimals, rowDecimals }) => ({
      head,
      kind,
      decimals,
      ...(rowDecimals === undefined ? {} : { rowDecimals })
    })),
    rows: values.map((cells) => columns.map((column) => valueAt(cells, column)))
  };
}
