/** Copies every observation under areas that do not exist, until there are as many rows as asked for. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Field,
  Int16,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  type Data
} from 'apache-arrow';
import { CATALOGUE_FILE, readCatalogue, type CubeFile } from '../../src/lib/db/catalogue.ts';

const ROWS_IN_A_FILE = 400_000;
/** Names of the columns that order the rows within one series. */
const LAST_KEYS = ['area', 'period', 'value', 'status', 'flags', 'of', 'of_status'];

/** A row of the grown table: which row it copies, and by how much its area's code is raised. */
interface Copied {
  readonly row: number;
  readonly raise: number;
}

/** Rows in the order the tables are sorted by: each run of one table, measure and members, then its copies. */
function copiesOf(table: Table, times: number, areas: number): readonly Copied[] {
  const keys = table.schema.fields.filter(({ name }) => !LAST_KEYS.includes(name)).map(({ name }) => name);
  const columns = keys.map((name) => table.getChild(name)?.toArray());
  const out: Copied[] = [];
  for (let from = 0; from < table.numRows;) {
    let to = from + 1;
    while (to < table.numRows && columns.every((column) => column[to] === column[from])) to += 1;
    for (let time = 0; time < times; time += 1)
      for (let row = from; row < to; row += 1) out.push({ row, raise: time * areas });
    from = to;
  }
  return out;
}

function grownColumn(table: Table, name: string, rows: readonly Copied[]): Data {
  const column = table.getChild(name);
  if (!column) throw new Error(`column is missing: ${name}`);
  const raw = column.toArray();
  if (name === 'area')
    return makeData({ type: new Int16(), data: Int16Array.from(rows, ({ row, raise }) => raw[row] + raise) });
  const data = raw.constructor.from(rows, ({ row }: Copied) => raw[row]);
  if (column.nullCount === 0) return makeData({ type: column.type, data });
  const nullBitmap = new Uint8Array(Math.ceil(rows.length / 8));
  let nullCount = 0;
  rows.forEach(({ row }, index) => {
    if (column.isValid(row)) nullBitmap[index >> 3] = (nullBitmap[index >> 3] ?? 0) | (1 << (index & 7));
    else nullCount += 1;
  });
  return makeData({ type: column.type, data, nullCount, nullBitmap });
}

function streamOf(table: Table, rows: readonly Copied[]): Uint8Array {
  const names = table.schema.fields.map(({ name }) => name);
  const children = names.map((name) => grownColumn(table, name, rows));
  const fields = names.map((name, index) => {
    const data = children[index];
    if (!data) throw new Error(`column is missing: ${name}`);
    return new Field(name, data.type, data.nullCount > 0);
  });
  const schema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children });
  return tableToIPC(new Table(schema, new RecordBatch(schema, struct)), 'stream');
}

/** `run([folder, rows])`: grows the encoded figures of a folder in their place. */
export async function run([folder = '', wanted = '']: string[]): Promise<number> {
  const catalogue = readCatalogue(await readFile(join(folder, CATALOGUE_FILE)));
  const { areas } = catalogue.dictionary;
  const times = Math.ceil(Number(wanted) / catalogue.cubes.reduce((sum, { rows }) => sum + rows, 0));
  const cubes: CubeFile[] = [];
  for (const known of catalogue.cubes) {
    const { cube, files } = known;
    const parts = await Promise.all(
      files.map(async (file) => tableFromIPC(await readFile(join(folder, file))))
    );
    const [first, ...rest] = parts;
    if (!first) throw new Error(`cube has no file: ${cube}`);
    const table = first.concat(...rest);
    const rows = copiesOf(table, times, areas.length);
    const names: string[] = [];
    let bytes = 0;
    await Promise.all(files.map((file) => rm(join(folder, file))));
    for (let from = 0; from < rows.length; from += ROWS_IN_A_FILE) {
      const stream = streamOf(table, rows.slice(from, from + ROWS_IN_A_FILE));
      const name = `${cube}-${String(names.length + 1)}.grown.arrow`;
      await writeFile(join(folder, name), stream);
      names.push(name);
      bytes += stream.byteLength;
    }
    cubes.push({ ...known, files: names, rows: rows.length, bytes });
  }
  const made = Array.from({ length: areas.length * (times - 1) }, (_, index) => `made${String(index + 1)}`);
  const grown = { ...catalogue, cubes, dictionary: { ...catalogue.dictionary, areas: [...areas, ...made] } };
  await writeFile(join(folder, CATALOGUE_FILE), JSON.stringify(grown));
  console.log(`${String(times)} times, ${String(cubes.reduce((sum, { rows }) => sum + rows, 0))} rows`);
  return 0;
}
