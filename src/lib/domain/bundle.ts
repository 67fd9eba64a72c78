import { z } from './zod.ts';
import { Area } from './area.ts';
import { DisclosureRecord } from './disclosure.ts';
import { Period } from './period.ts';

/** Where figures come from. Two vintages are two sources; their figures are never joined in one series. */
export const Source = z.strictObject({
  id: z.string().min(1),
  publisher: z.string().min(1),
  title: z.string().min(1),
  edition: z.string().min(1),
  publishedOn: z.iso.date().optional(),
  url: z.url().optional(),
  /** Tells one release of the same title from another, such as `2024`. */
  vintage: z.string().min(1),
  licence: z.string().min(1),
  /** A later release that is known to exist: named on every page until it is loaded. */
  newer: z.string().optional()
});
export type Source = z.infer<typeof Source>;

/** One publication of a cube. An absent dimension means all of it. */
export const Table = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  file: z.string().regex(/^cubes\/[a-z0-9-]+\.csv$/, 'cubes/<table>.csv'),
  cube: z.string().min(1),
  source: z.string().min(1),
  title: z.string().min(1),
  /** The table's code in its source, such as `D4`. */
  code: z.string().optional(),
  dimensions: z.array(z.string())
});
export type Table = z.infer<typeof Table>;

/** Words bound to what they qualify; every given part must match for the note to show. */
export const Note = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  table: z.string().optional(),
  column: z.string().optional(),
  areas: z.array(z.string()).optional(),
  periods: z.array(z.string()).optional()
});
export type Note = z.infer<typeof Note>;

const Dated = { from: z.iso.date().optional(), to: z.iso.date().optional() };

/** A tier of help. `contains` names tiers whose children it already counts, so tiers are never added up. */
export const Tier = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  order: z.int(),
  /** On the ladder, or a total shown above it. */
  place: z.enum(['rung', 'above']),
  statutory: z.boolean(),
  contains: z.array(z.string()).optional(),
  mapsTo: z.string().optional(),
  ...Dated
});
export type Tier = z.infer<typeof Tier>;

export const Named = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  mapsTo: z.string().optional(),
  ...Dated
});

/** What things are called by those whose figures they are. */
export const Terms = z.strictObject({ board: z.string(), assessment: z.string(), tool: z.string() });

export const BundleManifest = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  publisher: z.string().min(1),
  audience: z.enum(['public', 'restricted']),
  protected: z.enum(['yes', 'no']),
  /** The rule the figures were protected by, in words. */
  protection: z.string().min(1),
  /** How this release was protected and what the check of it found; a bundle that was protected elsewhere has none. */
  disclosure: DisclosureRecord.optional(),
  licence: z.string().min(1),
  /** The nation whose calendar, tiers, categories, ages and words hold where the bundle gives none of its own. */
  nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']).optional(),
  /** True for made-up figures: said on every page. */
  synthetic: z.boolean().optional(),
  sources: z.array(Source).min(1),
  areas: z.array(Area).min(1),
  periods: z.array(Period).min(1),
  tiers: z.array(Tier),
  agencies: z.array(Named),
  categories: z.array(Named),
  ageBands: z.array(Named),
  tables: z.array(Table).min(1),
  notes: z.array(Note),
  terms: Terms
});
export type BundleManifest = z.infer<typeof BundleManifest>;
