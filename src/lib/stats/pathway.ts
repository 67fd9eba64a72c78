import { PERCENTAGE_NEEDS } from './which-chart.ts';

/**
 * The pathway: children referred per 10,000 × children at a conference per child referred × children starting a plan
 * per child at conference × share of plans started with neglect as first category. Counts of children in the same
 * year, not the same children followed.
 */
export const PATHWAY_LINKS = ['referred', 'conference', 'plan', 'category'] as const;
export type PathwayLink = (typeof PATHWAY_LINKS)[number];
export type Pathway = Readonly<Record<PathwayLink, number>>;

/**
 * The product of the links: children who started a plan per 10,000 children, times the share of plans started for
 * neglect. It is not the rate of plans started for neglect, since a child can start more than one plan in a year.
 */
export function pathwayEnd(pathway: Pathway): number {
  return PATHWAY_LINKS.reduce((product, link) => product * pathway[link], 1);
}

/**
 * Shares the difference between two chains over their links, exactly: the parts add up to the difference
 * (additive log-mean Divisia index, Ang 2005, Energy Policy 33: 867–871): each link's part is the logarithmic mean of
 * the two ends times the logarithm of its ratio. Undefined where a link is zero; `shareDifference` says what then.
 */
export function pathwayDifference(here: Pathway, there: Pathway): Pathway | undefined {
  if (PATHWAY_LINKS.some((link) => !(here[link] > 0) || !(there[link] > 0))) return undefined;
  const logRatio = (link: PathwayLink) => Math.log(here[link] / there[link]);
  const total = PATHWAY_LINKS.reduce((sum, link) => sum + logRatio(link), 0);
  const logMean = pathwayEnd(there) * (total === 0 ? 1 : Math.expm1(total) / total);
  const part = (link: PathwayLink) => logMean * logRatio(link);
  return {
    referred: part('referred'),
    conference: part('conference'),
    plan: part('plan'),
    category: part('category')
  };
}

/** So many times the difference, and steps together go much further than it: they offset one another. */
const FURTHER = 1.5;

/** Whether steps offset one another: their sizes add up to well more than the difference they make. */
export function areOffset(parts: Pathway): boolean {
  const gap = PATHWAY_LINKS.reduce((sum, link) => sum + parts[link], 0);
  return PATHWAY_LINKS.reduce((sum, link) => sum + Math.abs(parts[link]), 0) > FURTHER * Math.abs(gap);
}

/** A step smaller than this share of all steps together is not named among those that offset one another. */
const SMALL = 0.1;

/** The links worth a name, in the order of the way: the largest that adds, the largest that takes away, and every other that is not small. */
export function tellingLinks(parts: Pathway): readonly PathwayLink[] {
  const whole = PATHWAY_LINKS.reduce((sum, link) => sum + Math.abs(parts[link]), 0);
  const most = Math.max(...PATHWAY_LINKS.map((link) => parts[link]));
  const least = Math.min(...PATHWAY_LINKS.map((link) => parts[link]));
  return PATHWAY_LINKS.filter((link) => {
    const part = parts[link];
    const largest = (part > 0 && part === most) || (part < 0 && part === least);
    return largest || (whole > 0 && Math.abs(part) >= SMALL * whole);
  });
}

