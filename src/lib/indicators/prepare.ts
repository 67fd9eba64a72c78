/** A validated bundle made ready to be asked: its streams, and the catalogue that goes with them. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { emptyDictionary } from '#lib/db/dictionary.ts';
import { openFacts, type Facts } from '#lib/db/facts.ts';
import type { Database } from '#lib/db/port.ts';
import { encoded, tableRowsOf } from './encoded.ts';
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
  const { cubes: list, files } = encoded(bundle, dictionary, { most: ROWS_IN_A_FILE });
  const { neighbours = [], ...registers } = bundle.registers;
  const holdings = holdingsOf(bundle);
  const draft: Catalogue = {
    manifest: bundle.manifest,
    dictionary,
    cubes: list,
    tableRows: tableRowsOf(bundle),
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
