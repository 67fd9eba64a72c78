/** The way from a referral to a plan for neglect, and at which step this area differs from England. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { Period } from '#lib/domain/period.ts';
import {
  PATHWAY_LINKS,
  pathwayDifference,
  pathwayEnd,
  pathwayOf,
  type Pathway,
  type PathwayCounts,
  type PathwayLink,
  type PathwayResult
} from '#lib/stats/pathway.ts';
import { number } from '#lib/words/number.ts';
import { mostOfText } from '#lib/words/pathway.ts';
import type { Context } from './context.ts';
import type { Statement } from './model.ts';
import {
  CHILDREN_AT_CONFERENCE,
  CHILDREN_REFERRED,
  CHILDREN_STARTING,
  STARTS_NEGLECT,
  STARTS_TOTAL
} from './terms.ts';

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

function pathwayAt(context: Context, area: string, period: Period): Pathway | undefined {
  const result = pathwayResult(pathwayCells(context, area, period));
  return result.status === 'known' ? result.pathway : undefined;
}

export const PATHWAY_CAPTION = 'Counts of children in the same year, not the same children followed.';

/** The step that makes most of a difference, and what share of it; undefined where steps pull against each other. */
export function mainStep(parts: Pathway): { readonly link: PathwayLink; readonly share: number } | undefined {
  const gap = PATHWAY_LINKS.reduce((sum, link) => sum + parts[link], 0);
  const [largest] = [...PATHWAY_LINKS].sort((a, b) => parts[b] * Math.sign(gap) - parts[a] * Math.sign(gap));
  const share = largest === undefined ? 0 : parts[largest] / gap;
  return largest === undefined || !(share >= 0.6 && share <= 1.25) ? undefined : { link: largest, share };
}

/** Which step of the way to a plan for neglect makes most of the difference from England; silent where the
 * difference is small, or where steps pull against each other so that no one of them explains it. */
export function pathwayStatement(context: Context): Statement | undefined {
  if (context.area.id === context.england.id) return undefined;
  const here = pathwayAt(context, context.area.id, context.period);
  const there = pathwayAt(context, context.england.id, context.period);
  const parts = here && there ? pathwayDifference(here, there) : undefined;
  if (!here || !there || !parts) return undefined;
  const gap = pathwayEnd(here) - pathwayEnd(there);
  if (Math.abs(gap) < 0.2 * pathwayEnd(there)) return undefined;
  const main = mainStep(parts);
  if (main === undefined) return undefined;
  const caption = context.notes.add(PATHWAY_CAPTION);
  return {
    text: `Plans started for neglect: ${number(pathwayEnd(here), 1)} for every 10,000 children, England ${number(pathwayEnd(there), 1)}. ${mostOfText(main.share, 'that gap', main.link)}.`,
    mark: 'neglect',
    notes: caption
  };
}
