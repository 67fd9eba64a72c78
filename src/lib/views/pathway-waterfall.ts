/** The way to a plan for neglect as a drawing: from another area, or the year before, to this one, step by step. */
import { isKnown, known, type Cell, type Reason } from '#lib/domain/cell.ts';
import {
  areOffset,
  PATHWAY_LINKS,
  PATHWAY_NEEDS,
  pathwayEnd,
  shareDifference,
  type Pathway,
  type PathwayCounts,
  type PathwayLink
} from '#lib/stats/pathway.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { absence } from '#lib/words/absence.ts';
import { listed, number, possessive, sentence, signed } from '#lib/words/number.ts';
import {
  changedLittle,
  closeText,
  closeToOne,
  countedAtStep,
  endsAtSentence,
  fewTitle,
  mostOfText,
  noOneStep,
  noOneStepSince,
  offsetText,
  ONE_AREA,
  stepText,
  tooFewSentence
} from '#lib/words/pathway.ts';
import type { ChartSpec, Role, TableModel } from './model.ts';
import {
  fewnessOf,
  mainStep,
  PATHWAY_CAPTION,
  pathwayResult,
  PRODUCT_NOTE,
  type PathwayCells
} from './pathway.ts';

export type WaterfallSpec = Extract<ChartSpec, { kind: 'waterfall' }>;

/** An area and year whose way to a plan is counted. */
export interface PathwaySide {
  /** As a sentence names it: `England`, `Leeds`, `Leeds a year earlier`, `the similar area in the middle`. */
  readonly name: string;
  /** As a label says it, where that is something else. */
  readonly label?: string;
  readonly role: Role;
  /** The same area the year before. */
  readonly isPast?: true;
  /** The page calls the two close, so that no difference is explained. */
  readonly isClose?: boolean;
  readonly way: PathwayCells;
}

const labelOf = ({ name, label }: PathwaySide) => label ?? name;

export type PathwayWaterfall =
  | {
      readonly status: 'drawn';
      /** The message: which step makes most of the difference, or that none does. */
      readonly title: string;
      /** Every figure of the drawing, for a reader who does not see it. */
      readonly description: string;
      readonly caption: string;
      /** What else must be said beside the drawing. */
      readonly notes: readonly string[];
      readonly spec: WaterfallSpec;
      readonly table: TableModel;
    }
  /** Nothing is drawn; `why` says what is missing. */
  | { readonly status: 'withheld'; readonly why: string };

const DECIMALS = 1;
/** A change in a year of less than this share is little. */
const LITTLE = 0.1;
const UNIT = 'Children starting a plan for neglect per 10,000 children, counted by these steps';

/** What each link counts, for the table; a link between two counts is said per 100. */
const LINKS: Readonly<Record<PathwayLink, { readonly label: string; readonly per: number }>> = {
  referred: { label: 'Children referred for any reason, per 10,000 children', per: 1 },
  conference: { label: 'Children at an initial conference, per 100 referred', per: 100 },
  plan: { label: 'Children starting a plan, per 100 at a conference', per: 100 },
  category: { label: 'Neglect as first category, per 100 plans started', per: 100 }
};

/** `how many plans started for neglect is withheld in Rutland`, for every count that is missing. */
function whyMissing(name: string, cells: PathwayCells, steps: readonly (keyof PathwayCounts)[]): string {
  const byReason = new Map<Reason, string[]>();
  for (const step of steps) {
    const cell = cells[step];
    if (isKnown(cell)) continue;
    byReason.set(cell.reason, [...(byReason.get(cell.reason) ?? []), countedAtStep(step)]);
  }
  return [...byReason].map(([reason, said]) => `For ${name}, ${listed(said)} ${absence(reason)}.`).join(' ');
}

const NOT_DRAWN = 'The steps from a referral to a plan for neglect cannot be drawn.';

/** The chain of a side, or the sentence that says why it has none. */
function chainOf({ name, way }: PathwaySide): { readonly pathway: Pathway } | { readonly why: string } {
  const result = pathwayResult(way);
  switch (result.status) {
    case 'known':
      return { pathway: result.pathway };
    case 'withheld':
      return { why: whyMissing(name, way, result.steps) };
    case 'endsAt':
      return { why: endsAtSentence(name, result.step) };
  }
}

/** The area of the page where it has few, since another may be unnamed. */
function fewTitleOf(here: PathwaySide, there: PathwaySide): string | undefined {
  const few = [here, there].find(({ way }) => fewnessOf(way) === 'few');
  if (!few) return undefined;
  const { startsNeglect } = few.way;
  return fewTitle(few.name, few === here && isKnown(startsNeglect) ? startsNeglect.value : undefined);
}

/** One unnamed area is no measure of similar areas, and nothing in a message may read as if it were. */
function titleOf(parts: Pathway, here: PathwaySide, there: PathwaySide, ends: [number, number]): string {
  const title = messageOf(parts, here, there, ends);
  return there.role === 'neighbours' && !title.includes(ONE_AREA) ? `${title}. ${ONE_AREA}` : title;
}

