/** A sheet whose periods are none of those that all other sheets of its workbook have: mostly last year’s heads. */
import { periodOf } from '#lib/domain/period.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { sheetFile, type TidyTable } from './sheet.ts';

interface SheetPeriods {
  readonly place: string;
  readonly file: string;
  readonly periods: ReadonlySet<string>;
  /** Its head, and the letters of the first column of figures. */
  readonly row: number | undefined;
  readonly column: string | undefined;
}

/** Warns of each; where fewer than three sheets have the same kind of periods, none of them is the odd one. */
export function periodsApart(tables: readonly TidyTable[], list: ProblemList): void {
  const sheets = tables.flatMap(sheetPeriods);
  for (const kind of ['year', 'quarter', 'month'] as const)
    for (const book of new Set(sheets.map(({ file }) => file))) {
      const here = sheets.flatMap((sheet): SheetPeriods[] => {
        const periods = new Set([...sheet.periods].filter((id) => periodOf(id)?.kind === kind));
        return sheet.file !== book || periods.size === 0 ? [] : [{ ...sheet, periods }];
      });
      const odd = here.filter((sheet) => standsApart(sheet, here));
      const [sheet, ...more] = odd;
      if (sheet === undefined || more.length > 0) continue;
      const others = [...new Set(here.flatMap((each) => (each === sheet ? [] : [...each.periods])))].sort();
      const own = [...sheet.periods].sort();
      list.warning('periods-apart', sheet.place, () => ({
        ...(sheet.row === undefined ? {} : { row: sheet.row }),
        ...(sheet.column === undefined ? {} : { column: sheet.column }),
        value: spanOf(own),
        message: `the sheet has ${spanOf(own)}, and all other sheets of the workbook have ${spanOf(others)}`,
        remedy:
          'Correct the periods in the head of the sheet, if it was filled in for the same time as the others.'
      }));
    }
}

/** Whether a sheet shares no period with any other, while each of at least two others shares one with another. */
function standsApart(sheet: SheetPeriods, sheets: readonly SheetPeriods[]): boolean {
  const others = sheets.filter((each) => each !== sheet);
  const shares = (a: SheetPeriods, b: SheetPeriods) => [...a.periods].some((id) => b.periods.has(id));
  return (
    others.length > 1 &&
    !others.some((other) => shares(sheet, other)) &&
    others.every((other) => others.some((each) => each !== other && shares(other, each)))
  );
}

function sheetPeriods({ header, rows }: TidyTable): SheetPeriods[] {
  const [first] = rows;
  const at = header.indexOf('period');
  if (first?.headRow === undefined) return [];
  return [
    {
      place: sheetFile(first.at),
      file: first.at.file,
      periods: new Set(rows.map(({ cells }) => cells[at] ?? '')),
      row: first.headRow,
      column: first.at.column
    }
  ];
}

function spanOf(ids: readonly string[]): string {
  const [first, last] = [ids[0] ?? '', ids.at(-1) ?? ''];
  return first === last ? first : `${first} to ${last}`;
}
