/** Workbooks (.xlsx, .xlsm) as sheets of cells: formulas are what they last came to, macros are never looked at. */
import type { Problem } from '#lib/domain/problem.ts';
import { personalIn, refuseSigns, type PersonalSign } from '../people.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { columnLetters, sheetFile, textOf, type Sheet } from './sheet.ts';
import { kindOfSheet } from './sheet-kind.ts';
import { readFormats } from './workbook-formats.ts';
import { openWorkbook, type Part } from './workbook-open.ts';
import { readSheet, readStrings, type SheetParts } from './workbook-sheet.ts';
import { scanXml } from './xml-scan.ts';

export interface WorkbookReading {
  /** Every sheet with cells, in the order of the workbook; empty where anything is an error. */
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
}

interface Listed {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/**
 * Reads a workbook. Never throws on what it holds. A workbook with a sheet about single people is refused whole, before
 * any of it is looked at, and nothing of it is kept.
 */
export function readWorkbook(content: Uint8Array, file: string): WorkbookReading {
  const opened = openWorkbook(content, file);
  if ('problem' in opened) return { sheets: [], problems: [opened.problem] };
  const { listed, from1904 } = sheetsListed(opened.part);
  const parts: SheetParts = {
    strings: readStrings(opened.part('xl/sharedStrings.xml') ?? ''),
    formats: readFormats(opened.part('xl/styles.xml') ?? ''),
    from1904
  };
  const list = new ProblemList();
  if (opened.macros)
    list.warning('macros', file, () => ({
      message: 'the workbook holds macros; they were neither read nor run',
      remedy: 'Nothing needs to be done.'
    }));
  const sheets = listed.flatMap((sheet) => readOne(opened.part, sheet, parts, file, list));
  if (sheets.length === 0 && !list.hasErrors())
    list.error('empty-workbook', file, () => ({
      message: 'nothing is written in the workbook',
      remedy: 'Save it again once it is filled in, and give that file.'
    }));
  return { sheets: list.hasErrors() ? [] : sheets, problems: list.all() };
}

function sheetsListed(part: Part): { readonly listed: readonly Listed[]; readonly from1904: boolean } {
  const targets = new Map<string, string>();
  scanXml(part('xl/_rels/workbook.xml.rels') ?? '', {
    open: ({ name, get }) => {
      if (name === 'Relationship' && /\/worksheet$/.test(get('Type') ?? ''))
        targets.set(get('Id') ?? '', pathOf(get('Target') ?? ''));
    }
  });
  const listed: Listed[] = [];
  let from1904 = false;
  scanXml(part('xl/workbook.xml') ?? '', {
    open: ({ name, get }) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(get('date1904') ?? '');
      if (name !== 'sheet') return;
      const path = targets.get(get('id') ?? '');
      if (path !== undefined)
        listed.push({ name: get('name') ?? '', path, hidden: (get('state') ?? 'visible') !== 'visible' });
    }
  });
  return { listed, from1904 };
}

const pathOf = (target: string) =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

/** Columns of a sheet go by their letters, with the name that gives one away. */
function byLetter(sign: PersonalSign): PersonalSign {
  if (sign.at === undefined) return sign;
  const letters = columnLetters(sign.at);
  return { ...sign, column: sign.kind === 'column' ? `${letters}, “${sign.column}”` : letters };
}

function readOne(
  part: Part,
  { name, path, hidden }: Listed,
  parts: SheetParts,
  file: string,
  list: ProblemList
): Sheet[] {
  const place = sheetFile({ file, sheet: name });
  const xml = part(path);
  if (xml === undefined) {
    list.error('broken-workbook', place, () => ({
      message: 'the sheet is missing from the file, or damaged',
      remedy: 'Open the workbook, save it again and give that file.'
    }));
    return [];
  }
  const { rows, hiddenRows, tooLarge } = readSheet(xml, parts);
  if (tooLarge) {
    list.error('large-sheet', place, () => ({
      message: 'the sheet is larger than any that is filled in by hand',
      remedy: 'Keep counts only. Delete rows and columns beyond them, save and give the file again.'
    }));
    return [];
  }
  if (rows.length === 0) return [];
  const sheet: Sheet = { file, name, hidden, rows };
  const texts = rows.map((row) => row.map(textOf));
  const [top = [], ...below] = texts;
  const signs = personalIn(top, below, kindOfSheet(sheet) === 'other' ? undefined : 'words');
  if (refuseSigns(place, signs.map(byLetter), list)) return [];
  if (hidden || hiddenRows > 0)
    list.warning('hidden', place, () => ({
      message: hidden
        ? 'the sheet is hidden, and was read like any other'
        : `${hiddenRows} ${hiddenRows === 1 ? 'row is' : 'rows are'} hidden, by hand or by a filter, and read like any other`,
      remedy: 'Show what is hidden and look at it, or delete it.'
    }));
  return [sheet];
}
