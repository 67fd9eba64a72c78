/** What the templates ask for: which rows a workbook and a starter sheet have, kept as data in `data/templates`. */
import { z } from './zod.ts';

const Members = z.record(z.string(), z.string());

/** Rows of one sheet that can be asked for or left out together. */
export const TemplateRows = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  /** Whether they are asked for where nobody chooses. */
  chosen: z.boolean(),
  measures: z.array(z.string()).min(1),
  /** Members of each dimension, crossed with one another; every dimension that is not named is “all”. */
  members: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** Rows given one by one, where crossing would ask for what nobody counts. */
  rows: z.array(Members).min(1).optional()
});
export type TemplateRows = z.infer<typeof TemplateRows>;

/** The sheet of one cube. */
export const TemplateSheet = z.strictObject({
  cube: z.string().min(1),
  chosen: z.boolean(),
  rows: z.array(TemplateRows).min(1),
  /** What members of open dimensions mean, where the dictionary has no words for them. */
  words: z.record(z.string(), z.string()).optional()
});
export type TemplateSheet = z.infer<typeof TemplateSheet>;

export const WorkbookTemplate = z.strictObject({ sheets: z.array(TemplateSheet).min(1) });
export type WorkbookTemplate = z.infer<typeof WorkbookTemplate>;

/** One row of the starter sheet, and what of a first meeting it answers. */
export const StarterRow = z.strictObject({
  cube: z.string().min(1),
  measure: z.string().min(1),
  members: Members,
  part: z.enum(['value', 'of']),
  /** What to count, in words. */
  words: z.string().min(1),
  /** What of the Overview it fills. */
  fills: z.string().min(1)
});
export type StarterRow = z.infer<typeof StarterRow>;

export const StarterTemplate = z.strictObject({ rows: z.array(StarterRow).length(12) });
export type StarterTemplate = z.infer<typeof StarterTemplate>;
