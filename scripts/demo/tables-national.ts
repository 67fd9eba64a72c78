/** The made-up national return: the tables that official statistics have, by reporting year. */
import { ALL } from '#lib/domain/cube.ts';
import { counting, crossed, type Counting, type Rows } from './count.ts';
import { agedIn, durationOn, events, latestOn, stock, work } from './counted.ts';
import { OLDER_CUT, USUAL_CUT } from './age-cuts.ts';
import {
  assessments,
  conferences,
  DURATIONS,
  earlierPlan,
  enquiries,
  factors,
  hasFactors,
  initial,
  needOf,
  NEEDS,
  needs,
  outcome,
  plans,
  referrals,
  rereferral,
  source,
  SOURCES,
  spells,
  YES
} from './items.ts';
import type { Life, Plan, Spell, Stretch } from './life.ts';
import type { Sketch } from './tables.ts';

const WORK = ['started', 'started_children', 'ended', 'ended_children', 'anypoint', 'anypoint_children'];
const cinPlans = (life: Life): readonly Spell[] => spells(life).filter(({ tier }) => tier === 'cinplan');
const workOf = <Item extends Stretch>(
  items: (life: Life) => readonly Item[],
  by: readonly (() => string)[],
  rows: Rows
): Counting[] => WORK.map((measure) => counting(work(measure, items, by), rows));

const CATEGORIES = ['neglect', 'physical', 'emotional', 'sexual', 'multiple'];
const EITHER: Rows = [
  [ALL, ALL],
  ...CATEGORIES.map((category) => [category, ALL]),
  ...CATEGORIES.map((category) => [ALL, category])
];
export const FACTORS = [
  'f1b',
  'f2a',
  'f2b',
  'f3a',
  'f3b',
  'f4a',
  'f4b',
  'f5a',
  'f5b',
  'f7a',
  'f10a',
  'f11a',
  'f13a',
  'f14a',
  'f15a',
  'f16a',
  'f17a',
  'f18c',
  'f19c',
  'f20',
  'f24a'
];

