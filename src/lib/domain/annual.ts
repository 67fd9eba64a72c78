/** Headings of a partnership’s yearly report, as dated data: `data/annual/headings.json`. */
import { z } from './zod.ts';
import { Feed, Group } from './indicator.ts';
import { ROLES } from './indicator-roles.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens');
const words = z.string().trim().min(1);
/** Where only the month is known, the month: `2026-03`. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, 'a date such as 2023-12-15, or a month such as 2026-03');
/** `audits/audit-change`: a page and one of its slots. */
const slot = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/, 'a page and its slot, such as audits/audit-change');

/** What it is evidence of, as it ends “No evidence is held on …”. */
const About = { about: words };
/** What would bring it, where it is no figure of an indicator. */
const Supply = { supply: words };

/** One kind of evidence for what has to be said under a heading. */
export const AnnualEvidence = z.discriminatedUnion('from', [
  /** Indicators for which every condition given holds; each in the words of one of `slots`, else of its own page. */
  z.strictObject({
    from: z.literal('figures'),
    ...About,
    roles: z.array(z.enum(ROLES)).optional(),
    groups: z.array(Group).optional(),
    feeds: z.array(Feed).optional(),
    slots: z.array(slot).default([])
  }),
  /** What a slot of a page says of figures, and what it lists where `facts`. */
  z.strictObject({ from: z.literal('slot'), ...About, ...Supply, slot, facts: z.boolean().default(false) }),
  /** Decisions of the year, or actions as they stand. */
  z.strictObject({
    from: z.literal('log'),
    ...About,
    ...Supply,
    log: z.array(z.enum(['decisions', 'finished', 'overdue', 'open'])).min(1),
    /** Only actions that name the review they come from. */
    reviews: z.boolean().default(false)
  }),
  /** What did not move, moved the wrong way, is overdue, or cannot be seen. */
  z.strictObject({ from: z.literal('no-progress'), ...About, ...Supply })
]);
export type AnnualEvidence = z.infer<typeof AnnualEvidence>;

/** A heading for as long as it is in force; another with its id can follow it. */
export const AnnualHeading = z.strictObject({
  id,
  heading: words,
  /** What has to be said under it. */
  must: words,
  /** Where that duty comes from. */
  source: words,
  from: day,
  /** The last day or month on which it holds; absent while it does. */
  to: day.optional(),
  /** Nothing to say under it is an answer of its own, and somebody has to give it. */
  neverEmpty: z.boolean().default(false),
  evidence: z.array(AnnualEvidence).min(1)
});
export type AnnualHeading = z.infer<typeof AnnualHeading>;

/** Whether a heading is in force on a day. */
export const isInForce = ({ from, to }: Pick<AnnualHeading, 'from' | 'to'>, date: string): boolean =>
  from <= date && (to === undefined || date.slice(0, to.length) <= to);

const overlap = (one: AnnualHeading, other: AnnualHeading) =>
  one.id === other.id &&
  one !== other &&
  one.from < other.from &&
  (one.to === undefined || one.to >= other.from);

export const AnnualHeadings = z.strictObject({
  headings: z
    .array(AnnualHeading)
    .refine(
      (all) => !all.some((one) => all.some((other) => overlap(one, other))),
      'two of one id hold at once'
    )
});
