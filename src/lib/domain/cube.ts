import { z } from './zod.ts';
import { Feed } from './indicator.ts';
import { Mark } from './mark.ts';

/** Codes and ids that a spreadsheet leaves alone: a letter first, or digits with letters after them (`5to9`). */
const Id = z
  .string()
  .regex(
    /^[a-z0-9]*[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
    'lower-case letters and digits, never read as a number or a date'
  );

export const Unit = z.strictObject({ one: z.string().min(1), many: z.string().min(1) });
export type Unit = z.infer<typeof Unit>;

/** One kind of count a cube holds: what one unit is, and whether it is a stock at a date or a flow over a period. */
export const Measure = z.strictObject({
  id: Id,
  name: z.string().min(1),
  kind: z.enum(['stock', 'flow']),
  unit: Unit,
  /** Other measures of this cube or another that this one is counted out of, for `of` columns. */
  of: z.string().optional(),
  note: z.string().optional()
});
export type Measure = z.infer<typeof Measure>;

export const Member = z.strictObject({
  id: Id,
  name: z.string().min(1),
  /** What counting this member says about neglect; absent where the dimension says nothing about it. */
  mark: Mark.optional(),
  parent: Id.optional(),
  /** Completed years, inclusive; `to` absent means no upper end. */
  from: z.int().min(0).optional(),
  to: z.int().min(0).optional(),
  /** Codes other systems use for it, by system (`cin`, `annexA`, `nhs`). */
  codes: z.record(z.string(), z.array(z.string())).optional(),
  /** Reporting years in which it was in use, where it has not always been. */
  since: z.int().optional(),
  until: z.int().optional(),
  note: z.string().optional()
});
export type Member = z.infer<typeof Member>;

/**
 * `partition`: members add up to all. `multiple`: they need not. `nested`: a member has a parent it is part of.
 * `open` names the list of the bundle that supplies the members (tiers, agencies, localities, rounds, tools);
 * the members given here are then the ones everybody shares.
 */
export const Dimension = z.strictObject({
  id: Id,
  name: z.string().min(1),
  relation: z.enum(['partition', 'multiple', 'nested']),
  open: z
    .enum(['tiers', 'agencies', 'categories', 'areas', 'rounds', 'indicators', 'tools', 'standards'])
    .optional(),
  /** The member that means not recorded. */
  unknown: Id.optional(),
  /** Another dimension of the cube: each member is part of that of its members with whose codes it shares one, or of several. */
  within: Id.optional(),
  members: z.array(Member),
  note: z.string().optional()
});
export type Dimension = z.infer<typeof Dimension>;

/**
 * A query of the Standard Safeguarding Dataset (Data to Insight), by the names of its tables and columns as of version
 * 1.4 of 2026, in Microsoft SQL Server's dialect, which most of its users run.
 */
export const SupplyQuery = z.strictObject({
  system: z.literal('ssd'),
  /** What it counts, in words. */
  counts: z.string().min(1),
  lines: z.array(z.string()).min(1)
});
export type SupplyQuery = z.infer<typeof SupplyQuery>;

export const Supply = z.strictObject({
  by: z.enum(['published', 'census', 'annexA', 'local', 'hand']),
  cadence: z.enum(['year', 'quarter', 'month', 'round', 'once']),
  effort: z.enum(['usual', 'some', 'rare']),
  recipe: z.string().min(1),
  /** How to get from the system to the counts, one step after another. */
  steps: z.array(z.string().min(1)).min(1).optional(),
  queries: z.array(SupplyQuery).min(1).optional(),
  /** The kinds of source it speaks of, where it does not hold for all that the cube counts. */
  feeds: z.array(Feed).optional()
});
export type Supply = z.infer<typeof Supply>;

/** A cube: a kind of count, defined once in `data/cubes/<id>.json`. */
export const Cube = z
  .strictObject({
    id: Id,
    name: z.string().min(1),
    about: z.string().min(1),
    /** The tier of help of everybody it counts, where that is one; `tier` is then no dimension of it. */
    tier: Id.optional(),
    /** Whole numbers of units, or numbers with decimals (survey estimates, scores). */
    value: z.enum(['count', 'number']),
    /** True where a row counts n of N: then `of` is required. */
    outOf: z.boolean(),
    measures: z.array(Measure).min(1),
    dimensions: z.array(Dimension),
    supply: z.array(Supply).min(1)
  })
  .superRefine((cube, context) => {
    const fail = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path });
    cube.dimensions.forEach((dimension, d) => {
      const ids = dimension.members.map((member) => member.id);
      ids.forEach((id, m) => {
        if (id === 'all')
          fail('“all” is the total of every dimension and is never a member', [
            'dimensions',
            d,
            'members',
            m,
            'id'
          ]);
        if (ids.indexOf(id) !== m)
          fail(`member “${id}” is given twice`, ['dimensions', d, 'members', m, 'id']);
      });
      if (dimension.unknown !== undefined && !ids.includes(dimension.unknown))
        fail(`unknown member “${dimension.unknown}” is not among the members`, ['dimensions', d, 'unknown']);
      const { within } = dimension;
      if (within !== undefined && !cube.dimensions.some(({ id }) => id === within && id !== dimension.id))
        fail(`“${within}” is no other dimension of the cube`, ['dimensions', d, 'within']);
      dimension.members.forEach((member, m) => {
        if (member.parent !== undefined && !ids.includes(member.parent))
          fail(`parent “${member.parent}” is not among the members`, [
            'dimensions',
            d,
            'members',
            m,
            'parent'
          ]);
      });
    });
  });
export type Cube = z.infer<typeof Cube>;

/** The total of every dimension, written in full in a file. */
export const ALL = 'all';

/** Whether it holds estimates of how many live in a place, which say nothing of anybody who is known. */
export function isPopulation({ id }: Pick<Cube, 'id'>): boolean {
  return id === 'population';
}
