/**
 * Makes a system small before any programme is solved, without losing or adding a solution: what one relation fixes is
 * fixed, two unknowns bound to each other by one relation become one, and bounds are carried along every relation until
 * nothing moves (Handbook on Statistical Disclosure Control, ch. 4: the intruder's simple steps; bound propagation as
 * in constraint programming).
 */
import { TOLERANCE, type Relation, type System, type Unknown } from './audit-table.ts';

/** No numbers satisfy the relations. */
export class Contradiction extends Error {
  override readonly name = 'Contradiction';
}

/** Ties make factors grow; beyond this they are left to the solver. */
const GREATEST_FACTOR = 1e6;

/**
 * Reduces in place. Afterwards an unknown is tied to another, fixed (lower = upper), or stands in `within` relations
 * that are left; one that stands in none can take every value between its bounds.
 * @throws Contradiction
 */
export function reduce({ relations, integer }: System): void {
  const due = new Set(relations);
  let visits = 30 * relations.length + 1000;
  const touch = (unknown: Unknown) => {
    for (const relation of unknown.within) due.add(relation);
  };
  const steps = { integer, touch };
  for (const { terms } of relations)
    for (const unknown of [...terms.keys()]) if (unknown.lower === unknown.upper) takeOut(unknown);
  for (const relation of due) {
    due.delete(relation);
    if (integer) divide(relation);
    if (relation.terms.size === 0) {
      if (differs(relation.constant, 0, integer)) throw new Contradiction();
    } else if (!fixSingle(relation, steps) && !tiePair(relation, steps) && visits > 0) {
      visits -= 1;
      tighten(relation, steps);
    }
  }
}

/** The interval of an unknown after reduction, through its ties. */
export function rangeOf(unknown: Unknown): { lower: number; upper: number } {
  const { root, factor, plus } = rootOf(unknown);
  const ends = [factor * root.lower + plus, factor * root.upper + plus].map((end) => end + 0);
  return { lower: Math.min(...ends), upper: Math.max(...ends) };
}

/** The unknown that one was replaced by in the end: this = factor × root + plus. */
export function rootOf(unknown: Unknown): { root: Unknown; factor: number; plus: number } {
  let found = { root: unknown, factor: 1, plus: 0 };
  for (let { tied } = unknown; tied !== undefined; tied = tied.to.tied)
    found = {
      root: tied.to,
      factor: found.factor * tied.factor,
      plus: found.factor * tied.plus + found.plus
    };
  return found;
}

interface Steps {
  readonly integer: boolean;
  /** What an unknown stands in is to be looked at again. */
  readonly touch: (unknown: Unknown) => void;
}

function differs(a: number, b: number, integer: boolean): boolean {
  return integer ? a !== b : Math.abs(a - b) > TOLERANCE * (1 + Math.abs(a));
}

