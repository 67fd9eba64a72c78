import type { BundleManifest, Table } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Registers } from '#lib/domain/register.ts';

/** One declared table with the cube it publishes and every row of its file. */
export interface BundleTable {
  readonly table: Table;
  readonly cube: Cube;
  readonly observations: readonly Observation[];
}

/** A bundle that was read and found to be whole. */
export interface Bundle {
  readonly manifest: BundleManifest;
  /** The cubes its tables publish, by id. */
  readonly cubes: ReadonlyMap<string, Cube>;
  /** In the order of the manifest. */
  readonly tables: readonly BundleTable[];
  readonly registers: Registers;
  /** Releases that are out already, oldest first, with their safe values: the next is checked against them. */
  readonly releases?: readonly EarlierRelease[];
}

/** A release that is out, as it was published. */
export interface EarlierRelease {
  readonly id: string;
  /** SHA-256 of its files, in hexadecimal. */
  readonly hash: string;
  readonly bundle: Omit<Bundle, 'releases'>;
}

/** The files of a bundle by their path inside it (`bundle.json`, `cubes/plans.csv`), wherever they came from. */
export type BundleFiles = ReadonlyMap<string, string | Uint8Array>;

/**
 * The columns of a table's file, in order. `of` and `of_status` belong to cubes that count n of N.
 */
export function tableColumns(cube: Cube, dimensions: readonly string[]): string[] {
  return [
    'area',
    'period',
    'measure',
    ...dimensions,
    'value',
    ...(cube.outOf ? ['of'] : []),
    'status',
    'flags',
    ...(cube.outOf ? ['of_status'] : [])
  ];
}
