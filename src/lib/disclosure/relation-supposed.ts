/** What readers suppose of figures that no declaration adds up, whichever tables they stand in. */
import { acceptedRelations, acceptedWithin } from './relation-accepted.ts';
import { againRelations } from './relation-again.ts';
import type { Frame, TableCell } from './relation-cells.ts';
import { eachRelations } from './relation-each.ts';
import { earlierRelations } from './relation-earlier.ts';
import { flowRelations } from './relation-flows.ts';
import { highestRelations, onceOverTiersRelations } from './relation-highest.ts';
import { neglectRelations } from './relation-neglect.ts';
import { oneTierRelations } from './relation-one-tier.ts';
import type { Relation } from './relations.ts';
import { withinRelations } from './relation-within.ts';

const SUPPOSED = [
  flowRelations,
  neglectRelations,
  withinRelations,
  acceptedRelations,
  acceptedWithin,
  highestRelations,
  onceOverTiersRelations,
  oneTierRelations,
  earlierRelations,
  eachRelations,
  againRelations
];

/** Each of them has a family, and holds as far as that is believed. `cells` are as `canonicalCells` names them. */
export function supposedRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  return SUPPOSED.flatMap((found) => found(cells, frame));
}