/** Divides a relation of whole numbers by what all its coefficients share. */
function divide(relation: Relation): void {
  let shared = 0;
  for (const coefficient of relation.terms.values()) {
    shared = greatestDivisor(shared, Math.abs(coefficient));
    if (shared === 1) return;
  }
  if (shared === 0) return;
  if (relation.constant % shared !== 0) throw new Contradiction();
  for (const [unknown, coefficient] of relation.terms) relation.terms.set(unknown, coefficient / shared);
  relation.constant /= shared;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function fixSingle({ terms, constant }: Relation, steps: Steps): boolean {
  if (terms.size !== 1) return false;
  for (const [unknown, coefficient] of terms)
    narrow(unknown, constant / coefficient, constant / coefficient, steps);
  return true;
}

/** Narrows bounds and, where one value is left, takes the unknown out of every relation. */
function narrow(unknown: Unknown, lower: number, upper: number, { integer, touch }: Steps): void {
  const from = integer ? Math.ceil(lower) : lower;
  const to = integer ? Math.floor(upper) : upper;
  const least = integer ? 0 : TOLERANCE * (1 + Math.abs(unknown.upper - unknown.lower));
  const fixing = from === to;
  const raised = from > unknown.lower + (fixing || unknown.lower === -Infinity ? 0 : least);
  const lowered = to < unknown.upper - (fixing || unknown.upper === Infinity ? 0 : least);
  if (!raised && !lowered) return;
  if (raised) unknown.lower = from;
  if (lowered) unknown.upper = to;
  close(unknown, integer);
  touch(unknown);
  if (unknown.lower === unknown.upper) takeOut(unknown);
}

function close(unknown: Unknown, integer: boolean): void {
  const gap = unknown.upper - unknown.lower;
  const slack = integer ? 0 : TOLERANCE * (1 + Math.abs(unknown.lower));
  if (gap < -slack) throw new Contradiction();
  if (!integer && gap <= slack * 1e-3) unknown.lower = unknown.upper = (unknown.lower + unknown.upper) / 2;
}

function takeOut(unknown: Unknown): void {
  for (const relation of unknown.within) {
    relation.constant -= (relation.terms.get(unknown) ?? 0) * unknown.lower;
    relation.terms.delete(unknown);
  }
  unknown.within.clear();
}

/** Two unknowns in one relation, one of them once: the one is replaced by the other everywhere. */
function tiePair(relation: Relation, steps: Steps): boolean {
  if (relation.terms.size !== 2) return false;
  const [first, second] = relation.terms;
  if (first === undefined || second === undefined) return false;
  const [[gone, own], [kept, other]] = Math.abs(first[1]) === 1 ? [first, second] : [second, first];
  if (Math.abs(own) !== 1 || Math.abs(other) > GREATEST_FACTOR) return false;
  const factor = -other / own;
  const plus = relation.constant / own;
  gone.tied = { to: kept, factor, plus };
  for (const each of gone.within) replace(each, gone, kept, factor, plus);
  steps.touch(gone);
  gone.within.clear();
  const ends = [(gone.lower - plus) / factor, (gone.upper - plus) / factor];
  narrow(kept, Math.min(...ends), Math.max(...ends), steps);
  return true;
}

function replace(relation: Relation, gone: Unknown, kept: Unknown, factor: number, plus: number): void {
  const coefficient = relation.terms.get(gone) ?? 0;
  relation.terms.delete(gone);
  relation.constant -= coefficient * plus;
  const merged = (relation.terms.get(kept) ?? 0) + coefficient * factor;
  if (merged === 0) {
    relation.terms.delete(kept);
    kept.within.delete(relation);
  } else {
    relation.terms.set(kept, merged);
    kept.within.add(relation);
  }
}

/** Bounds of each unknown from those of the others in the relation. */
function tighten({ terms, constant }: Relation, steps: Steps): void {
  const least = sumOf(terms, 'least');
  const most = sumOf(terms, 'most');
  for (const [unknown, coefficient] of [...terms]) {
    const ends = endsOf(unknown, coefficient);
    const ceiling = (constant - without(least, ends.least, 'least')) / coefficient;
    const floor = (constant - without(most, ends.most, 'most')) / coefficient;
    narrow(unknown, Math.min(ceiling, floor), Math.max(ceiling, floor), steps);
  }
}

function endsOf({ lower, upper }: Unknown, coefficient: number): { least: number; most: number } {
  return coefficient > 0
    ? { least: coefficient * lower, most: coefficient * upper }
    : { least: coefficient * upper, most: coefficient * lower };
}

interface Sum {
  finite: number;
  infinite: number;
}

function sumOf(terms: ReadonlyMap<Unknown, number>, end: 'least' | 'most'): Sum {
  const sum = { finite: 0, infinite: 0 };
  for (const [unknown, coefficient] of terms) {
    const value = endsOf(unknown, coefficient)[end];
    if (Number.isFinite(value)) sum.finite += value;
    else sum.infinite += 1;
  }
  return sum;
}

function without(sum: Sum, own: number, end: 'least' | 'most'): number {
  const infinite = sum.infinite - (Number.isFinite(own) ? 0 : 1);
  if (infinite > 0) return end === 'least' ? -Infinity : Infinity;
  return Number.isFinite(own) ? sum.finite - own : sum.finite;
}
