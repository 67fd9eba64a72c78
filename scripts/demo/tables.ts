/** A table of the demonstration: what it counts, of whom, and how often. */
import type { Table } from '#lib/domain/bundle.ts';
import type { Counting } from './count.ts';

export const OWN_SOURCE = 'own';
export const NATIONAL_SOURCE = 'national';

export interface Sketch extends Pick<Table, 'id' | 'cube' | 'title' | 'dimensions'> {
  readonly code?: string;
  readonly counts: readonly Counting[];
}

/** A table of the partnership’s own: by quarter and year, or once a year where more often would be read by nobody. */
export interface OwnSketch extends Sketch {
  readonly every: 'quarter' | 'year';
  /** In a small authority a breakdown is given once a year, or not at all. */
  readonly small: 'quarter' | 'year' | 'never';
}
