/** What the auditor of a bundle says. */
import type { DisclosureRecord } from '#lib/domain/disclosure.ts';
import type { CellPlace } from './audit-place.ts';
import type { Relation } from './relations.ts';

/** What a reader can work out of a figure: it is no less than `lower`, and no more than `upper` where there is a most. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number | null;
}

export type LeakKind =
  /** Withheld, and one value is left. */
  | 'worked out'
  /** Withheld, and fewer values are left than the rules ask. */
  | 'narrowed'
  /** In no table, and known to be small. */
  | 'implied'
  | 'small count shown'
  | 'nobody shown'
  | 'all or none shown'
  | 'not rounded';

export interface BundleLeak {
  readonly kind: LeakKind;
  readonly cell: CellPlace;
  readonly interval?: Bounds;
  /** What gives it away: all of these together suffice. Empty where seeing the figure does, or where nobody looked. */
  readonly relations: readonly Relation[];
  /** Figures that no table shows, and that have to be taken for nobody, as a reader would, for it to be given away. */
  readonly supposing?: readonly CellPlace[];
  /** The smallest repair found: with these withheld too, it is given away no more. */
  readonly withhold?: readonly CellPlace[];
}

export interface BundleAudit {
  /** Figures about children in the tables of the bundle. */
  readonly cells: number;
  readonly withheld: number;
  /** Of the figures that are not shown to be nought, the share that is shown, 0 to 1; 1 where there are none. */
  readonly kept: number;
  /** Figures that no table shows, that may be small, and that were looked at. */
  readonly implied: number;
  readonly relations: number;
  /** What gives somebody away, the plainest first. */
  readonly leaks: readonly BundleLeak[];
  /** What others’ publications, or earlier ones, give away whatever is withheld here: no fault of this bundle. */
  readonly givenAway: readonly BundleLeak[];
  /** By table of the bundle. */
  readonly narrowest: DisclosureRecord['narrowest'];
  /** Relations that what is shown contradicts, so that no reader leans on them. */
  readonly contradictions: readonly Relation[];
  /** Figures of the bundle, some of them withheld, that cannot all be what they should: nothing is proved of them. */
  readonly impossible: readonly (readonly Relation[])[];
}

/** Whether a bundle may be published: nobody is given away, and it does not contradict itself. */
export function isSafe({ leaks, impossible }: Pick<BundleAudit, 'leaks' | 'impossible'>): boolean {
  return leaks.length === 0 && impossible.length === 0;
}
