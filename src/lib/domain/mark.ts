import { z } from './zod.ts';

/** What a figure holds of neglect. Every figure, table, export and sentence carries one. */
export const Mark = z.enum(['neglect', 'includes', 'all']);
export type Mark = z.infer<typeof Mark>;

/** Of figures of neglect and of others together: that they include neglect. Of none, the same. */
export function markTogether(marks: readonly Mark[]): Mark {
  const [first] = marks;
  return first !== undefined && marks.every((mark) => mark === first) ? first : 'includes';
}

export const MARK_LABELS: Readonly<Record<Mark, string>> = {
  neglect: 'neglect',
  includes: 'includes neglect',
  all: 'all reasons'
};

export const MARK_MEANINGS: Readonly<Record<Mark, string>> = {
  neglect: 'Counts neglect and nothing else.',
  includes: 'Counts neglect together with other things, such as “abuse or neglect”.',
  all: 'Counts every reason. It stands in for neglect, which is not published on its own.'
};

/** Of one published row: its mark; `other` where what it names is not neglect; `unrecorded` where nothing was written down. */
export type Counted = Mark | 'other' | 'unrecorded';

export const COUNTED_LABELS: Readonly<Record<Counted, string>> = {
  ...MARK_LABELS,
  other: 'neglect not named',
  unrecorded: 'reason not recorded'
};
