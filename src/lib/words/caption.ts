/** What stands under the title of a figure. */

/** What it counts, and then where and when: `Referrals, per 10,000 children, by source. Leicester, year to 31 March 2024`. */
export function captionText(what: string, ...whereAndWhen: readonly string[]): string {
  return `${what}. ${whereAndWhen.join(', ')}`;
}
