/** Which of the given files are tables, sheets, registers or words; the rest are refused, each with a remedy. */
import type { Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { refusePeople } from '../people.ts';
import { aboutOfRows } from './about.ts';
import { placeInBundle } from './bundle-files.ts';
import { eachRecord, isBlank } from './csv-records.ts';
import { csvShape, type CsvShape } from './csv-shape.ts';
import { unreadProblem } from './kind-of-file.ts';
import type { Say } from './progress.ts';
import { isRegister, registerOfHeader } from './register-rows.ts';
import type { About, Sheet, SheetCell, TidyTable } from './sheet.ts';
import { kindOfSheet } from './sheet-kind.ts';
import { namesOf } from './tidy-csv.ts';
import type { KnownFile } from './unpack.ts';
import { cubeOfName, cubesThatFit, looksTidy, noTable, stemOf } from './which-table.ts';
import { readWorkbook } from './workbook-read.ts';
import type { LookAt } from './written.ts';

export interface SortedFiles {
  readonly sheets: readonly Sheet[];
  readonly abouts: readonly About[];
  readonly registers: readonly TidyTable[];
  readonly tables: readonly {
    readonly file: string;
    readonly content: Uint8Array;
    readonly shape: CsvShape;
    readonly cube: Cube;
    /** The id the table can have. */
    readonly name: string;
  }[];
  /** Commentary and the like, by where a bundle has it. */
  readonly words: readonly (readonly [string, Uint8Array])[];
  readonly looks: readonly { readonly file: string; readonly look: LookAt }[];
}

const WORDS = /(^|\/)(readme|licen[cs]e)(\.\w+)?$|\.md$/i;

type Row = { readonly row: number; readonly cells: readonly string[] };

export function sortFiles(
  given: readonly KnownFile[],
  cubes: ReadonlyMap<string, Cube>,
  list: ProblemList,
  say: Say
): SortedFiles {
  const sheets: Sheet[] = [];
  const abouts: About[] = [];
  const registers: TidyTable[] = [];
  const tables: SortedFiles['tables'][number][] = [];
  const words: [string, Uint8Array][] = [];
  const looks: { file: string; look: LookAt }[] = [];
  const figures = given.some(
    ({ kind, path }) => kind === 'workbook' || (kind === 'csv' && !WORDS.test(path))
  );

  const takeCsv = ({ path, content }: KnownFile) => {
    const shape = csvShape(content, path, cubes);
    if ('problem' in shape) {
      list.take([shape.problem]);
      return;
    }
    const header = namesOf(shape);
    const named = stemOf(path);
    const rows = (): Row[] => rowsOf(shape);
    const register = isRegister(named) ? named : registerOfHeader(header);
    if (register !== undefined) {
      registers.push({
        cube: register,
        name: register,
        title: register,
        header,
        rows: rows()
          .filter(({ row }) => row > shape.headerRow)
          .map(({ row, cells }) => ({ cells, at: { file: path, row } }))
      });
      looks.push({ file: path, look: lookAtRows(header, rows()) });
      return;
    }
    const tidy = looksTidy(shape, cubes);
    if (!tidy) {
      const sheet = sheetOf(path, rows());
      const kind = /^about\b/.test(named) ? 'about' : kindOfSheet(sheet);
      if (kind !== 'other') {
        if (refusePeople(path, shape.text, list, 'words')) return;
        if (kind === 'about') {
          abouts.push(aboutOfRows(rows(), path, list));
          looks.push({ file: path, look: lookAtRows(['key', 'value'], rows()) });
        } else sheets.push(sheet);
        return;
      }
    }
    const fitting = cubesThatFit(shape, cubes);
    const cube = cubeOfName(path, cubes) ?? (fitting.length === 1 ? fitting[0] : undefined);
    if (cube !== undefined) tables.push({ file: path, content, shape, cube, name: named });
    else if (!refusePeople(path, shape.text, list)) list.take(noTable(path, fitting, cubes).all());
  };

  for (const file of given) {
    say(file.path, 0);
    const { path, content, kind } = file;
    if (WORDS.test(path) && kind === 'csv')
      words.push([placeInBundle(path.split('/').at(-1) ?? path), content]);
    else if (kind === 'csv') takeCsv(file);
    else if (kind === 'workbook') {
      const read = readWorkbook(content, path);
      list.take(read.problems);
      sheets.push(...read.sheets);
    } else if (kind !== 'zip' && !((kind === 'json' || kind === 'xml') && refusePeople(path, content, list)))
      list.take([
        unreadProblem(kind, path, figures && kind !== 'json' && kind !== 'xml' ? 'warning' : 'error')
      ]);
  }
  return { sheets, abouts, registers, tables, words, looks };
}

function rowsOf({ text, separator }: CsvShape): Row[] {
  const rows: Row[] = [];
  eachRecord(text, separator, (cells, row) => {
    if (!isBlank(cells)) rows.push({ row, cells: [...cells] });
    return true;
  });
  return rows;
}

function lookAtRows(header: readonly string[], rows: readonly Row[]): LookAt {
  return { header, rows: (from, to) => rows.filter(({ row }) => row >= from && row <= to) };
}

/** A CSV saved from one sheet of a workbook, as that sheet. */
function sheetOf(file: string, rows: readonly Row[]): Sheet {
  const last = rows.at(-1)?.row ?? 0;
  const byRow = new Map(rows.map(({ row, cells }) => [row, cells]));
  return {
    file,
    name: sheetNameOf(file),
    hidden: false,
    rows: Array.from({ length: Math.min(last, 200_000) }, (_, at) => (byRow.get(at + 1) ?? []).map(cellOf))
  };
}

/** Spreadsheets save a sheet under the name of its workbook and its own: `Own - Notes.csv`. */
function sheetNameOf(file: string): string {
  const name = (file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  return name.split(/_| - /).at(-1) ?? name;
}

function cellOf(written: string): SheetCell {
  const text = written.trim();
  if (text === '') return { kind: 'blank' };
  return /^\d{1,15}(\.\d+)?$/.test(text)
    ? { kind: 'number', value: Number(text), text }
    : { kind: 'text', text };
}
