/** One workbook for a partnership’s own figures, shaped as analysts make pivots; the reader undoes it. */
import type { Cube } from '#lib/domain/cube.ts';
import type { StarterRow } from '#lib/domain/template.ts';
import { SHEETS } from '#lib/sources/given/layout.ts';
import type { ChosenSheet } from './template-rows.ts';
import { aboutSheet, notesSheet, registerSheet } from './workbook-beside.ts';
import { makeLists } from './workbook-lists.ts';
import { cubeSheet, starterSheet, type Asked } from './workbook-pivot.ts';
import { makeXlsx } from './xlsx.ts';

const REGISTERS = ['rounds', 'milestones', 'documents'] as const;

/** The bytes of a workbook with a sheet for each cube, every cell of its figures blank. */
export function makeWorkbook(sheets: readonly ChosenSheet[], asked: Asked): Uint8Array<ArrayBuffer> {
  const cubes = sheets.map(({ cube }) => cube);
  const { sheet: listed, lists } = makeLists(cubes, asked);
  return makeXlsx('Own figures on neglect', [
    aboutSheet(asked.areas, asked.nation),
    ...sheets.map((sheet) => cubeSheet(sheet, asked, lists)),
    ...REGISTERS.map(registerSheet),
    notesSheet(lists),
    listed
  ]);
}

/** The bytes of a workbook with the twelve rows of the starter sheet, for a first meeting. */
export function makeStarter(
  rows: readonly StarterRow[],
  cubes: ReadonlyMap<string, Cube>,
  asked: Asked
): Uint8Array<ArrayBuffer> {
  const used = [...new Set(rows.map(({ cube }) => cube))].flatMap((id) => cubes.get(id) ?? []);
  const { sheet: listed, lists } = makeLists(used, asked);
  return makeXlsx('Twelve figures on neglect for a first meeting', [
    aboutSheet(asked.areas, asked.nation),
    starterSheet(SHEETS.starter, rows, cubes, asked, lists),
    notesSheet(lists),
    listed
  ]);
}
