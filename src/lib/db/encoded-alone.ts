/** A bundle that needs no other beside it, as the database takes it in. */
import type { Bundle } from '#lib/sources/bundle.ts';
import type { Catalogue } from './catalogue.ts';
import { emptyDictionary } from './dictionary.ts';
import { encoded, tableRowsOf } from './encoded.ts';
import { holdingsOf, type Holdings } from './holdings.ts';
import { withholdingOf } from './withholding.ts';

export interface EncodedAlone {
  /** Without any indicator, and without what needs all figures at once. */
  readonly catalogue: Catalogue;
  /** Arrow IPC streams by the names the catalogue gives them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly holdings: Holdings;
}

/** Above this many rows a cube is split over several files, each well under 1 MB compressed. */
const ROWS_IN_A_FILE = 400_000;

export function encodedAlone(bundle: Bundle): EncodedAlone {
  const dictionary = emptyDictionary();
  const { cubes, files } = encoded(bundle, dictionary, { most: ROWS_IN_A_FILE });
  const { neighbours = [], ...registers } = bundle.registers;
  return {
    files,
    holdings: holdingsOf(bundle),
    catalogue: {
      manifest: bundle.manifest,
      dictionary,
      cubes,
      tableRows: tableRowsOf(bundle),
      withholding: withholdingOf(bundle),
      neighbours,
      registers,
      indicators: [],
      kinds: {},
      national: {},
      usualChange: {},
      inflation: {}
    }
  };
}
