/** Spellings of other people’s (`data/spellings.json`), beside the names and codes that the dictionary has itself. */
import { FLAG_CODES, STATUS_CODES } from '#lib/domain/cell.ts';
import { z } from '#lib/domain/zod.ts';
import written from '../../../../data/spellings.json' with { type: 'json' };

const Words = z.array(z.string().min(1));
const Status = z.enum(STATUS_CODES);

export const Spellings = z.strictObject({
  /** Names of columns, by the column they are. */
  columns: z.record(z.string(), Words),
  /** Of the total of every dimension. */
  total: Words,
  /** Of the member of any dimension that means not recorded. */
  unknown: Words,
  members: z.array(z.strictObject({ dimensions: Words, member: z.string().min(1), spelt: Words })),
  statuses: z.partialRecord(Status, Words),
  /** Marks that mean one thing to one publisher and another to the next. */
  unclear: z.array(
    z.strictObject({ spelt: Words, meanings: z.array(z.union([Status, z.literal('0')])).min(2) })
  ),
  /** Of a figure that nobody has: an absent row says it. */
  notSupplied: Words,
  zero: Words,
  flags: z.record(z.enum(FLAG_CODES), Words),
  areas: z.array(z.strictObject({ id: z.string().min(1), spelt: Words }))
});
export type Spellings = z.infer<typeof Spellings>;

let once: Spellings | undefined;

/** @throws where the file in `data` breaks its schema. */
export function spellings(): Spellings {
  once ??= Spellings.parse(written);
  return once;
}
