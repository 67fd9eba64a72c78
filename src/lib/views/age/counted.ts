/** What is counted by age: neglect first, every reason last. */
import type { Mark } from '#lib/domain/mark.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Term } from '#lib/domain/term.ts';
import type { Context } from '../context.ts';

export interface Counted {
  readonly id: string;
  /** As it stands beside others: `Child in need plan, with neglect recorded`. */
  readonly name: string;
  /** In a title: `Early help`. */
  readonly short: string;
  /** Inside a sentence: `on a plan for neglect`. */
  readonly said: string;
  /** One of them, and several. */
  readonly unit: { readonly one: string; readonly many: string };
  readonly mark: Mark;
  readonly kind: 'stock' | 'flow';
  /** Of a plan: whether it is the first or the latest category that is neglect. */
  readonly category?: 'first' | 'latest';
  /** A tier of help, or the plans of one. */
  readonly isTier: boolean;
  readonly term: Term;
  /** How its rates are worked out and whose page tells more. */
  readonly rate: PlacedIndicator;
  readonly indicator: string;
}

/** By its first category, which may no longer be its own. */
const BEGAN = 'on a plan that began for neglect';

const CHILDREN = { one: 'child', many: 'children' };

function bare(indicator: PlacedIndicator, members?: Term['members']): Term {
  const { cube = '', measure = '', members: own } = indicator.numerator ?? {};
  const named = members ?? own;
  return { cube, measure, ...(named ? { members: named } : {}) };
}

function plans(context: Context): readonly Counted[] {
  const rate = context.indicator('plans-neglect-rate');
  const latest = bare(rate);
  const [named] = Object.values(latest.members ?? {});
  const neglect = [named ?? 'none'].flat()[0] ?? 'none';
  const plan = {
    unit: CHILDREN,
    mark: 'neglect',
    kind: 'stock',
    isTier: true,
    rate,
    indicator: rate.id
  } as const;
  return [
    {
      ...plan,
      id: 'plans-latest',
      name: 'Child protection plan for neglect',
      short: 'Plan for neglect',
      said: 'on a plan for neglect',
      category: 'latest',
      term: latest
    },
    ...(Array.isArray(named)
      ? [
          {
            ...plan,
            id: 'plans-alone',
            name: 'Child protection plan for neglect alone',
            short: 'Plan for neglect alone',
            said: 'on a plan for neglect alone',
            category: 'latest' as const,
            term: { ...latest, members: { category_latest: neglect } }
          }
        ]
      : []),
    {
      ...plan,
      id: 'plans-first',
      name: 'Child protection plan that began for neglect',
      short: 'Plan that began for neglect',
      said: BEGAN,
      category: 'first',
      term: { ...latest, members: { category_initial: neglect } }
    }
  ];
}

/** Each tier with neglect recorded, by the same field of the case system that says so of one of them. */
function tiers(context: Context): readonly Counted[] {
  const rate = context.indicator('known-neglect-rate');
  const share = context.indicator('cin-plans-neglect-share');
  const merged = share.mark === 'includes';
  return context.catalogue.manifest.tiers
    .filter(({ place }) => place === 'rung')
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name }): Counted => ({
      id: `tier-${id}`,
      short: name,
      name: `${name}, with ${merged ? '“abuse or neglect”' : 'neglect'} recorded`,
      said: `with ${merged ? '“abuse or neglect”' : 'neglect'} recorded: ${name}`,
      unit: CHILDREN,
      mark: share.mark,
      kind: 'stock',
      isTier: true,
      term: { cube: 'known', measure: 'open', members: { tier: id, neglect: merged ? 'merged' : 'yes' } },
      rate: { ...rate, mark: share.mark },
      indicator: rate.id
    }));
}

function once(context: Context): Counted {
  const rate = context.indicator('known-neglect-rate');
  return {
    id: 'known-once',
    name: 'At any tier, each child counted once',
    short: 'Any tier',
    said: 'known for neglect at any tier',
    unit: CHILDREN,
    mark: rate.mark,
    kind: 'stock',
    isTier: true,
    term: bare(rate),
    rate,
    indicator: rate.id
  };
}

function assessments(context: Context): Counted {
  const rate = context.indicator('assessments-neglect-rate');
  return {
    id: 'assessments',
    name: 'Assessments that recorded neglect in the year',
    short: 'Assessments',
    said: 'in whose assessment neglect was recorded',
    unit: { one: 'assessment', many: 'assessments' },
    mark: rate.mark,
    kind: 'flow',
    isTier: false,
    term: bare(rate),
    rate,
    indicator: rate.id
  };
}

function everyReason(context: Context): readonly Counted[] {
  const all = (id: string, role: string, name: string, said: string): Counted => {
    const rate = context.indicator(role);
    const { id: indicator } = rate;
    return {
      id,
      name,
      short: name,
      said,
      unit: CHILDREN,
      mark: 'all',
      kind: 'stock',
      isTier: true,
      term: bare(rate),
      rate,
      indicator
    };
  };
  const main = context.indicator('in-need-abuse-or-neglect-share');
  return [
    {
      id: 'main-need',
      name: 'Children in need because of abuse or neglect',
      short: 'Children in need because of abuse or neglect',
      said: 'in need because of abuse or neglect',
      unit: CHILDREN,
      mark: 'includes',
      kind: 'stock',
      isTier: false,
      term: bare(main),
      rate: { ...context.indicator('in-need-rate'), mark: 'includes' },
      indicator: main.id
    },
    all('plans-all', 'plans-rate', 'Child protection plan, every reason', 'on a plan for every reason'),
    all('in-need', 'in-need-rate', 'Children in need, every reason', 'in need for every reason')
  ];
}

/** Everything that may be counted by age, in the order in which a page leads with it. */
export function countedOf(context: Context): readonly Counted[] {
  return [...plans(context), once(context), ...tiers(context), assessments(context), ...everyReason(context)];
}

/** Parts whose indicators these are made from. */
export const AGE_ROLES = [
  'plans-neglect-rate',
  'plans-rate',
  'known-neglect-rate',
  'cin-plans-neglect-share',
  'assessments-neglect-rate',
  'in-need-rate',
  'in-need-abuse-or-neglect-share',
  'older-neglect-share',
  'plans-multiple-share',
  'plans-neglect-share'
] as const;
