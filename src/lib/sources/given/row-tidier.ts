/** Rows of one table as they were written, made into rows of a bundle: the same ids, numbers and statuses. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import { cellAt, type TableColumn } from './table-columns.ts';
import { KeyReader, type KeyOptions } from './key-reader.ts';
import type { MeasureKind } from './spelt-period.ts';
import { memberSpelling } from './spelt-member.ts';
import { distinct, fold, type Meaning, type Spelt } from './spelling.ts';
import { yearOf } from './tidy-context.ts';
import { ValueReader } from './value-reader.ts';

/** What the rows that were read speak of. */
export interface UsedKeys {
  readonly areas: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  /** Ids of members by the list their dimension is open to. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface TidierOptions extends KeyOptions {
  readonly columns: readonly TableColumn[];
  /** Whether numbers may have a comma before their decimals. */
  readonly commas: boolean;
}

interface Key {
  readonly column: TableColumn;
  readonly reader: KeyReader;
  readonly place: number;
}

export class RowTidier {
  readonly #keys: readonly Key[];
  readonly #period: Key;
  readonly #area: Key;
  readonly #measure: Key;
  readonly #values: ValueReader;
  readonly #width: number;
  readonly #kinds: ReadonlyMap<string, MeasureKind>;
  readonly #opened: readonly { readonly open: string; readonly key: Key }[];
  /** Rows in which something stood that could not be read: looked through for people before anything is said of them. */
  readonly doubtful: string[][] = [];

  constructor(options: TidierOptions) {
    const { cube, columns, context } = options;
    const keyOf = (name: string, spelt: (text: string, aside: string) => Spelt): Key => {
      const place = columns.findIndex((column) => column.name === name);
      const column = columns[place];
      if (column === undefined) throw new Error(`a table has no column “${name}”`);
      return { column, place, reader: new KeyReader(name, column.called, spelt, options) };
    };
    this.#width = columns.length;
    this.#kinds = new Map(cube.measures.map(({ id, kind }) => [id, kind]));
    this.#measure = keyOf('measure', (text) => measureSpelt(cube, text));
    this.#period = keyOf('period', (text, kind) =>
      context.period(text, kind === 'stock' || kind === 'flow' ? kind : 'unknown')
    );
    this.#area = keyOf('area', (text, year) => context.area(text, year === '' ? undefined : Number(year)));
    const dimensions = cube.dimensions.filter(({ id }) => columns.some(({ name }) => name === id));
    const members = dimensions.map((dimension) => ({
      dimension,
      key: keyOf(dimension.id, memberSpelling(dimension, context.local(dimension)))
    }));
    this.#keys = members.map(({ key }) => key);
    this.#opened = members.flatMap(({ dimension: { open }, key }) =>
      open === undefined ? [] : [{ open, key }]
    );
    this.#values = new ValueReader(options);
  }

  /** The row in the order of the table’s columns; `same` where nothing of it changes; undefined where it is left out. */
  tidy(cells: readonly string[], row: number): readonly string[] | 'same' | undefined {
    if (this.#isTidy(cells)) return 'same';
    const out = new Array<string>(this.#width);
    let changed = false;
    let whole = true;
    const read = (key: Key, beside: string, otherwise?: () => string): string => {
      const raw = cellAt(cells, key.column);
      const id = key.reader.read(raw, row, beside, otherwise);
      if (id === undefined) whole = false;
      else if (id !== raw) changed = true;
      out[key.place] = id ?? '';
      return id ?? '';
    };
    const kind = this.#kinds.get(read(this.#measure, '')) ?? 'unknown';
    const period = read(this.#period, kind);
    read(this.#area, '', () => String(yearOf(period) ?? ''));
    for (const key of this.#keys) read(key, '');
    const values = this.#values.read(cells, row, out);
    if (values === 'doubtful') whole = false;
    if (!whole && this.doubtful.length < 5_000) this.doubtful.push([...cells]);
    if (!whole || values === 'left out') return undefined;
    return changed || values === 'changed' ? out : 'same';
  }

  /** The quick way of rows that are as a bundle has them, in spellings that were met before. */
  #isTidy(cells: readonly string[]): boolean {
    const measure = cellAt(cells, this.#measure.column);
    const kind = this.#kinds.get(measure);
    if (kind === undefined || !this.#measure.reader.isId(measure, '')) return false;
    if (!this.#period.reader.isId(cellAt(cells, this.#period.column), kind)) return false;
    if (!this.#area.reader.isId(cellAt(cells, this.#area.column), '')) return false;
    for (const { column, reader } of this.#keys) if (!reader.isId(cellAt(cells, column), '')) return false;
    return this.#values.isTidy(cells);
  }

  used(): UsedKeys {
    const members = new Map<string, Set<string>>();
    for (const { open, key } of this.#opened)
      members.set(
        open,
        new Set([...(members.get(open) ?? []), ...key.reader.ids()].filter((id) => id !== ALL))
      );
    return { areas: new Set(this.#area.reader.ids()), periods: new Set(this.#period.reader.ids()), members };
  }
}

function measureSpelt(cube: Cube, text: string): Spelt {
  const own = cube.measures.find(({ id }) => id === text);
  const named =
    own === undefined
      ? cube.measures.filter(({ id, name }) => [id, name].some((each) => fold(each) === fold(text)))
      : [own];
  return { meanings: distinct(named.map(({ id, name }): Meaning => ({ id, name }))) };
}
