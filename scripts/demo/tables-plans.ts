/** The partnership’s own figures on child protection plans. */
import { ALL } from '#lib/domain/cube.ts';
import { OLDER_CUT, USUAL_CUT } from './age-cuts.ts';
import { counting, crossed } from './count.ts';
import { agedIn, durationOn, latestOn, stock, work } from './counted.ts';
import { DURATIONS, earlierCategory, earlierPlan, initial, neglect, plans, YES } from './items.ts';
import type { OwnSketch } from './tables.ts';

const CATEGORIES = ['neglect', 'emotional', 'physical', 'sexual', 'multiple'];

export const OWN_PLANS: readonly OwnSketch[] = [
  {
    id: 'plans-neglect',
    cube: 'plans',
    title: 'Children on a plan by latest category, and whether neglect is recorded',
    dimensions: ['category_latest', 'neglect'],
    every: 'quarter',
    small: 'quarter',
    counts: [
      counting(stock('open', plans, [latestOn, neglect]), [
        ...crossed([ALL, ...CATEGORIES], YES),
        [ALL, 'no'],
        [ALL, 'notknown']
      ])
    ]
  },
  {
    id: 'plans-age',
    cube: 'plans',
    title: 'Children on a plan by latest category and age',
    dimensions: ['category_latest', 'age'],
    every: 'quarter',
    small: 'never',
    counts: [counting(stock('open', plans, [latestOn, agedIn]), crossed([ALL, 'neglect'], USUAL_CUT))]
  },
  {
    id: 'plans-older',
    cube: 'plans',
    title: 'Children on a plan by latest category and age, those of 7 to 15 told apart',
    dimensions: ['category_latest', 'age'],
    every: 'quarter',
    small: 'never',
    counts: [counting(stock('open', plans, [latestOn, agedIn]), crossed([ALL, 'neglect'], OLDER_CUT))]
  },
  {
    id: 'plans-duration',
    cube: 'plans',
    title: 'Children on a plan, and plans that ended, by latest category and how long they had lasted',
    dimensions: ['category_latest', 'duration'],
    every: 'year',
    small: 'year',
    counts: [
      counting(stock('open', plans, [latestOn, durationOn]), crossed([ALL, 'neglect'], DURATIONS)),
      counting(work('ended', plans, [latestOn, durationOn]), crossed([ALL, 'neglect'], DURATIONS))
    ]
  },
  {
    id: 'plan-starts',
    cube: 'plans',
    title: 'Plans started by first category, and whether there was one before',
    dimensions: ['category_initial', 'earlier_plan'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(work('started', plans, [initial, earlierPlan]), [
        ...crossed([ALL, ...CATEGORIES], [ALL]),
        ...crossed([ALL, 'neglect'], ['yes', 'no'])
      ])
    ]
  },
  {
    id: 'plan-starts-earlier',
    cube: 'plans',
    title: 'Plans started for neglect for a child who had one before, by the first category of that plan',
    dimensions: ['category_initial', 'earlier_plan', 'earlier_category'],
    every: 'year',
    small: 'never',
    counts: [
      counting(
        work('started', plans, [initial, earlierPlan, earlierCategory]),
        crossed(['neglect'], ['yes'], [ALL, ...CATEGORIES, 'notknown'])
      )
    ]
  }
];
