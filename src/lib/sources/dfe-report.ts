import { describeProblem, type Problem } from '#lib/domain/problem.ts';
import type { UnknownValue } from './dfe-observations.ts';

/** What an import read, what it did not find and what it did not know. Shown, and kept nowhere. */
export interface ImportReport {
  readonly vintage: string;
  readonly areas: number;
  readonly periods: readonly string[];
  readonly read: readonly {
    readonly file: string;
    readonly code: string;
    readonly tables: readonly { readonly id: string; readonly cells: number }[];
    readonly rows: number;
    readonly leftOut: number;
    readonly unusedColumns: readonly string[];
  }[];
  readonly population: string;
  readonly neighbours: string;
  readonly notFound: readonly string[];
  readonly notUsed: readonly string[];
  readonly unknown: readonly UnknownValue[];
  readonly warnings: readonly Problem[];
}

/** The report in words, one line a thing. */
export function reportInWords(report: ImportReport): string {
  return [
    `Children in need, reporting year ${report.vintage}: ${report.areas} areas, ${report.periods[0] ?? ''} to ${report.periods.at(-1) ?? ''}.`,
    '',
    'Read:',
    ...report.read.map(
      ({ file, code, tables, rows, leftOut, unusedColumns }) =>
        `  ${code}  ${file}: ${count(rows)} rows → ${tables.map(({ id, cells }) => `${id} (${count(cells)})`).join(', ')}` +
        (leftOut > 0 ? `; ${count(leftOut)} rows left out` : '') +
        (unusedColumns.length > 0 ? `; not used: ${unusedColumns.join(', ')}` : '')
    ),
    `  Population: ${report.population}`,
    `  Statistical neighbours: ${report.neighbours}`,
    ...section('Not found:', report.notFound),
    ...section('Files not used:', report.notUsed),
    ...section(
      'Unknown (left out, so “not supplied”):',
      report.unknown.map(
        ({ file, row, column, value, times }) =>
          `${file}, row ${row}, column “${column}”: “${value}”${times > 1 ? `, and ${count(times - 1)} more like it` : ''}`
      )
    ),
    ...section('Look at:', report.warnings.map(describeProblem))
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length === 0 ? ['  nothing'] : lines.map((line) => `  ${line}`))];
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
