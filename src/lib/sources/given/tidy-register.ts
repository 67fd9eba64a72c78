/** One register, of a CSV or a sheet, as the file of a bundle. */
import type { ProblemList } from '../bundle-problem-list.ts';
import { personalIn, refuseSigns } from '../people.ts';
import { registerPath } from '../registers.ts';
import { RecognisedList } from './recognised.ts';
import { isRegister, RegisterTidier } from './register-rows.ts';
import { sheetFile, type TidyTable } from './sheet.ts';
import type { TidyContext } from './tidy-context.ts';
import { RowText, type WrittenFile } from './written.ts';

export interface TidiedRegister {
  readonly content: string;
  readonly written: WrittenFile;
  readonly recognised: RecognisedList;
  readonly areas: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  /** Of the register of rounds: each with its date. */
  readonly rounds: readonly { readonly id: string; readonly date: string }[];
}

/** The register; undefined where it tells of single people, which the list then says. */
export function tidyRegister(
  register: TidyTable,
  context: TidyContext,
  list: ProblemList
): TidiedRegister | undefined {
  const [first] = register.rows;
  if (first === undefined || !isRegister(register.cube)) return undefined;
  const file = sheetFile(first.at);
  const cells = register.rows.map((row) => row.cells);
  if (refuseSigns(file, personalIn(register.header, cells, 'words'), list)) return undefined;
  const recognised = new RecognisedList();
  const tidier = new RegisterTidier(register.cube, register.header, { context, file, recognised });
  const text = new RowText();
  text.put(1, tidier.header);
  const tidied = register.rows.map((row, at) => {
    const out = tidier.tidy(row.cells);
    text.put(at + 2, out);
    return out;
  });
  const [round, date] = [tidier.header.indexOf('round'), tidier.header.indexOf('date')];
  return {
    content: text.text(),
    recognised,
    areas: tidier.areas,
    periods: tidier.periods,
    rounds: tidied.flatMap((row) => {
      const [id, on] = [row[round] ?? '', row[date] ?? ''];
      return register.cube === 'rounds' && id !== '' && /^\d{4}-\d{2}-\d{2}$/.test(on)
        ? [{ id, date: on }]
        : [];
    }),
    written: {
      path: registerPath(register.cube),
      file,
      columns: new Map(tidier.header.map((name, at) => [name, register.header[at] ?? name])),
      rows: new Map(register.rows.map((row, at) => [at + 2, row]))
    }
  };
}
