/** The way from a referral to a plan for neglect, and at which step this area differs from England. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import {
  areOffset,
  PATHWAY_FEW,
  PATHWAY_LINKS,
  PATHWAY_NEEDS,
  pathwayDifference,
  pathwayEnd,
  pathwayOf,
  type Pathway,
  type PathwayCounts,
  type PathwayLink,
  type PathwayResult
} from '#lib/stats/pathway.ts';
import { number, sentence } from '#lib/words/number.ts';
import { mostOfText, offsetText } from '#lib/words/pathway.ts';
import type { Benchmark, Context } from './context.ts';
import type { Statement } from './model.ts';
import {
  CHILDREN_AT_CONFERENCE,
  CHILDREN_REFERRED,
  CHILDREN_STARTING,
  STARTS_NEGLECT,
  STARTS_TOTAL
} from './terms.ts';
import { countryName } from './setting.ts';

export type PathwayCells = Readonly<Record<keyof PathwayCounts, Cell>>;

/** The counts of an area and year, each with the reason where there is none. */
export function pathwayCells(context: Context, area: string, period: Period): PathwayCells {
  const at = (term: PlacedTerm) => context.cell(term, area, period);
  return {
    children: context.result('plans-rate', area, period).denominator,
    referred: at(CHILDREN_REFERRED),
    conference: at(CHILDREN_AT_CONFERENCE),
    started: at(CHILDREN_STARTING),
    starts: at(STARTS_TOTAL),
    startsNeglect: at(STARTS_NEGLECT)
  };
}

/** The chain that counts make; a missing one withholds it. */
export function pathwayResult(cells: PathwayCells): PathwayResult {
  const count = (cell: Cell) => (isKnown(cell) ? cell.value : undefined);
  return pathwayOf({
    children: count(cells.children),
    referred: count(cells.referred),
    conference: count(cells.conference),
    started: count(cells.started),
    starts: count(cells.starts),
    startsNeglect: count(cells.startsNeglect)
  });
}

export type Fewness = 'enough' | 'few' | 'tooFew';

/** Whether so many plans started for neglect can carry a message about steps. A missing count is another matter. */
export function fewnessOf({ startsNeglect }: PathwayCells): Fewness {
  if (!isKnown(startsNeglect) || startsNeglect.value >= PATHWAY_FEW) return 'enough';
  return startsNeglect.value >= PATHWAY_NEEDS ? 'few' : 'tooFew';
}

function pathwayAt(context: Context, area: string, period: Period): Pathway | undefined {
  const result = pathwayResult(pathwayCells(context, area, period));
  return result.status === 'known' ? result.pathway : undefined;
}

export const PATHWAY_CAPTION = 'Counts of children in the same year, not the same children followed.';
export const PRODUCT_NOTE =
  'Counted by these steps: children who started a plan, times the share of plans started that were for neglect. A child can start more than one plan in a year, so this may differ a little from plans started for neglect, which counts plans.';

/** The plain rate, whose comparison decides what may be said of a difference. */
export const PATHWAY_RATE = 'plan-starts-neglect-rate';

/** What the page says of the rate of plans started for neglect beside that of another; undefined where it says nothing. */
export function rateBeside(context: Context, against: Benchmark['id']): Comparison | undefined {
  const benchmark = context.benchmarks(PATHWAY_RATE).find(({ id }) => id === against);
  return benchmark && context.compareWith(context.result(PATHWAY_RATE), benchmark);
}

/** The step that makes most of a difference, and what share of it; undefined where none does, and where steps offset one another. */
export function mainStep(parts: Pathway): { readonly link: PathwayLink; readonly share: number } | undefined {
  if (areOffset(parts)) return undefined;
  const gap = PATHWAY_LINKS.reduce((sum, link) => sum + parts[link], 0);
  const [largest] = [...PATHWAY_LINKS].sort((a, b) => parts[b] * Math.sign(gap) - parts[a] * Math.sign(gap));
  const share = largest === undefined ? 0 : parts[largest] / gap;
  return largest === undefined || !(share >= 0.6) ? undefined : { link: largest, share };
}

/** Which step of the way to a plan for neglect makes most of the difference from England, or which offset one another;
 * silent where plans are few, and where the difference is small or cannot be told, or no one step makes most of it. */
export function pathwayStatement(context: Context): Statement | undefined {
  if (context.area.id === context.england.id) return undefined;
  if (fewnessOf(pathwayCells(context, context.area.id, context.period)) !== 'enough') return undefined;
  const here = pathwayAt(context, context.area.id, context.period);
  const there = pathwayAt(context, context.england.id, context.period);
  const parts = here && there ? pathwayDifference(here, there) : undefined;
  if (!here || !there || !parts) return undefined;
  const gap = pathwayEnd(here) - pathwayEnd(there);
  if (Math.abs(gap) < 0.2 * pathwayEnd(there)) return undefined;
  if (rateBeside(context, 'england')?.certainty === 'cannotTell') return undefined;
  const main = mainStep(parts);
  if (main === undefined && !areOffset(parts)) return undefined;
  const why =
    main === undefined ? sentence(offsetText(parts)) : mostOfText(main.share, 'that gap', main.link);
  const end = number(pathwayEnd(here), 1);
  const national = `${countryName(context.england)} ${number(pathwayEnd(there), 1)}`;
  return {
    text: `Counted by these steps, ${end} children in every 10,000 started a plan for neglect (${national}). ${why}.`,
    mark: 'neglect',
    notes: context.notes.add(PATHWAY_CAPTION, PRODUCT_NOTE)
  };
}
