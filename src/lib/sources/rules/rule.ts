/** A check that knows the field: what it is given, and what it says. */
import type { Area } from '#lib/domain/area.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Bundle } from '../bundle.ts';
import type { FieldTable } from './field-table.ts';

export interface FieldContext {
  /** The day it is, as an ISO date. */
  readonly today: string;
  /** Official areas, with the years in which each existed. */
  readonly official?: readonly Area[];
}

/** A bundle laid out for the rules. No rule computes with a withheld cell: tables give known values only. */
export interface Field {
  readonly bundle: Bundle;
  readonly context: FieldContext;
  readonly tables: readonly FieldTable[];
  readonly areas: ReadonlyMap<string, Area>;
  readonly periods: ReadonlyMap<string, Period>;
}

export type Found = Omit<Problem, 'severity' | 'rule'>;

/** One rule. Every one has an explanation in `words/rules.ts`. */
export interface FieldRule {
  readonly id: string;
  readonly severity: Problem['severity'];
  readonly check: (field: Field) => Iterable<Found>;
}

/** `Leeds`, or the id where a bundle does not name it. */
export function areaName({ areas }: Field, id: string): string {
  return areas.get(id)?.name ?? id;
}

/** `year to 31 March 2024`, or the id. */
export function periodName({ periods }: Field, id: string): string {
  return periods.get(id)?.label ?? id;
}
