/** The sheet of one cube, shaped as analysts make pivots: fixed rows in words, periods across. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import { COLUMNS, memberName, PARTS, whomText } from '#lib/sources/given/layout.ts';
import type { Nation } from '#lib/domain/nation.ts';
import type { StarterRow } from '#lib/domain/template.ts';
import type { ChosenSheet } from './template-rows.ts';
import { LIST, periodMeaning, type Lists } from './workbook-lists.ts';
import type { DropDown, MadeCell, MadeSheet } from './xlsx.ts';

/** For whom and when. Areas by name; periods by id, the earliest first. */
export interface Asked {
  readonly areas: readonly string[];
  readonly periods: readonly string[];
  /** Whose calendar, categories and words they follow, where it was chosen. */
  readonly nation?: Nation | undefined;
}

/** Area and what is counted: more would fill a small screen, and leave the figures out of sight. */
const FROZEN = 2;

/** Rows put in by hand under the last one find the same drop-downs. */
const SPARE = 200;

const FILLING =
  'A number in every cell. 0 is a true zero. Where there is no figure, choose from the list of the cell; a blank cell is an error. Delete rows and periods that you do not supply.';

/** When a cube is counted, in the words of the sheet’s head. */
export function dateRule(cube: Cube, measures: ReadonlySet<string>): string {
  const used = cube.measures.filter(({ id }) => measures.has(id));
  const names = (kind: 'stock' | 'flow') =>
    used.filter((measure) => measure.kind === kind).map(({ name }) => name.toLowerCase());
  const [stocks, flows] = [names('stock'), names('flow')];
  if (flows.length === 0) return 'On the last day of each period.';
  if (stocks.length === 0) return 'Over the whole of each period, from its first day to its last.';
  return `On the last day of each period: ${stocks.join(', ')}. Over the whole of it: ${flows.join(', ')}.`;
}

/** What one unit is, for each thing that the sheet counts. */
export function unitRule(cube: Cube, measures: ReadonlySet<string>): string {
  return cube.measures
    .filter(({ id }) => measures.has(id))
    .map(
      ({ name, unit, note }) =>
        `${name}: in ${unit.many}${note === undefined ? '' : ` (${note.replace(/\.$/, '')})`}.`
    )
    .join(' ');
}

interface Row {
  readonly labels: readonly string[];
  readonly words: string;
}

interface Head {
  readonly name: string;
  readonly title: string;
  readonly above: readonly (readonly [string, string])[];
  readonly labels: readonly string[];
  readonly widths: readonly number[];
  /** The list offered in each column of labels. */
  readonly offered: readonly (string | undefined)[];
}

const NOTES = 'Notes';

function sheetOf(head: Head, rows: readonly Row[], { periods, nation }: Asked, lists: Lists): MadeSheet {
  const labels = head.labels.length;
  const top = head.above.length + 3;
  const until = top + rows.length - 1 + SPARE;
  const cell = (text: string, style: MadeCell['style']): MadeCell => ({ text, style });
  const above = head.above.map(([name, text]) => [cell(name, 'plain'), cell(text, 'plain')]);
  const meanings = [
    ...head.labels.map(() => undefined),
    ...periods.map((id) => cell(periodMeaning(id, nation?.calendar), 'hint'))
  ];
  const dropDowns = head.offered.flatMap((list, column): DropDown[] => {
    const from = list === undefined ? undefined : lists.get(list)?.from;
    return from === undefined ? [] : [{ rows: [top, until], columns: [column, column], from }];
  });
  const figures = lists.get(LIST.figure)?.from;
  return {
    name: head.name,
    widths: [...head.widths, ...periods.map(() => 15), 60],
    frozen: { rows: top, columns: Math.min(labels, FROZEN) },
    rows: [
      [cell(head.title, 'title')],
      ...above,
      meanings,
      [
        ...head.labels.map((text) => cell(text, 'head')),
        ...periods.map((text) => cell(text, 'code')),
        cell(NOTES, 'head')
      ],
      ...rows.map((row) => [
        ...row.labels.map((text) => cell(text, 'label')),
        ...periods.map((): MadeCell => ({ style: 'input' })),
        cell(row.words, 'hint')
      ])
    ],
    dropDowns: [
      ...dropDowns,
      ...(figures === undefined || periods.length === 0
        ? []
        : [
            {
              rows: [top, until] as const,
              columns: [labels, labels + periods.length - 1] as const,
              from: figures
            }
          ])
    ]
  };
}

