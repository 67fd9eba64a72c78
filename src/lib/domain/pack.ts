/** A pack: figures chosen for a paper, in order, with the words written about them. */
import { UNKNOWN, type Standing } from './standing.ts';
import { z } from './zod.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens');
/** A page, as `selection/agenda.ts` writes it: `leeds/overview?period=2024`. In a template `{area}` stands for the area. */
const page = z.string().min(1).max(400);
const line = z.string().trim().min(1).max(200);

const With = {
  /** Whether the sentences that stand beside the figure on its page go along. */
  statements: z.boolean().default(true),
  /** Whether the questions that the figure raised go along. */
  questions: z.boolean().default(false)
};

/** One part of a pack. Every part can carry commentary, by its id. */
export const PackPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), id, text: line }),
  /** Words alone. `ask` says what belongs there; where `required`, the pack is not complete until something is written. */
  z.strictObject({
    kind: z.literal('text'),
    id,
    ask: z.string().max(600).optional(),
    required: z.boolean().optional()
  }),
  /** The headline of a page, and what must be said above it. */
  z.strictObject({ kind: z.literal('headline'), id, page }),
  /** One chart or table, as `selection/agenda.ts` writes a pin: `leeds/overview/position?period=2024`. */
  z.strictObject({ kind: z.literal('figure'), id, pin: page, ...With }),
  /** Everything that one slot of a page shows. */
  z.strictObject({ kind: z.literal('slot'), id, page, slot: z.string().min(1), ...With }),
  /** The questions of a page. */
  z.strictObject({ kind: z.literal('questions'), id, page }),
  /** Decisions and actions carried from the last meeting, and what their indicators show now. */
  z.strictObject({ kind: z.literal('actions'), id, page }),
  /** What an annual report must say under one of its headings, drafted from the figures. */
  z.strictObject({ kind: z.literal('draft'), id, page, heading: id })
]);
export type PackPart = z.infer<typeof PackPart>;
export type PackPartKind = PackPart['kind'];

const parts = z
  .array(PackPart)
  .max(200)
  .refine((all) => new Set(all.map((part) => part.id)).size === all.length, 'two parts have one id');

/**
 * What must be said of the figures that words were written on, wherever those words go: they may tell what the figures do.
 * Where a file does not say it, or says it no longer, nobody knows: `writtenOnOf`.
 */
const writtenOn = z.strictObject({ restricted: z.boolean(), madeUp: z.boolean() }).optional();

/** What must be said of words, or of a pack’s own: a key that is missing must never let restricted words pass for others. */
export const writtenOnOf = (said: { readonly writtenOn?: Standing | undefined }): Standing =>
  said.writtenOn ?? UNKNOWN;

/** The file `packs/<id>.json` of a bundle. */
export const Pack = z.strictObject({
  id,
  title: line,
  /** For whom and when: `Board meeting, 12 December 2024`. */
  occasion: z.string().trim().max(200).default(''),
  /** The template it was begun from. */
  template: id.optional(),
  /** Whether it says what its figures mean in its own list of contents, sources and methods. */
  contents: z.boolean().default(true),
  /** Of its title, its occasion, its headings and what it asks for. */
  writtenOn,
  parts
});
export type Pack = z.infer<typeof Pack>;

/** A file of `data/reports`: where a pack can begin. Pages of its parts begin with `{area}`. */
export const PackTemplate = z.strictObject({
  id,
  name: line,
  /** What it is for, in a sentence. */
  about: z.string().min(1),
  /** How many sheets of paper it is held to; absent where it may be as long as it has to be. */
  sheets: z.int().positive().optional(),
  contents: z.boolean().default(true),
  parts
});
export type PackTemplate = z.infer<typeof PackTemplate>;

/** How much can be written about one part. */
export const MOST_LETTERS = 20_000;

/** What somebody wrote about one part of a pack. Never a person’s name: a role. */
export const Commentary = z.strictObject({
  pack: id,
  part: id,
  role: z.string().trim().max(120),
  date: z.iso.date(),
  /** Markdown; anything written as HTML is shown as text. */
  text: z.string().max(MOST_LETTERS),
  writtenOn,
  /** Tells whether the figures are still those it was written on: see `views/pack/seen.ts`. */
  seen: z
    .strictObject({
      /** The dates of the figures: `31 March 2024`. */
      covers: z.string(),
      digest: z.string().regex(/^[0-9a-f]{16}$/),
      /** Of a draft: each figure that its sentences rest on, as it was shown. */
      figures: z
        .array(z.strictObject({ what: z.string(), shown: z.string(), when: z.string(), part: id.optional() }))
        .max(200)
        .optional(),
      /** Of words about several parts: each of those, so that taking one out is not held to be a figure that changed. */
      parts: z
        .array(z.strictObject({ part: id, digest: z.string().regex(/^[0-9a-f]{16}$/) }))
        .max(200)
        .optional()
    })
    .optional()
});
export type Commentary = z.infer<typeof Commentary>;

/** A pack with all that was written in it, as one file. */
export const PackFile = z.strictObject({
  format: z.literal('neglect-lens-pack'),
  version: z.literal(1),
  pack: Pack,
  commentary: z.array(Commentary)
});
export type PackFile = z.infer<typeof PackFile>;
