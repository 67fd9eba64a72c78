/** The sheet of a workbook that lists what may be written where, and the drop-downs that offer it. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Nation } from '#lib/domain/nation.ts';
import { dateInWords, periodOf, TO_MARCH } from '#lib/domain/period.ts';
import {
  COLUMNS,
  EVERYONE,
  memberName,
  NO_FIGURE,
  OFFERED,
  PARTS,
  SHEETS
} from '#lib/sources/given/layout.ts';
import type { MadeSheet } from './xlsx.ts';

/** A list by what it is for; a key of its own for each dimension of each cube. */
export type Lists = ReadonlyMap<string, { readonly from: string }>;

/** For whom and when, and by whose calendar. */
interface ListedFor {
  readonly areas: readonly string[];
  readonly periods: readonly string[];
  readonly nation?: Nation | undefined;
}

interface Entry {
  readonly list: string;
  readonly where: string;
  readonly column: string;
  readonly word: string;
  readonly code: string;
  readonly note?: string | undefined;
}

export const LIST = {
  figure: 'figure',
  part: 'part',
  area: 'area',
  table: 'table',
  measure: (cube: Cube) => `${cube.id} measure`,
  dimension: (cube: Cube, id: string) => `${cube.id} ${id}`
} as const;

function entries(cubes: readonly Cube[], { areas, periods, nation }: ListedFor): Entry[] {
  const everywhere = 'Every sheet';
  return [
    ...OFFERED.map((word) => ({
      list: LIST.figure,
      where: everywhere,
      column: 'Where there is no figure',
      word,
      code: codeOf(word)
    })),
    ...Object.values(PARTS).map((word) => ({
      list: LIST.part,
      where: everywhere,
      column: COLUMNS.part,
      word,
      code: ''
    })),
    ...areas.map((word) => ({ list: LIST.area, where: everywhere, column: COLUMNS.area, word, code: '' })),
    ...cubes.map(({ id, name }) => ({
      list: LIST.table,
      where: everywhere,
      column: COLUMNS.table,
      word: name,
      code: id
    })),
    ...periods.map((id) => ({
      list: 'period',
      where: everywhere,
      column: 'Period',
      word: periodMeaning(id, nation?.calendar),
      code: id
    })),
    ...cubes.flatMap((cube) => [
      ...cube.measures.map(({ id, name }) => ({
        list: LIST.measure(cube),
        where: cube.name,
        column: COLUMNS.counted,
        word: name,
        code: id
      })),
      ...cube.dimensions.flatMap((dimension) =>
        ['all', ...dimension.members.map(({ id }) => id)].map((id) => ({
          list: LIST.dimension(cube, dimension.id),
          where: cube.name,
          column: dimension.name,
          word: memberName(dimension, id),
          code: id,
          note: id === 'all' ? dimension.note : dimension.members.find((member) => member.id === id)?.note
        }))
      )
    ])
  ];
}

function codeOf(word: string): string {
  const code = NO_FIGURE.get(word);
  return code === undefined || code === 'notsupplied' ? 'the row is left out' : code;
}

/** What a period is, and on which day its stocks are counted. */
export function periodMeaning(id: string, calendar = TO_MARCH): string {
  const period = periodOf(id, calendar);
  if (period === undefined) return id;
  return period.kind === 'date' ? period.label : `${period.label} (stocks on ${dateInWords(period.end)})`;
}

/** The sheet, and where each list stands on it. */
export function makeLists(
  cubes: readonly Cube[],
  asked: ListedFor
): { readonly sheet: MadeSheet; readonly lists: Lists } {
  const all = entries(cubes, asked);
  const above = 3;
  const ranges = new Map<string, { from: string }>();
  for (const { list } of all)
    if (!ranges.has(list)) {
      const first = all.findIndex((entry) => entry.list === list);
      const last = all.findLastIndex((entry) => entry.list === list);
      ranges.set(list, { from: `${SHEETS.lists}!$C$${first + above + 1}:$C$${last + above + 1}` });
    }
  const sheet: MadeSheet = {
    name: SHEETS.lists,
    widths: [34, 30, 56, 22, 100],
    frozen: { rows: above, columns: 0 },
    rows: [
      [{ text: 'Words and codes', style: 'title' }],
      [
        {
          text: `Write the word or the code; both are understood. “${EVERYONE}” is the total.`,
          style: 'plain'
        }
      ],
      ['Sheet', 'Column', 'Word', 'Code', 'What to know'].map((text) => ({ text, style: 'head' })),
      ...all.map(({ where, column, word, code, note }) =>
        [where, column, word, code, note ?? ''].map((text) => ({ text, style: 'label' as const }))
      )
    ]
  };
  return { sheet, lists: ranges };
}