export const NATIONAL: readonly Sketch[] = [
  {
    id: 'in-need',
    cube: 'known',
    title: 'Children in need at 31 March',
    code: 'B1',
    dimensions: ['tier'],
    counts: [counting(stock('open', needs, [() => 'inneed']), [['inneed']])]
  },
  {
    id: 'in-need-year',
    cube: 'work',
    title: 'Episodes of need in the year',
    code: 'B1',
    dimensions: ['tier'],
    counts: workOf(needs, [() => 'inneed'], [['inneed']])
  },
  {
    id: 'primary-need',
    cube: 'primary_need',
    title: 'Children in need at 31 March by primary need',
    code: 'B3',
    dimensions: ['need'],
    counts: [counting(stock('open', needs, [needOf]), crossed(NEEDS))]
  },
  {
    id: 'cin-plans',
    cube: 'known',
    title: 'Children on a child in need plan at 31 March',
    code: 'B7',
    dimensions: ['tier'],
    counts: [counting(stock('open', cinPlans, [() => 'cinplan']), [['cinplan']])]
  },
  {
    id: 'cin-plans-year',
    cube: 'work',
    title: 'Child in need plans in the year',
    code: 'B7',
    dimensions: ['tier'],
    counts: workOf(cinPlans, [() => 'cinplan'], [['cinplan']])
  },
  {
    id: 'referrals',
    cube: 'referrals',
    title: 'Referrals in the year',
    code: 'C1',
    dimensions: ['outcome', 'rereferral'],
    counts: [
      counting(events('referrals', referrals, [outcome, rereferral]), [
        [ALL, ALL],
        ['nfa', ALL],
        ['notinneed', ALL],
        [ALL, 'yes']
      ]),
      counting(events('children', referrals, [() => ALL, rereferral]), [
        [ALL, ALL],
        [ALL, 'yes']
      ])
    ]
  },
  {
    id: 'referrals-by-source',
    cube: 'referrals',
    title: 'Referrals in the year by source',
    code: 'C5',
    dimensions: ['source'],
    counts: [counting(events('referrals', referrals, [source]), crossed([ALL, ...SOURCES]))]
  },
  {
    id: 'assessments',
    cube: 'assessments',
    title: 'Assessments completed in the year',
    code: 'C2',
    dimensions: [],
    counts: [counting(events('completed', assessments, []), [[]])]
  },
  {
    id: 'assessment-factors',
    cube: 'assessments',
    title: 'Episodes by factor recorded in an assessment',
    code: 'C3',
    dimensions: ['factor'],
    counts: [counting(events('episodes', assessments, [factors], hasFactors), crossed([ALL, ...FACTORS]))]
  },
  {
    id: 'enquiries-conferences',
    cube: 'enquiries',
    title: 'Section 47 enquiries and initial conferences in the year',
    code: 'C4',
    dimensions: [],
    counts: [
      ...['section47', 'section47_children'].map((measure) => counting(events(measure, enquiries, []), [[]])),
      ...['conferences', 'conference_children'].map((measure) =>
        counting(events(measure, conferences, []), [[]])
      )
    ]
  },
  {
    id: 'plans',
    cube: 'plans',
    title: 'Child protection plans',
    code: 'D1',
    dimensions: [],
    counts: [counting(stock('open', plans, []), [[]]), ...workOf(plans, [], [[]])]
  },
  {
    id: 'plan-starts-by-category',
    cube: 'plans',
    title: 'Child protection plans started in the year by category',
    code: 'D2',
    dimensions: ['category_initial', 'category_latest'],
    counts: [counting(work('started', plans, [initial, latestInYear]), EITHER)]
  },
  {
    id: 'plan-starts-repeat',
    cube: 'plans',
    title: 'Child protection plans started in the year for a child who had one before',
    code: 'D3',
    dimensions: ['earlier_plan'],
    counts: [counting(work('started', plans, [earlierPlan]), crossed(YES))]
  },
  {
    id: 'plans-by-category',
    cube: 'plans',
    title: 'Child protection plans at 31 March by category',
    code: 'D4',
    dimensions: ['category_initial', 'category_latest'],
    counts: [counting(stock('open', plans, [initial, latestOn]), EITHER)]
  },
  {
    id: 'plans-by-duration',
    cube: 'plans',
    title: 'Child protection plans at 31 March by how long they had lasted',
    code: 'D5',
    dimensions: ['duration'],
    counts: [counting(stock('open', plans, [durationOn]), crossed(DURATIONS))]
  },
  {
    id: 'plan-ends-by-duration',
    cube: 'plans',
    title: 'Child protection plans ended in the year by how long they had lasted',
    code: 'D7',
    dimensions: ['duration'],
    counts: [counting(work('ended', plans, [durationOn]), crossed(DURATIONS))]
  }
];

/** The latest category by the end of the year in which a plan started. */
function latestInYear(plan: Plan, day: number): string {
  const latest = latestOn(plan, lastOfYear(day));
  return typeof latest === 'string' ? latest : plan.initial;
}

function lastOfYear(day: number): number {
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear() + (date.getUTCMonth() >= 3 ? 1 : 0);
  return Math.round(Date.parse(`${String(year)}-03-31`) / 86_400_000);
}

/** Only of the country. */
export const NATIONAL_ONLY: readonly Sketch[] = [
  {
    id: 'england-plans-characteristics',
    cube: 'plans',
    title: 'Child protection plans at 31 March by category and age, England (made up)',
    code: 'A5',
    dimensions: ['category_initial', 'age'],
    counts: [
      counting(
        stock('open', plans, [initial, agedIn]),
        crossed([ALL, 'neglect', 'emotional', 'physical', 'sexual'], USUAL_CUT)
      )
    ]
  },
  {
    id: 'england-plans-older',
    cube: 'plans',
    title:
      'Child protection plans at 31 March by category and age, those of 7 to 15 told apart, England (made up)',
    dimensions: ['category_initial', 'age'],
    counts: [counting(stock('open', plans, [initial, agedIn]), crossed([ALL, 'neglect'], OLDER_CUT))]
  },
  {
    id: 'england-in-need',
    cube: 'known',
    title: 'Children in need at 31 March by age, England (made up)',
    code: 'A3',
    dimensions: ['tier', 'age'],
    counts: [counting(stock('open', needs, [() => 'inneed', agedIn]), crossed(['inneed'], USUAL_CUT))]
  }
];
