/** What quarters against their own usual variation can say of a milestone. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';

/** The message of a control or run chart. */
export function quarterTitle({ name }: PlacedIndicator, month: string, rebased: boolean): string {
  return rebased
    ? `${name}: a lasting shift from ${month}, so limits start anew there`
    : `${name}: no lasting shift at ${month}`;
}

/** What the charts are for, and what they cannot tell. */
export function quarterSaid(): string {
  return 'Limits start anew only after seven quarters in a row on one side of the mean. This shows when a figure moved here, and not whether it moved elsewhere too.';
}
