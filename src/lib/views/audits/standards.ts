/** Which indicators an audit answers, and what it looks at. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';

/** What records are read by: a family, or each child of it. */
const READ = ['families', 'audits'];

/** Standards that a multi-agency audit judges by reading records; supplied or not. */
export function auditStandards({ indicators }: Pick<Catalogue, 'indicators'>): readonly PlacedIndicator[] {
  return indicators.filter(
    ({ feeds, kind, numerator }) =>
      feeds.includes('audit') &&
      (kind === 'share' || kind === 'outcomes') &&
      numerator !== undefined &&
      READ.includes(numerator.measure)
  );
}

/** Of so many of the records read. For a standard that should not be met, those in which it was not. */
export function goodShare({ direction }: Pick<PlacedIndicator, 'direction'>, n: number, of: number): number {
  return direction.good === 'down' ? 1 - n / of : n / of;
}
