import { DURATIONS } from './dfe-members.ts';
import {
  byCategory,
  EITHER_CATEGORY,
  PLANS_NOW,
  PLANS_STARTED,
  TOTAL,
  yearOfWork
} from './dfe-table-columns.ts';
import { breakdown, column, type DfeTable } from './dfe-table-spec.ts';

/** Child protection plans: tables D1 to D7. */
export const PLAN_TABLES: readonly DfeTable[] = [
  {
    code: 'D1',
    title: 'Child protection plans',
    reach: 'areas',
    characteristic: false,
    category: 'Child protection plans',
    needs: [PLANS_NOW],
    some: {
      atLeast: 2,
      of: [PLANS_STARTED, ['CPP_child_start'], ['CPP_end'], ['CPP_child_end'], ['CPP_anypoint']]
    },
    outputs: [
      {
        id: 'plans',
        cube: 'plans',
        title: 'Child protection plans at 31 March and in the year',
        dimensions: [],
        columns: [column('open', TOTAL, ...PLANS_NOW), ...yearOfWork('CPP', TOTAL)]
      }
    ]
  },
  {
    code: 'D2',
    title: 'Child protection plans starting by category of abuse',
    reach: 'areas',
    characteristic: false,
    category: 'Initial and latest category of abuse',
    needs: [PLANS_STARTED],
    some: { atLeast: 3, of: EITHER_CATEGORY },
    outputs: [
      {
        id: 'plan-starts-by-category',
        cube: 'plans',
        title: 'Child protection plans starting in the year by category of abuse',
        dimensions: ['category_initial', 'category_latest'],
        columns: byCategory('started', PLANS_STARTED)
      }
    ]
  },
  {
    code: 'D3',
    title: 'Second or subsequent child protection plans',
    reach: 'areas',
    characteristic: false,
    category: 'Second or subsequent plan',
    needs: [PLANS_STARTED, ['CPP_subsequent', 'Second_or_subsequent_plan', 'CPP_start_subsequent']],
    outputs: [
      {
        id: 'plan-starts-repeat',
        cube: 'plans',
        title: 'Child protection plans starting in the year that were a second or subsequent plan',
        dimensions: ['earlier_plan'],
        columns: breakdown('started', 'earlier_plan', PLANS_STARTED, {
          yes: ['CPP_subsequent', 'Second_or_subsequent_plan', 'CPP_start_subsequent']
        })
      }
    ]
  },
  {
    code: 'D4',
    title: 'Child protection plans at 31 March by category of abuse',
    reach: 'areas',
    characteristic: false,
    category: 'Initial and latest category of abuse',
    needs: [PLANS_NOW],
    some: { atLeast: 3, of: EITHER_CATEGORY },
    outputs: [
      {
        id: 'plans-by-category',
        cube: 'plans',
        title: 'Child protection plans at 31 March by category of abuse',
        dimensions: ['category_initial', 'category_latest'],
        columns: byCategory('open', PLANS_NOW)
      }
    ]
  },
  {
    code: 'D5',
    title: 'Child protection plans at 31 March by duration',
    reach: 'areas',
    characteristic: false,
    category: 'Child protection plans by length of time',
    needs: [PLANS_NOW],
    some: { atLeast: 3, of: Object.values(DURATIONS) },
    outputs: [
      {
        id: 'plans-by-duration',
        cube: 'plans',
        title: 'Child protection plans at 31 March by duration',
        dimensions: ['duration'],
        columns: breakdown('open', 'duration', PLANS_NOW, DURATIONS)
      }
    ]
  },
  {
    code: 'D7',
    title: 'Child protection plans ending by duration',
    reach: 'areas',
    characteristic: false,
    category: 'Child protection plans ending by length of time',
    needs: [['CPP_End']],
    some: { atLeast: 3, of: Object.values(DURATIONS) },
    not: ['3_months_or_less_transfer'],
    outputs: [
      {
        id: 'plan-ends-by-duration',
        cube: 'plans',
        title: 'Child protection plans ending in the year by duration',
        dimensions: ['duration'],
        columns: breakdown('ended', 'duration', ['CPP_End'], DURATIONS)
      }
    ]
  }
];
