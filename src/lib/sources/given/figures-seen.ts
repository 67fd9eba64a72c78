/** Figures that two sheets give, such as a starter sheet and a workbook: the same ones are one, others are a mistake. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { sheetFile, type WrittenAt } from './sheet.ts';

interface Seen {
  readonly figure: string;
  readonly at: WrittenAt;
  readonly table: string;
}

const SAID = ['value', 'status', 'of', 'of_status'];

export class FiguresSeen {
  readonly #seen = new Map<string, Seen>();
  /** Figures that are the same, by the sheets that both have them. */
  readonly #same = new Map<string, { earlier: WrittenAt; at: WrittenAt; count: number }>();
  readonly #list: ProblemList;

  /** @param list where two different figures for one thing are told, at their cells */
  constructor(list: ProblemList) {
    this.#list = list;
  }

  /** Whether another table gave a figure for the same thing; a different one is told. */
  has(
    cube: Cube,
    header: readonly string[],
    cells: readonly string[],
    table: string,
    at: WrittenAt
  ): boolean {
    const cell = (name: string, otherwise = '') => cells[header.indexOf(name)] ?? otherwise;
    const members = cube.dimensions.map(({ id }) => cell(id, ALL));
    const key = [cube.id, cell('area'), cell('period'), cell('measure'), ...members].join('\n');
    const figure = SAID.map((name) => cell(name)).join('\n');
    const earlier = this.#seen.get(key);
    if (earlier === undefined) {
      this.#seen.set(key, { figure, at, table });
      return false;
    }
    if (earlier.table === table) return false;
    if (earlier.figure === figure) this.#count(earlier.at, at);
    else
      this.#list.error('figure-differs', sheetFile(at), () => ({
        row: at.row,
        ...(at.column === undefined ? {} : { column: at.column }),
        value: cell('value') || cell('status'),
        message: `another figure is given for the same thing in ${placeOf(earlier.at)}`,
        remedy: `Correct ${placeOf(at)} or ${placeOf(earlier.at)}, or clear one of them.`
      }));
    return true;
  }

  #count(earlier: WrittenAt, at: WrittenAt): void {
    const key = `${sheetFile(earlier)}\n${sheetFile(at)}`;
    const held = this.#same.get(key) ?? { earlier, at, count: 0 };
    held.count += 1;
    this.#same.set(key, held);
  }

  /** Notes, once for every two sheets, how many figures both have. */
  tell(): void {
    for (const { earlier, at, count } of this.#same.values())
      this.#list.warning('same-figure-twice', sheetFile(at), () => ({
        message: `${count === 1 ? 'one figure is' : `${count.toLocaleString('en-GB')} figures are`} given in “${sheetFile(earlier)}” too, and agree: each was read once`,
        remedy: 'Nothing needs to be done.'
      }));
  }
}

/** `Own.xlsx › Plans, cell C9`. */
function placeOf(at: WrittenAt): string {
  return `${sheetFile(at)}, ${at.column === undefined ? `row ${at.row}` : `cell ${at.column}${at.row}`}`;
}
