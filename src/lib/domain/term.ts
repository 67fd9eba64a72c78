import { z } from './zod.ts';

/**
 * One cell; or a sum over disjoint members of one partition dimension of one table, or over consecutive flow periods.
 * `members` gives one member, or several that are added; `except` those that are taken from the whole; a dimension that
 * is not named is `all`.
 */
export const Term = z.strictObject({
  cube: z.string().min(1),
  table: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Read from this table where the bundle has it; otherwise from the plainest table of the cube that holds it.'
    ),
  measure: z.string().min(1),
  members: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).optional(),
  except: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
    .optional()
    .describe(
      'Members left out: what remains of the whole without them, which may be told where its parts are too small to be.'
    ),
  field: z
    .enum(['value', 'of'])
    .optional()
    .describe('Which number of a row that counts n of N: value is n, and unless told.'),
  at: z
    .enum(['before'])
    .optional()
    .describe(
      'before: the period before the one asked for, of the same kind, such as the position at the start of a year.'
    ),
  pool: z
    .int()
    .min(2)
    .max(10)
    .optional()
    .describe('Adds up the consecutive periods of a flow over so many years, the one asked for the last.')
});
export type Term = z.infer<typeof Term>;

/** A term whose table is settled. */
export type PlacedTerm = Term & { readonly table: string };
