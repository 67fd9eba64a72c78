/** A validated bundle made ready to be asked: its streams, and the catalogue that goes with them. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { withEstimatesToSay } from '#lib/disclosure/estimate-to-say.ts';
import { saidRows } from '#lib/disclosure/neglect-beside.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import type { Catalogue, CubeFile } from '#lib/db/catalogue.ts';
import { emptyDictionary } from '#lib/db/dictionary.ts';
import { encodeCube, type TableRows } from '#lib/db/encode.ts';
import { openFacts, type Facts } from '#lib/db/facts.ts';
import type { Database } from '#lib/db/port.ts';
import { kindsRead } from './kinds.ts';
import { nationalFigures } from './national.ts';
import { holdingsOf, place } from './place.ts';
import { usualChanges } from './usual.ts';
import { withholdingOf } from './withholding.ts';

export interface Prepared {
  readonly catalogue: Catalogue;
  /** Arrow IPC streams by the names the catalogue gives them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Above this many rows a cube is split over several files, each well under 1 MB compressed. */
const ROWS_IN_A_FILE = 400_000;

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

/**
 * Encodes a bundle and works out what needs all of it: how big a year's change usually is, and the latest figures of the
 * whole country. `known` are the cubes that could be supplied, loaded or not. `open` starts a database for that; it is closed again.
 */
export async function prepare(
  bundle: Bundle,
  indicators: readonly Indicator[],
  open: () => Promise<Database>,
  known: ReadonlyMap<string, Cube> = bundle.cubes
): Promise<Prepared> {
  const dictionary = emptyDictionary();
  const settings = bundle.manifest.disclosure?.settings ?? PRESETS.dfe;
  const tables = withEstimatesToSay(bundle.tables, settings);
  const files = new Map<string, Uint8Array>();
  const list: CubeFile[] = [];
  for (const cube of bundle.cubes.values()) {
    const { said, unsaid } = saidTables(cube, tables);
    const parts = encodeCube(cube, said, dictionary, ROWS_IN_A_FILE);
    const keep = (stem: string, stream: Uint8Array) => {
      const name = `${stem}.${fingerprint(stream)}.arrow`;
      files.set(name, stream);
      return name;
    };
    const names = parts.map(({ stream }, index) =>
      keep(parts.length > 1 ? `${cube.id}-${String(index + 1)}` : cube.id, stream)
    );
    const beside = unsaid.length === 0 ? [] : encodeCube(cube, unsaid, dictionary);
    list.push({
      cube: cube.id,
      dimensions: cube.dimensions.map(({ id, name, relation, members }) => ({
        id,
        name,
        relation,
        members: members.map((member) => ({ id: member.id, name: member.name }))
      })),
      files: names,
      unsaid: beside.map(({ stream }) => keep(`${cube.id}-unsaid`, stream)),
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
      bytes: parts.reduce((sum, part) => sum + part.stream.byteLength, 0)
    });
  }
  const { neighbours = [], ...registers } = bundle.registers;
  const holdings = holdingsOf(bundle);
  const draft: Catalogue = {
    manifest: bundle.manifest,
    dictionary,
    cubes: list,
    tableRows: Object.fromEntries(
      bundle.tables.map(({ table, observations }) => [table.id, observations.length])
    ),
    withholding: withholdingOf(bundle),
    neighbours,
    registers,
    indicators: indicators.map((indicator) => place(indicator, holdings)),
    kinds: kindsRead(indicators, known),
    national: {},
    usualChange: {},
    inflation: {}
  };
  const facts = await preparedFacts({ catalogue: draft, files }, open);
  try {
    const [changes, national] = [await usualChanges(facts), await nationalFigures(facts)];
    return { catalogue: { ...draft, ...changes, national }, files };
  } finally {
    await facts.close();
  }
}

/** Opens prepared figures straight from memory. */
export function preparedFacts({ catalogue, files }: Prepared, open: () => Promise<Database>): Promise<Facts> {
  return openFacts({
    catalogue,
    open,
    read: (name) => {
      const stream = files.get(name);
      if (!stream) return Promise.reject(new Error(`file is not in the prepared figures: ${name}`));
      return Promise.resolve(stream.slice());
    }
  });
}