function messageOf(parts: Pathway, here: PathwaySide, there: PathwaySide, ends: [number, number]): string {
  const few = fewTitleOf(here, there);
  if (few !== undefined) return few;
  const [to, from] = ends.map((end) => roundHalfUp(end, DECIMALS));
  const past = there.isPast === true;
  if (to === from && past)
    return `Counted by these steps, as many children in every 10,000 started a plan for neglect in ${here.name} as a year earlier`;
  if (!past && (to === from || there.isClose === true))
    return there.role === 'neighbours'
      ? closeToOne(here.name, there.name)
      : closeText(here.name, there.name, parts);
  if (past && Math.abs(ends[0] - ends[1]) < LITTLE * ends[1])
    return changedLittle(
      here.name,
      number(ends[1], DECIMALS),
      number(ends[0], DECIMALS),
      PATHWAY_LINKS.some((link) => Math.abs(parts[link]) >= LITTLE * ends[1])
    );
  if (areOffset(parts))
    return `${here.name} beside ${past ? 'a year earlier' : there.name}: ${offsetText(parts)}`;
  const main = mainStep(parts);
  if (main === undefined) return past ? noOneStepSince(here.name) : noOneStep(here.name, there.name);
  const what = past
    ? `${possessive(here.name)} change since a year earlier`
    : `${possessive(here.name)} difference from ${there.name}`;
  return mostOfText(main.share, what, main.link);
}

function tableOf(
  here: { readonly side: PathwaySide; readonly pathway: Pathway },
  there: { readonly side: PathwaySide; readonly pathway: Pathway },
  parts: Pathway
): TableModel {
  const column = (key: string, label: string, unit?: string) => ({
    key,
    label,
    kind: 'number' as const,
    decimals: DECIMALS,
    ...(unit === undefined ? {} : { unit })
  });
  const ends = [pathwayEnd(there.pathway), pathwayEnd(here.pathway)] as const;
  const row = (step: string, from: Cell, to: Cell, change: Cell) => ({ step, from, to, change });
  return {
    caption: `${UNIT}. From ${there.side.name} to ${here.side.name}. ${PATHWAY_CAPTION}`,
    columns: [
      { key: 'step', label: 'Step', kind: 'text' },
      column('from', labelOf(there.side)),
      column('to', labelOf(here.side)),
      column('change', 'What the step adds or takes away', UNIT)
    ],
    rows: [
      ...PATHWAY_LINKS.map((link) => {
        const { label, per } = LINKS[link];
        return row(
          label,
          known(there.pathway[link] * per),
          known(here.pathway[link] * per),
          known(parts[link])
        );
      }),
      row(UNIT, known(ends[0]), known(ends[1]), known(ends[1] - ends[0]))
    ]
  };
}

/**
 * The difference between two sides in children starting a plan for neglect per 10,000 children, shared over the steps of
 * the way there (`stats/pathway.ts`), as a drawing, its table and its words. A link that is withheld or missing on either side
 * withholds the whole, and says which; so does a side on which nobody got as far as a step, or with too few plans.
 */
export function pathwayWaterfall(here: PathwaySide, there: PathwaySide): PathwayWaterfall {
  const [to, from] = [chainOf(here), chainOf(there)];
  if (!('pathway' in to) || !('pathway' in from)) {
    const why = [to, from].flatMap((chain) => ('why' in chain ? [chain.why] : []));
    return { status: 'withheld', why: [NOT_DRAWN, ...why].join(' ') };
  }
  const tooFew = [here, there].find(({ way }) => fewnessOf(way) === 'tooFew');
  if (tooFew)
    return { status: 'withheld', why: `${NOT_DRAWN} ${tooFewSentence(tooFew.name, PATHWAY_NEEDS)}` };
  const shared = shareDifference(to.pathway, from.pathway);
  if (shared.status === 'severalZeros') {
    const none = listed(shared.links.map((link) => `“${LINKS[link].label}”`));
    return {
      status: 'withheld',
      why: `${NOT_DRAWN} More than one step is none (${none}), so which of them makes the difference cannot be told.`
    };
  }
  const { parts } = shared;
  const ends: [number, number] = [pathwayEnd(to.pathway), pathwayEnd(from.pathway)];
  const steps = PATHWAY_LINKS.map((link) => ({
    id: link,
    label: sentence(stepText(link)),
    change: parts[link]
  }));
  const rounded = [ends[1], ...steps.map(({ change }) => change)].reduce(
    (sum, each) => sum + roundHalfUp(each, DECIMALS),
    0
  );
  const exact = roundHalfUp(rounded, DECIMALS) === roundHalfUp(ends[0], DECIMALS);
  const title = titleOf(parts, here, there, ends);
  const said = [
    `${there.name} ${number(ends[1], DECIMALS)}`,
    ...PATHWAY_LINKS.map((link) => `${stepText(link)} ${signed(parts[link], DECIMALS)}`),
    `${here.name} ${number(ends[0], DECIMALS)}`
  ];
  return {
    status: 'drawn',
    title,
    description: `${title}. ${sentence(UNIT)}: ${said.join('; ')}. ${PATHWAY_CAPTION}`,
    caption: PATHWAY_CAPTION,
    notes: [
      PATHWAY_CAPTION,
      PRODUCT_NOTE,
      ...(exact ? [] : ['Steps are rounded, so they may not add up to the last decimal.'])
    ],
    spec: {
      kind: 'waterfall',
      unit: UNIT,
      decimals: DECIMALS,
      from: { label: labelOf(there), value: ends[1], role: there.role },
      steps,
      to: { label: labelOf(here), value: ends[0], role: here.role }
    },
    table: tableOf({ side: here, pathway: to.pathway }, { side: there, pathway: from.pathway }, parts)
  };
}
