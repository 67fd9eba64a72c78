/** Withheld counts that words of a bundle may give away: notes, registers and commentary are published as they are. */
import type { Problem } from '#lib/domain/problem.ts';
import { cellsOf, type TableCell } from '#lib/disclosure/relations.ts';
import type { Bundle } from './bundle.ts';
import { MANIFEST } from './bundle-manifest.ts';

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,/:–-])(\\d{1,3}(?:,\\d{3})+|\\d+|${WORDS.join('|')})(?![\\p{L}\\d/:%–-]|[.,]\\d)`,
  'giu'
);

interface Text {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly text: string;
  readonly isOf: (cell: TableCell) => boolean;
}

/**
 * A warning for each text that holds a number which is also a withheld count of what it speaks of (of anything, where
 * that is not said). Not each is a leak: somebody has to read them. Dates, years with a slash, percentages and decimals
 * are passed over.
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
      const said = new Set([...text.matchAll(NUMBER)].map(([found]) => numberOf(found)));
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

function numberOf(found: string): number {
  const word = WORDS.indexOf(found.toLowerCase());
  return word >= 0 ? word + 1 : Number(found.replaceAll(',', ''));
}

function textsOf({ manifest, registers }: Bundle): Text[] {
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
    list.flatMap((row, at) =>
      Object.entries(row).flatMap(([column, text]): Text[] =>
        typeof text === 'string' && !PLAIN.has(column)
          ? [{ file: `registers/${name}.csv`, row: at + 2, column, text, isOf: () => true }]
          : []
      )
    )
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
