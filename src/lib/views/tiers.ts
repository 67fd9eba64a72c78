/** The tiers of help of an area on a date, and what is counted at each: told by the bundle, and named here by none. */
import type { Tier } from '#lib/domain/bundle.ts';
import { isThere, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { listed } from '#lib/words/number.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { Context } from './context.ts';
import { plansOf } from './plans-by-category.ts';
import { tablesOf } from './provenance.ts';
import { PLANS_TOTAL } from './terms.ts';

export interface TierFigures extends Pick<Tier, 'id' | 'name' | 'place'> {
  readonly all: Cell;
  /** Of them, those with neglect recorded. */
  readonly neglect: Cell;
  /** Whether any indicator counts those who are at it, on figures that are loaded or not. */
  readonly isCounted: boolean;
  /** Whether those who are at it are among what is published, of this area or not. */
  readonly isPublished: boolean;
  /** The indicator that tells of neglect there, where a partnership supplies it. */
  readonly indicator?: string;
  readonly tables: readonly string[];
  /** Whether it is the tier of the plans that are counted by category. */
  readonly isPlans: boolean;
  /** At that tier, those with neglect as the category, where the record of the others is known too. */
  readonly named?: Cell;
}

interface Share {
  readonly indicator: string;
  readonly numerator: PlacedTerm;
  readonly denominator: PlacedTerm;
}

const roles = ({ indicators }: Pick<Catalogue, 'indicators'>) =>
  indicators.filter(({ role }) => role !== undefined);

/** The tier of which a term counts those who are open on a date, by no other members than `beside`. */
function tierIn(
  { kinds }: Pick<Catalogue, 'kinds'>,
  term: PlacedTerm | undefined,
  beside: number
): string | undefined {
  const measure = kinds[term?.cube ?? '']?.measures.find(({ id }) => id === term?.measure);
  const { tier, ...rest } = term?.members ?? {};
  return measure?.kind === 'stock' && typeof tier === 'string' && Object.keys(rest).length === beside
    ? tier
    : undefined;
}

/** Neglect among all who are open at a tier, as supplied figures answer it: n and N of one table. */
function shares(catalogue: Pick<Catalogue, 'indicators' | 'kinds'>): readonly Share[] {
  return roles(catalogue).flatMap(({ id, kind, mark, supplied, numerator, denominator }) =>
    supplied &&
    kind === 'share' &&
    mark === 'neglect' &&
    numerator !== undefined &&
    denominator !== undefined &&
    tierIn(catalogue, denominator, 0) !== undefined &&
    tierIn(catalogue, numerator, 1) === tierIn(catalogue, denominator, 0)
      ? [{ indicator: id, numerator, denominator }]
      : []
  );
}

const at = (term: PlacedTerm, tier: string): PlacedTerm => ({
  ...term,
  members: { ...term.members, tier }
});

/** Who is counted at each tier, and what the tables with neglect at one tier may say of every other. */
export function tierTerms(
  catalogue: Pick<Catalogue, 'indicators' | 'kinds' | 'manifest'>
): readonly PlacedTerm[] {
  return catalogue.manifest.tiers.flatMap(({ id }) => [
    ...[countingOf(catalogue, id)?.numerator ?? []].flat(),
    ...shares(catalogue).flatMap(({ numerator, denominator }) => [at(numerator, id), at(denominator, id)])
  ]);
}

/** The indicator that counts all who are at a tier. */
function countingOf(
  catalogue: Pick<Catalogue, 'indicators' | 'kinds'>,
  tier: string
): PlacedIndicator | undefined {
  return roles(catalogue).find(
    ({ kind, numerator }) => kind === 'rate' && tierIn(catalogue, numerator, 0) === tier
  );
}

/** Both figures of a tier, from one source: n and N of two sources are never set against one another. */
function figuresOf(context: Context, { id, name, place }: Tier): TierFigures {
  const { catalogue } = context;
  const counting = countingOf(catalogue, id);
  const tier = {
    id,
    name,
    place,
    isPlans: catalogue.kinds[PLANS_TOTAL.cube]?.tier === id,
    isPublished: counting?.feeds.includes('published') === true
  };
  const mine = shares(catalogue).toSorted(
    (a, b) => Number(b.numerator.members?.['tier'] === id) - Number(a.numerator.members?.['tier'] === id)
  );
  for (const { indicator, numerator, denominator } of mine) {
    const all = context.cell(at(denominator, id));
    const neglect = context.cell(at(numerator, id));
    if (!isThere(all) || (tier.isPlans && !isThere(neglect))) continue;
    return {
      ...tier,
      all,
      neglect,
      isCounted: true,
      ...(tier.isPlans ? { named: plansOf(context).neglect } : { indicator }),
      tables: [numerator.table]
    };
  }
  if (tier.isPlans) {
    const { total, neglect } = plansOf(context);
    return { ...tier, all: total, neglect, isCounted: true, tables: tablesOf(context, 'plans-rate') };
  }
  const count = counting?.numerator;
  return {
    ...tier,
    all: count === undefined ? NOT_SUPPLIED : context.cell(count),
    neglect: NOT_SUPPLIED,
    isCounted: count !== undefined,
    tables: count === undefined ? [] : [count.table]
  };
}

/** Whether an area’s figures are its partnership’s own, beside official ones. */
export const isOwn = ({ catalogue, area }: Pick<Context, 'catalogue' | 'area'>) =>
  catalogue.own?.areas.includes(area.id) === true;

/** The tiers of the area, from the first; those that its partnership alone has are no other area’s. */
function listOf(context: Context): readonly Tier[] {
  const { own, manifest } = context.catalogue;
  const tiers = own === undefined || isOwn(context) ? manifest.tiers : own.publishedTiers;
  return tiers.toSorted((a, b) => a.order - b.order);
}

/**
 * What changed in the tiers by the day of the page, a sentence for each day: `Since 1 July 2023 Family Help has taken
 * the place of early help and child in need plan. …`. Figures of one tier are never continued by those of another.
 */
export function tierSwitches(context: Context): readonly string[] {
  const day = context.period.end;
  const rungs = listOf(context).filter(({ place }) => place === 'rung');
  const begun = rungs.filter(({ from }) => from !== undefined && from <= day);
  return [...new Set(begun.map(({ from }) => from ?? day))].flatMap((from) => {
    const before = previousDay(from);
    const ended = rungs.filter(({ to }) => to === before || to === from);
    const names = (tiers: readonly Tier[]) => listed(tiers.map(({ name }) => `“${name}”`));
    const started = names(begun.filter((tier) => tier.from === from));
    const lead =
      ended.length === 0
        ? `${started} began on ${dateInWords(from)}.`
        : `Since ${dateInWords(from)}, ${started} has taken the place of ${names(ended)}.`;
    return ended.length === 0
      ? [lead]
      : [`${lead} No figure runs across that day: those before and after count different children.`];
  });
}

function previousDay(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/**
 * Every tier with its figures. One without any is left out on a day on which it is not in use, and where another rung
 * holds its children, as Family Help does those of early help.
 */
export function tiersOf(context: Context): readonly TierFigures[] {
  const day = context.period.end;
  const list = listOf(context);
  const inUse = list.filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day));
  const held = new Set(
    inUse.filter(({ place }) => place === 'rung').flatMap(({ contains = [] }) => contains)
  );
  return list
    .map((tier) => ({ tier, figures: figuresOf(context, tier) }))
    .filter(
      ({ tier, figures }) =>
        isThere(figures.all) || isThere(figures.neglect) || (inUse.includes(tier) && !held.has(tier.id))
    )
    .map(({ figures }) => figures);
}
