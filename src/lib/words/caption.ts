/** What stands under the title of a figure. */
import { sentence } from './number.ts';

/** What it counts, and then where and when: `Referrals, per 10,000 children, by source. Leicester, year to 31 March 2024`. */
export function captionText(what: string, ...whereAndWhen: readonly string[]): string {
  return `${what}. ${sentence(whereAndWhen.join(', '))}`;
}
