/** Names of columns as people write them, and the columns of a cube that they are. */
import type { Cube } from '#lib/domain/cube.ts';
import { REGISTERS } from '#lib/domain/register.ts';
import { tableColumns } from '../bundle.ts';
import { fold, SpellingBook } from './spelling.ts';
import { spellings } from './spellings.ts';

/** What each column of a file is. */
export interface Columns {
  /** Column by its place; undefined where nothing of the cube is called so. */
  readonly named: readonly (string | undefined)[];
  /** Names that fit two columns of the cube. */
  readonly unclear: readonly { readonly at: number; readonly columns: readonly string[] }[];
  /** The measure that the column of values is named after, where nothing else says it. */
  readonly measure?: string;
}

const books = new WeakMap<Cube, SpellingBook>();

function bookOf(cube: Cube): SpellingBook {
  const held = books.get(cube);
  if (held !== undefined) return held;
  const book = new SpellingBook();
  const named = spellings().columns;
  const columns = tableColumns(
    cube,
    cube.dimensions.map(({ id }) => id)
  );
  for (const id of columns) {
    const name = cube.dimensions.find((dimension) => dimension.id === id)?.name ?? id;
    for (const text of [id, name, ...(named[id] ?? [])]) book.add(text, { id, name });
  }
  books.set(cube, book);
  return book;
}

/** The columns of a header as those of a cube. A column’s own name goes before what else could be called so. */
export function columnsOf(cube: Cube, header: readonly string[]): Columns {
  const book = bookOf(cube);
  const own = new Set(
    tableColumns(
      cube,
      cube.dimensions.map(({ id }) => id)
    )
  );
  const unclear: { at: number; columns: string[] }[] = [];
  const named = header.map((text, at) => {
    if (own.has(text)) return text;
    const found = book.of(text);
    if (found.length > 1) unclear.push({ at, columns: found.map(({ id }) => id) });
    return found.length === 1 ? found[0]?.id : undefined;
  });
  if (named.includes('value') || named.includes('measure')) return { named, unclear };
  const measures = header.flatMap((text, at) => {
    const found = cube.measures.find(({ id, name }) => fold(id) === fold(text) || fold(name) === fold(text));
    return found === undefined || named[at] !== undefined ? [] : [{ at, id: found.id }];
  });
  const [only, ...more] = measures;
  if (only === undefined || more.length > 0) return { named, unclear };
  return { named: named.with(only.at, 'value'), unclear, measure: only.id };
}

/** How many cells of a row are names of columns that some file of a bundle may have. */
export function namesIn(cells: readonly string[], cubes: ReadonlyMap<string, Cube>): number {
  const known = namesOf(cubes);
  return new Set(cells.map(fold).filter((name) => known.has(name))).size;
}

const knownNames = new WeakMap<ReadonlyMap<string, Cube>, ReadonlySet<string>>();

function namesOf(cubes: ReadonlyMap<string, Cube>): ReadonlySet<string> {
  const held = knownNames.get(cubes);
  if (held !== undefined) return held;
  const names = new Set(
    [
      ...Object.entries(spellings().columns).flatMap(([id, spelt]) => [id, ...spelt]),
      ...[...cubes.values()].flatMap(({ dimensions, measures }) => [
        ...dimensions.flatMap(({ id, name }) => [id, name]),
        ...measures.map(({ id }) => id)
      ]),
      ...Object.values(REGISTERS).flatMap(({ shape }) => Object.keys(shape)),
      ...['key', 'value', 'time_period', 'geographic_level', 'time_identifier', 'country_code']
    ].map(fold)
  );
  knownNames.set(cubes, names);
  return names;
}
