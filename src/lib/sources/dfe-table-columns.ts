import { BARE_CATEGORIES, categories } from './dfe-members.ts';
import { breakdown, column, type ColumnSpec } from './dfe-table-spec.ts';

export const IN_NEED_NOW = ['At31_episodes', 'CIN_At31'];
export const PLANS_NOW = ['CPP_At31'];
export const PLANS_STARTED = ['CPP_start'];

/** The six flows that B7 and D1 share, under their own prefix. */
export function yearOfWork(prefix: string, members: Readonly<Record<string, string>>): ColumnSpec[] {
  return [
    column('started', members, `${prefix}_start`),
    column('started_children', members, `${prefix}_child_start`),
    column('ended', members, `${prefix}_end`),
    column('ended_children', members, `${prefix}_child_end`),
    column('anypoint', members, `${prefix}_anypoint`),
    column('anypoint_children', members, `${prefix}_child_anypoint`)
  ];
}

/** The total, then each category as first given, then each as last given. */
export function byCategory(measure: string, total: readonly string[]): ColumnSpec[] {
  return [
    ...breakdown(measure, 'category_initial', total, categories('Initial', total[0])),
    ...breakdown(measure, 'category_latest', total, categories('Latest', total[0])).slice(1)
  ];
}

/** Each category of abuse in any of its spellings. */
export const EITHER_CATEGORY = Object.entries(BARE_CATEGORIES).map(([member, bare]) => [
  ...(['Initial', 'Latest'] as const).flatMap((which) =>
    [...PLANS_NOW, ...PLANS_STARTED].flatMap((total) => categories(which, total)[member] ?? [])
  ),
  ...bare
]);

/** No member named: the total of every dimension. */
export const TOTAL: Readonly<Record<string, string>> = {};
