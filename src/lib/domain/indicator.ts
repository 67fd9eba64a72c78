import { z } from './zod.ts';
import { Mark } from './mark.ts';

/**
 * One cell, or a sum over disjoint members of one partition dimension of one table.
 * `members` gives one member, or several that are added; a dimension that is not named is `all`.
 */
export const Term = z.strictObject({
  cube: z.string().min(1),
  table: z.string().min(1),
  measure: z.string().min(1),
  members: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).optional()
});
export type Term = z.infer<typeof Term>;

/** An indicator: one declarative file in `data/indicators/<id>.json`. */
export const Indicator = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().min(1),
    /** What is counted, out of what, as a phrase for a subtitle. */
    subtitle: z.string().min(1),
    kind: z.enum(['count', 'share', 'rate', 'ratio']),
    mark: Mark,
    numerator: Term,
    /** Not given for a count; for a rate, the population. */
    denominator: Term.optional(),
    /** Rates and ratios: per how many. */
    per: z.int().positive().optional(),
    decimals: z.int().min(0).max(3),
    /** Whether brothers and sisters are usually counted together, which widens every range. */
    siblings: z.boolean(),
    /** How its year-to-year change is judged: as a count, as a share, or not at all. */
    change: z.enum(['count', 'share', 'none']),
    /** Volumes of neglect have no good direction. */
    direction: z.enum(['none', 'up', 'down']),
    unit: z.string().min(1),
    caveats: z.array(z.string()),
    source: z.string().min(1)
  })
  .refine((i) => (i.kind === 'count') === (i.denominator === undefined), {
    message: 'a count has no denominator; every other kind needs one',
    path: ['denominator']
  })
  .refine((i) => i.kind !== 'rate' || i.per !== undefined, {
    message: 'a rate says per how many',
    path: ['per']
  })
  .refine((i) => i.per === undefined || i.kind === 'rate' || i.kind === 'ratio', {
    message: '“per” belongs to a rate or a ratio',
    path: ['per']
  });
export type Indicator = z.infer<typeof Indicator>;
