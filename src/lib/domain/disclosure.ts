/** The rules by which small counts are withheld, and what was found when they were applied, as files keep them. */
import { z } from './zod.ts';

export const DisclosureSettings = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** What the rules are for, and whose they are. */
  about: z.string().min(1),
  /** Counts of at least 1 and fewer than this are withheld. */
  threshold: z.int().min(2).max(100_000_000),
  /** Counts that are shown are rounded to this base; 1: as they are. */
  rounding: z.int().min(1).max(100),
  /** Whether a count of nobody is shown as 0. */
  zerosShown: z.boolean(),
  /** Of a group smaller than this, that all or none of it is something is withheld; 0: it may be shown. */
  smallGroup: z.int().min(0).max(1000),
  /** The least distance between the lowest and highest number that a withheld count could be in a reader’s eyes. */
  minimumWidth: z.int().min(1).max(1000),
  /** Whether a count that changed by a small number since an earlier release is withheld. */
  revisionsProtected: z.boolean(),
  /** The totals of these tables, or of one measure of a table, must stay published. */
  keep: z.array(z.strictObject({ table: z.string().min(1), measure: z.string().optional() })),
  /** Units that say nothing of any child or family. */
  notAboutChildren: z.array(z.string().min(1))
});
export type DisclosureSettings = z.infer<typeof DisclosureSettings>;

/** The narrowest withheld count of one table: how many numbers a reader must think possible. */
const NarrowestOfTable = z.strictObject({
  table: z.string().min(1),
  withheld: z.int().min(0),
  /** Distance between the lowest and highest number that it could be; absent where there is no highest. */
  width: z.int().min(0).optional()
});

/**
 * What a release says of its own protection. It never says which figures were withheld for their own sake and which for
 * the sake of others, nor how many of each: that would help to work them out. For the same reason each number in it is
 * one that readers of the release could find themselves.
 */
export const DisclosureRecord = z.strictObject({
  /** Of the release, within the publisher’s own: `2026-11-22-public`. */
  release: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  madeOn: z.iso.date(),
  settings: DisclosureSettings,
  /** Figures in the tables, shown or withheld. */
  cells: z.int().min(0),
  withheld: z.int().min(0),
  /** Of figures that are not shown to be nought, the share that is shown, 0 to 1. */
  kept: z.number().min(0).max(1),
  /** Ways in which figures are tied to one another that were followed. */
  relations: z.int().min(0),
  /** What was taken into account besides the release itself. */
  beside: z.array(
    z.strictObject({
      kind: z.enum(['official', 'earlier', 'other audience']),
      title: z.string().min(1),
      /** Of an earlier release of ours. */
      madeOn: z.iso.date().optional(),
      /** Of official figures. */
      vintage: z.string().min(1).optional(),
      /**
       * SHA-256 of the files of an earlier release. Never of the release for the other audience: whoever knows all but a
       * few of its numbers could try them until the hash fits.
       */
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional()
    })
  ),
  /** Figures that no table shows, that may be small, and that nobody can work out. */
  implied: z.int().min(0),
  /** Figures that others’ publications, or earlier ones, give away whatever is withheld here. */
  givenAway: z.int().min(0),
  narrowest: z.array(NarrowestOfTable)
});
export type DisclosureRecord = z.infer<typeof DisclosureRecord>;

/** How many withheld figures of official statistics their own tables give away: the number, and never which. */
export const OfficialCheck = z.object({
  vintage: z.string().min(1),
  withheld: z.int().min(0),
  /** Of those withheld, those of which fewer counts are left than the rule asks. */
  givenAway: z.int().min(0),
  /** Of those given away, those of which one count is left. */
  exact: z.int().min(0),
  /** The rules it was checked by. */
  rule: z.string().min(1)
});
export type OfficialCheck = z.infer<typeof OfficialCheck>;
