import { z } from '#lib/domain/zod.ts';

const DfeCode = z.string().regex(/^\d{3}$/, 'three digits');

/** Dated facts about authorities (`data/geography/changes.json`): who took over from whom, and whose figures stand in. */
export const GeographyChanges = z.strictObject({
  changes: z.array(
    z.strictObject({
      date: z.iso.date(),
      from: z.array(DfeCode).min(1),
      to: z.array(DfeCode).min(1),
      note: z.string().min(1),
      source: z.string().min(1)
    })
  ),
  /** Where an authority made no usable return and the publisher put an earlier year's figures into its totals. */
  substitutions: z.array(
    z.strictObject({
      area: DfeCode,
      years: z.array(z.int()).min(1),
      used: z.int(),
      source: z.string().min(1)
    })
  )
});
export type GeographyChanges = z.infer<typeof GeographyChanges>;
