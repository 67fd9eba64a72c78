/** A validated bundle as streams for the database, as pages may say it. */
import type { Cube } from '#lib/domain/cube.ts';
import { withEstimatesToSay } from '#lib/disclosure/estimate-to-say.ts';
import { saidRows } from '#lib/disclosure/neglect-beside.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import type { Catalogue, CubeFile } from './catalogue.ts';
import type { Dictionary } from './dictionary.ts';
import { encodeCube, type Encoding, type TableRows } from './encode.ts';

export interface Encoded {
  readonly cubes: readonly CubeFile[];
  /** Arrow IPC streams by the names that `cubes` gives them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Eight hexadecimal digits that change with the bytes (FNV-1a), so that a browser may keep a file for good. */
function fingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** The tables of a cube as pages may say them, and the rows that none may say, as they were published. */
function saidTables(
  cube: Cube,
  tables: Bundle['tables']
): { readonly said: readonly TableRows[]; readonly unsaid: readonly TableRows[] } {
  const split = tables
    .filter((table) => table.cube.id === cube.id)
    .map((rows) => ({ table: rows.table, ...saidRows(cube, rows) }));
  return {
    said: split.map(({ table, said }) => ({ table, observations: said })),
    unsaid: split.flatMap(({ table, unsaid }) =>
      unsaid.length === 0 ? [] : [{ table, observations: unsaid }]
    )
  };
}

/** Encodes every cube of a bundle; the dictionary grows by what is new in it. */
export function encoded(bundle: Bundle, dictionary: Dictionary, encoding: Encoding = {}): Encoded {
  const settings = bundle.manifest.disclosure?.settings ?? PRESETS.dfe;
  const tables = withEstimatesToSay(bundle.tables, settings);
  const files = new Map<string, Uint8Array>();
  const keep = (stem: string, stream: Uint8Array) => {
    const name = `${stem}.${fingerprint(stream)}.arrow`;
    files.set(name, stream);
    return name;
  };
  const cubes = [...bundle.cubes.values()].map((cube): CubeFile => {
    const { said, unsaid } = saidTables(cube, tables);
    const parts = encodeCube(cube, said, dictionary, encoding);
    const names = parts.map(({ stream }, index) =>
      keep(parts.length > 1 ? `${cube.id}-${String(index + 1)}` : cube.id, stream)
    );
    const beside = unsaid.length === 0 ? [] : encodeCube(cube, unsaid, dictionary);
    return {
      cube: cube.id,
      dimensions: cube.dimensions.map(({ id, name, relation, members }) => ({
        id,
        name,
        relation,
        members: members.map(({ id: member, name: called, from, to }) => ({
          id: member,
          name: called,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to })
        }))
      })),
      files: names,
      unsaid: beside.map(({ stream }) => keep(`${cube.id}-unsaid`, stream)),
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
      bytes: parts.reduce((sum, part) => sum + part.stream.byteLength, 0)
    };
  });
  return { cubes, files };
}

/** How many rows each table has. */
export function tableRowsOf({ tables }: Bundle): Catalogue['tableRows'] {
  return Object.fromEntries(tables.map(({ table, observations }) => [table.id, observations.length]));
}
