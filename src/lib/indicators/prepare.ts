/** A validated bundle made ready to be asked: its streams, and the catalogue that goes with them. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { encodedAlone, type EncodedAlone } from '#lib/db/encoded-alone.ts';
import { openFacts, type Facts } from '#lib/db/facts.ts';
import type { Database } from '#lib/db/port.ts';
import { kindsRead } from './kinds.ts';
import { nationalFigures } from './national.ts';
import { place } from './place.ts';
import { usualChanges } from './usual.ts';

export interface Prepared {
  readonly catalogue: Catalogue;
  /** Arrow IPC streams by the names the catalogue gives them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The catalogue of encoded figures with every indicator placed on them. `kinds` is what indicators could read. */
export function placedAlone(
  { catalogue, holdings }: Pick<EncodedAlone, 'catalogue' | 'holdings'>,
  indicators: readonly Indicator[],
  kinds: Catalogue['kinds']
): Catalogue {
  return { ...catalogue, kinds, indicators: indicators.map((each) => place(each, holdings)) };
}

/** The catalogue with how big a year’s change usually is, and the latest figures of the whole country. */
export async function withUsual(facts: Facts): Promise<Catalogue> {
  const [changes, national] = [await usualChanges(facts), await nationalFigures(facts)];
  return { ...facts.catalogue, ...changes, national };
}

/**
 * Encodes a bundle and works out what needs all of it. `known` are the cubes that could be supplied, loaded or not.
 * `open` starts a database for that; it is closed again.
 */
export async function prepare(
  bundle: Bundle,
  indicators: readonly Indicator[],
  open: () => Promise<Database>,
  known: ReadonlyMap<string, Cube> = bundle.cubes
): Promise<Prepared> {
  const encoded = encodedAlone(bundle);
  const { files } = encoded;
  const catalogue = placedAlone(encoded, indicators, kindsRead(indicators, known));
  const facts = await preparedFacts({ catalogue, files }, open);
  try {
    return { catalogue: await withUsual(facts), files };
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
