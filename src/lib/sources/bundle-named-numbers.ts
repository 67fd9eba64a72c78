/** Withheld counts that words of a bundle may give away: notes, registers and commentary are published as they are. */
import type { Problem } from '#lib/domain/problem.ts';
import { cellsOf, type TableCell } from '#lib/disclosure/relations.ts';
import type { Bundle } from './bundle.ts';
import { MANIFEST } from './bundle-manifest.ts';
import { countsIn } from './counts-in-words.ts';

interface Text {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly text: string;
  readonly isOf: (cell: TableCell) => boolean;
}

/**
 * A warning for each text that holds a number which is also a withheld count of what it speaks of (of anything, where
 * that is not said). Not each is a leak: somebody has to read them. What can be no count is passed over.
 * @param texts further words that are published with the bundle, by file
 */
export function namedNumbers(
  bundle: Bundle,
  withheld: ReadonlySet<string>,
  texts: ReadonlyMap<string, string> = new Map()
): Problem[] {
  const hidden = bundle.tables.flatMap(cellsOf).filter(({ id }) => withheld.has(id));
  return [...textsOf(bundle), ...furtherTexts(texts)].flatMap(
    ({ file, row, column, text, isOf }): Problem[] => {
      const said = countsIn(text);
      if (said.size === 0) return [];
      const found = new Set(
        hidden.flatMap((cell) =>
          cell.cell.kind === 'known' && said.has(cell.cell.value) && isOf(cell) ? [cell.cell.value] : []
        )
      );
      if (found.size === 0) return [];
      const numbers = [...found].sort((a, b) => a - b).join(', ');
      return [
        {
          severity: 'warning',
          rule: 'withheld-number-in-words',
          file,
          ...(row === undefined ? {} : { row }),
          ...(column === undefined ? {} : { column }),
          message: `the words hold ${numbers}, and a count of that size is withheld`,
          remedy: 'Read them before publishing, and take the number out if it is that count.'
        }
      ];
    }
  );
}

function textsOf({ manifest, registers }: Bundle): Text[] {
  const inside = (area: string) => {
    const held = new Set([area]);
    for (const each of held) for (const { id, parent } of manifest.areas) if (parent === each) held.add(id);
    return held;
  };
  const notes = manifest.notes.map((note): Text => ({
    file: MANIFEST,
    column: `note ${note.id}`,
    text: note.text,
    isOf: ({ of, area, period }) =>
      (note.table === undefined || note.table === of.table.id) &&
      (note.areas?.includes(area) ?? true) &&
      (note.periods?.includes(period) ?? true)
  }));
  const rows = Object.entries(registers).flatMap(([name, list]) =>
    list.flatMap((row, at) => {
      const areas = 'area' in row && row.area ? inside(row.area) : undefined;
      const isOf = ({ area }: TableCell) => areas?.has(area) ?? true;
      return Object.entries(row).flatMap(([column, text]): Text[] =>
        typeof text === 'string' && !PLAIN.has(column)
          ? [{ file: `registers/${name}.csv`, row: at + 2, column, text, isOf }]
          : []
      );
    })
  );
  return [...notes, ...rows];
}

/** Columns that hold ids and dates. */
const PLAIN: ReadonlySet<string> = new Set(
  'area neighbour period table agency round date due by closed reviewed_on review_due expected received_on model indicator indicators value'.split(
    ' '
  )
);

function furtherTexts(texts: ReadonlyMap<string, string>): Text[] {
  return [...texts].map(([file, text]) => ({ file, text, isOf: () => true }));
}
