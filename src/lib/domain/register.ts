import { z } from './zod.ts';

/** Facts that are not counts: one row schema for each file of `registers/`. Values arrive as text from CSV. */
const text = z.string().trim().min(1, 'must not be empty');
const optional = z.string().trim().optional();
const date = z.iso.date('must be a date such as 2024-03-31');
const optionalDate = z.union([z.literal(''), z.iso.date('must be a date such as 2024-03-31')]).optional();

export const REGISTERS = {
  neighbours: z.strictObject({
    area: text,
    rank: z.coerce.number().int().min(1).max(20),
    neighbour: text,
    closeness: z.enum(['Extremely close', 'Very close', 'Close', 'Somewhat close', 'Not close']),
    model: text
  }),
  milestones: z.strictObject({ date, what: text, area: optional, indicators: optional }),
  targets: z.strictObject({
    indicator: text,
    value: optional,
    direction: z.enum(['', 'up', 'down']).optional(),
    by: optionalDate,
    set_by: text
  }),
  rounds: z.strictObject({
    round: text,
    method: text,
    frame: text,
    /** How many were looked at; absent where that is withheld. */
    size: z.coerce.number().int().min(0).optional(),
    date,
    /** What it was, where that is known. */
    kind: z.enum(['', 'audit', 'survey']).optional()
  }),
  actions: z.strictObject({
    action: text,
    owner_role: text,
    due: date,
    closed: optionalDate,
    indicator: optional,
    finding: optional,
    result: optional,
    /** The practice review that recommended it, as it is called; blank where it came from elsewhere. */
    review: optional
  }),
  decisions: z.strictObject({ date, decision: text, owner_role: optional, indicator: optional }),
  documents: z.strictObject({
    document: text,
    in_place: z.enum(['yes', 'no', 'draft']),
    reviewed_on: optionalDate,
    review_due: optionalDate
  }),
  returns: z.strictObject({
    table: text,
    area: text,
    period: text,
    agency: optional,
    expected: optionalDate,
    received_on: optionalDate
  })
} as const;

export type RegisterName = keyof typeof REGISTERS;
export type RegisterRow<N extends RegisterName> = z.infer<(typeof REGISTERS)[N]>;
export type Neighbour = RegisterRow<'neighbours'>;
export type Registers = { readonly [N in RegisterName]?: readonly RegisterRow<N>[] };
