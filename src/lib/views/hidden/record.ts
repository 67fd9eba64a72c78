/** Plans by what their record says of neglect, from a partnership’s own list: one table for all that is set side by side. */
import { derive } from '#lib/disclosure/may-say.ts';
import { siblingsOf, type Area } from '#lib/domain/area.ts';
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { membersOf } from '#lib/indicators/breakdown.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import type { Context } from '../context.ts';

const ANY = 'plans-any-neglect-share';
const HIDDEN = 'plans-hidden-neglect-share';
const BY = 'category_latest';

export interface OtherCategory {
  readonly id: string;
  readonly name: string;
  readonly all: Cell;
  readonly recorded: Cell;
}

/** What one area’s own list says of the children on a plan on the date of the page. */
export interface PlansOnRecord {
  readonly total: Cell;
  /** With neglect as the category. */
  readonly certain: Cell;
  /** With neglect as the category or in the record. */
  readonly recorded: Cell;
  /** Those, and the plans whose record cannot tell. */
  readonly possible: Cell;
  readonly cannotTell: Cell;
  /** In another category: all, and of them those with neglect on record. */
  readonly others: Cell;
  readonly hidden: Cell;
  readonly categories: readonly OtherCategory[];
  readonly indicators: { readonly any: string; readonly hidden: string };
  readonly tables: readonly string[];
}

interface Terms {
  readonly total: PlacedTerm;
  readonly certain: PlacedTerm;
  readonly recorded: PlacedTerm;
  readonly cannotTell: PlacedTerm;
  /** A plainer table of what the record says, for what the one by category leaves out. */
  readonly elsewhere: string;
  readonly others: PlacedTerm;
  readonly hidden: PlacedTerm;
  readonly categories: readonly {
    readonly id: string;
    readonly name: string;
    readonly all: PlacedTerm;
    readonly recorded: PlacedTerm;
  }[];
}

/** The cells, where the plans are counted by category and by what the record says; undefined where they are not. */
function termsOf(context: Context): Terms | undefined {
  const any = context.indicator(ANY);
  const hidden = context.indicator(HIDDEN);
  const { numerator: recorded } = any;
  if (!any.supplied || !hidden.supplied || !recorded || !hidden.numerator || !hidden.denominator)
    return undefined;
  const { members: _, except: __, ...all } = hidden.numerator;
  const of = (members: PlacedTerm['members']): PlacedTerm => ({ ...all, ...(members ? { members } : {}) });
  const listed = hidden.denominator.members?.[BY];
  const left = [hidden.denominator.except?.[BY] ?? []].flat();
  const isOther = (id: string) => (listed ? [listed].flat().includes(id) : !left.includes(id));
  return {
    total: of(undefined),
    certain: of({ [BY]: hidden.denominator.except?.[BY] ?? 'neglect' }),
    recorded: of(recorded.members),
    cannotTell: of({ neglect: 'notknown' }),
    elsewhere: recorded.table,
    others: hidden.denominator,
    hidden: hidden.numerator,
    categories: membersOf(context.catalogue, recorded.cube, BY)
      .filter(({ id }) => isOther(id))
      .map(({ id, name }) => ({
        id,
        name,
        all: of({ [BY]: id }),
        recorded: of({ [BY]: id, neglect: 'yes' })
      }))
  };
}

function at(context: Context, terms: Terms, lookup: CellLookup, area: string): PlansOnRecord | undefined {
  const cell = (term: PlacedTerm): Cell => {
    const found = lookup(term, area, context.period.id);
    return isThere(found) ? found : lookup({ ...term, table: terms.elsewhere }, area, context.period.id);
  };
  const [total, certain, recorded, cannotTell] = [
    cell(terms.total),
    cell(terms.certain),
    cell(terms.recorded),
    cell(terms.cannotTell)
  ];
  if (!isKnown(total) || !isThere(recorded)) return undefined;
  return {
    total,
    certain,
    recorded,
    cannotTell,
    possible: derive([recorded, cannotTell], (known, unclear) => known + unclear),
    others: cell(terms.others),
    hidden: cell(terms.hidden),
    categories: terms.categories
      .map(({ id, name, all, recorded: shown }) => ({ id, name, all: cell(all), recorded: cell(shown) }))
      .filter(({ all }) => isThere(all)),
    indicators: { any: context.indicator(ANY).id, hidden: context.indicator(HIDDEN).id },
    tables: [terms.recorded.table]
  };
}

export interface RecordedPlans {
  /** Of the area of the page. */
  readonly own: PlansOnRecord;
  /** Of the other authorities of its partnership that give the same. */
  readonly siblings: readonly { readonly area: Area; readonly plans: PlansOnRecord }[];
}

/** What each of these areas gives for the date of the page; those that give nothing are left out. */
export async function recordedPlansAt(
  context: Context,
  areas: readonly Area[]
): Promise<RecordedPlans['siblings']> {
  const terms = termsOf(context);
  if (!terms) return [];
  const { categories, elsewhere, total, certain, recorded, cannotTell, others, hidden } = terms;
  const whole = [total, certain, recorded, cannotTell];
  const lookup = await context.reading.field([
    ...whole,
    ...whole.map((term) => ({ ...term, table: elsewhere })),
    others,
    hidden,
    ...categories.flatMap((category) => [category.all, category.recorded])
  ]);
  return areas.flatMap((area) => {
    const plans = at(context, terms, lookup, area.id);
    return plans ? [{ area, plans }] : [];
  });
}

/** Undefined where the area gives no such figures for the date of the page. */
export async function recordedPlans(context: Context): Promise<RecordedPlans | undefined> {
  const { area, catalogue } = context;
  const [own, ...siblings] = await recordedPlansAt(context, [
    area,
    ...siblingsOf(area, catalogue.manifest.areas)
  ]);
  return own?.area.id === area.id ? { own: own.plans, siblings } : undefined;
}
