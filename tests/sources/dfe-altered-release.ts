import Papa from 'papaparse';
import { type Problem, ProblemsError } from '#lib/domain/problem.ts';
import { importTexts } from './dfe-release-fixture.ts';

/** A file as rows of cells, the header first, changed and written again. */
export function rewritten(
  content: string,
  change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[]
): string {
  const { data } = Papa.parse<string[]>(content.replace('\uFEFF', ''), { skipEmptyLines: true });
  return `${Papa.unparse(
    change(data).map((row) => [...row]),
    { newline: '\r\n' }
  )}\r\n`;
}

/** A file with one more column, just before another and made from it. */
export function withColumn(
  content: string,
  name: string,
  before: string,
  from: (value: string) => string
): string {
  return rewritten(content, ([header = [], ...rows]) => {
    const position = header.indexOf(before);
    const insert = (row: readonly string[], value: string) => row.toSpliced(position, 0, value);
    return [insert(header, name), ...rows.map((row) => insert(row, from(row[position] ?? '')))];
  });
}

/** A file with the cells of one column changed; `row` is the row as it stands. */
export function withCells(
  content: string,
  column: string,
  change: (value: string, row: readonly string[], index: number) => string
): string {
  return rewritten(content, ([header = [], ...rows]) => {
    const position = header.indexOf(column);
    return [header, ...rows.map((row, index) => row.with(position, change(row[position] ?? '', row, index)))];
  });
}

/** The errors an import stops with; empty where it does not stop. */
export function problemsOf(texts: ReadonlyMap<string, string>): readonly Problem[] {
  try {
    importTexts(texts);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
}
