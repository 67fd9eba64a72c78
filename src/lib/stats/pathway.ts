/**
 * The pathway: children referred per 10,000 × children at a conference per child referred × children starting a plan
 * per child at conference × share of plans started with neglect as first category. Counts of children in the same
 * year, not the same children followed.
 */
export const PATHWAY_LINKS = ['referred', 'conference', 'plan', 'category'] as const;
export type PathwayLink = (typeof PATHWAY_LINKS)[number];
export type Pathway = Readonly<Record<PathwayLink, number>>;

/** The end of the chain: plans started for neglect per 10,000 children. */
export function pathwayEnd(pathway: Pathway): number {
  return PATHWAY_LINKS.reduce((product, link) => product * pathway[link], 1);
}

function logMean(a: number, b: number): number {
  return a === b ? a : (a - b) / (Math.log(a) - Math.log(b));
}

/**
 * Shares the difference between two chains over their links, exactly: the parts add up to the difference
 * (additive log-mean Divisia index, Ang 2005). Undefined where a link is zero, since its part cannot be told.
 */
export function pathwayDifference(here: Pathway, there: Pathway): Pathway | undefined {
  if (PATHWAY_LINKS.some((link) => !(here[link] > 0) || !(there[link] > 0))) return undefined;
  const weight = logMean(pathwayEnd(here), pathwayEnd(there));
  const part = (link: PathwayLink) => weight * Math.log(here[link] / there[link]);
  return {
    referred: part('referred'),
    conference: part('conference'),
    plan: part('plan'),
    category: part('category')
  };
}