/** The sheet of one cube: its rows once for each area; the row “out of” under each “count” where it counts n of N. */
export function cubeSheet(
  { cube, rows, dimensions, words }: ChosenSheet,
  asked: Asked,
  lists: Lists
): MadeSheet {
  const measures = new Set(rows.map(({ measure }) => measure));
  const shown = dimensions.flatMap((id) => cube.dimensions.filter((dimension) => dimension.id === id));
  const parts = cube.outOf ? [PARTS.value, PARTS.of] : [undefined];
  const body = asked.areas.flatMap((area) =>
    rows.flatMap(({ measure, members }) =>
      parts.map((part): Row => ({
        labels: [
          area,
          cube.measures.find(({ id }) => id === measure)?.name ?? measure,
          ...shown.map((dimension) => memberName(dimension, members[dimension.id] ?? ALL)),
          ...(part === undefined ? [] : [part])
        ],
        words: Object.values(members)
          .flatMap((member) => words[member] ?? [])
          .join('; ')
      }))
    )
  );
  const head: Head = {
    name: cube.name,
    title: cube.name,
    above: [
      [COLUMNS.table, cube.name],
      ['What it is', cube.about],
      ['Unit', unitRule(cube, measures)],
      ['When', dateRule(cube, measures)],
      ['How to fill it in', FILLING]
    ],
    labels: [
      COLUMNS.area,
      COLUMNS.counted,
      ...shown.map(({ name }) => name),
      ...(cube.outOf ? [COLUMNS.part] : [])
    ],
    widths: [18, 24, ...shown.map(() => 20), ...(cube.outOf ? [12] : [])],
    offered: [
      LIST.area,
      LIST.measure(cube),
      ...shown.map(({ id, members }) => (members.length > 0 ? LIST.dimension(cube, id) : undefined)),
      ...(cube.outOf ? [LIST.part] : [])
    ]
  };
  return sheetOf(head, body, asked, lists);
}

/** The starter sheet: rows of several cubes, each saying its table and of whom it is. */
export function starterSheet(
  name: string,
  rows: readonly StarterRow[],
  cubes: ReadonlyMap<string, Cube>,
  asked: Asked,
  lists: Lists
): MadeSheet {
  const body = asked.areas.flatMap((area) =>
    rows.flatMap(({ cube: id, measure, members, part, words, fills }): Row[] => {
      const cube = cubes.get(id);
      if (cube === undefined) return [];
      const counted = cube.measures.find((found) => found.id === measure)?.name ?? measure;
      return [
        {
          labels: [area, cube.name, counted, whomText(cube, members), PARTS[part]],
          words: `${words} For: ${fills.toLowerCase()}.`
        }
      ];
    })
  );
  const head: Head = {
    name,
    title: rows.length === 12 ? 'Twelve figures for a first meeting' : 'Figures for a first meeting',
    above: [
      ['When', 'On the last day of each period.'],
      ['How to fill it in', FILLING]
    ],
    labels: [COLUMNS.area, COLUMNS.table, COLUMNS.counted, COLUMNS.whom, COLUMNS.part],
    widths: [18, 24, 18, 36, 12],
    offered: [LIST.area, LIST.table, undefined, undefined, LIST.part]
  };
  return sheetOf(head, body, asked, lists);
}