/** The one whose product lies in the middle, of an even number the lower of the two there; undefined of none. */
export function middleChain<T extends { readonly pathway: Pathway }>(chains: readonly T[]): T | undefined {
  const sorted = [...chains].sort((a, b) => pathwayEnd(a.pathway) - pathwayEnd(b.pathway));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/**
 * Under so many plans started for neglect, on either side, no difference is shared over the steps: the last of them is a
 * share of plans, and a share needs as many to be said (`stats/which-chart.ts`).
 */
export const PATHWAY_NEEDS = PERCENTAGE_NEEDS;

/**
 * Under so many, no step is named. Brothers and sisters start together, so 50 plans tell what 25 would alone
 * (`SIBLING_DESIGN_EFFECT`): with nothing underlying changed their number could be two fifths higher or lower, by
 * 1.96 × √(2 / 50), which is more than most steps make.
 */
export const PATHWAY_FEW = 50;

/** Children of one area and year at each step; undefined where the figure is withheld or not supplied. */
export interface PathwayCounts {
  readonly children: number | undefined;
  readonly referred: number | undefined;
  readonly conference: number | undefined;
  readonly started: number | undefined;
  /** Plans started, of all categories, in the table that holds the categories. */
  readonly starts: number | undefined;
  readonly startsNeglect: number | undefined;
}

export type PathwayResult =
  | { readonly status: 'known'; readonly pathway: Pathway }
  /** A withheld link withholds the chain. */
  | { readonly status: 'withheld'; readonly steps: readonly (keyof PathwayCounts)[] }
  /** Nobody got as far as this step, so what follows cannot be told. */
  | { readonly status: 'endsAt'; readonly step: keyof PathwayCounts };

const STEPS = ['children', 'referred', 'conference', 'started', 'starts', 'startsNeglect'] as const;

/**
 * The chain of an area and year, for every `per` children. A chain may end in a zero link (no plan for neglect); where
 * a step before the last is 0, or a count is missing, it says which. Throws for a count below 0.
 */
export function pathwayOf(counts: PathwayCounts, per = 10_000): PathwayResult {
  const wrong = STEPS.find((step) => {
    const count = counts[step];
    return count !== undefined && !(Number.isFinite(count) && count >= 0);
  });
  if (wrong !== undefined) throw new RangeError(`${wrong} must be 0 or more: ${counts[wrong]}`);
  const { children, referred, conference, started, starts, startsNeglect } = counts;
  if (
    children === undefined ||
    referred === undefined ||
    conference === undefined ||
    started === undefined ||
    starts === undefined ||
    startsNeglect === undefined
  )
    return { status: 'withheld', steps: STEPS.filter((step) => counts[step] === undefined) };
  const end = STEPS.slice(0, -1).find((step) => counts[step] === 0);
  if (end !== undefined) return { status: 'endsAt', step: end };
  const pathway = {
    referred: (referred / children) * per,
    conference: conference / referred,
    plan: started / conference,
    category: startsNeglect / starts
  };
  return { status: 'known', pathway };
}

export type SharedDifference =
  /** The parts add up to the difference. `zero`: the link that is 0 on one side, and takes the whole of it. */
  | { readonly status: 'shared'; readonly parts: Pathway; readonly zero?: PathwayLink }
  /** Several links are 0, so which of them makes the difference cannot be told. */
  | { readonly status: 'severalZeros'; readonly links: readonly PathwayLink[] };

/**
 * Shares the difference between two areas or two years over the links, also where a link is 0: in the limit of the
 * log-mean index the one zero link then takes the whole difference (Ang and Liu 2007, Energy Policy 35: 238–246). Where
 * the same link is 0 on both sides both ends are 0, and no link makes a difference. Throws for a link below 0.
 */
export function shareDifference(here: Pathway, there: Pathway): SharedDifference {
  for (const link of PATHWAY_LINKS)
    for (const chain of [here, there])
      if (!(Number.isFinite(chain[link]) && chain[link] >= 0))
        throw new RangeError(`link ${link} must be 0 or more: ${chain[link]}`);
  const parts = pathwayDifference(here, there);
  if (parts) return { status: 'shared', parts };
  const difference = pathwayEnd(here) - pathwayEnd(there);
  const zeros = PATHWAY_LINKS.filter((link) => here[link] === 0 || there[link] === 0);
  const [zero] = zeros;
  if (difference !== 0 && zeros.length > 1) return { status: 'severalZeros', links: zeros };
  const all = { referred: 0, conference: 0, plan: 0, category: 0 };
  if (zero === undefined || difference === 0) return { status: 'shared', parts: all };
  return { status: 'shared', parts: { ...all, [zero]: difference }, zero };
}
