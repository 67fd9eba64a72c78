import {
  BARE_CATEGORIES,
  BROAD_ETHNICITIES,
  categories,
  DURATIONS,
  FACTORS,
  NEEDS,
  SOURCES
} from './dfe-members.ts';
import { breakdown, column, type ColumnSpec, type DfeTable } from './dfe-table-spec.ts';

const IN_NEED_NOW = ['At31_episodes', 'CIN_At31'];
const PLANS_NOW = ['CPP_At31'];
const PLANS_STARTED = ['CPP_start'];

/** The seven flows and one stock that B1, B7 and D1 share, under their own prefix. */
function yearOfWork(prefix: string, members: Readonly<Record<string, string>>): ColumnSpec[] {
  return [
    column('started', members, `${prefix}_start`),
    column('started_children', members, `${prefix}_child_start`),
    column('ended', members, `${prefix}_end`),
    column('ended_children', members, `${prefix}_child_end`),
    column('anypoint', members, `${prefix}_anypoint`),
    column('anypoint_children', members, `${prefix}_child_anypoint`)
  ];
}

function byCategory(measure: string, total: readonly string[]): ColumnSpec[] {
  return [
    ...breakdown(measure, 'category_initial', total, categories('Initial')),
    ...breakdown(measure, 'category_latest', total, categories('Latest')).slice(1)
  ];
}

const eitherCategory = Object.keys(BARE_CATEGORIES).map((member) => [
  ...(categories('Initial')[member] ?? []),
  ...(categories('Latest')[member] ?? []),
  ...(BARE_CATEGORIES[member] ?? [])
]);

const work = { cube: 'work', dimensions: ['tier'] } as const;
const known = { cube: 'known', dimensions: ['tier'] } as const;
const none: Readonly<Record<string, string>> = {};

/** Which DfE table fills which of ours. Tables that are not here are named in the report and not read. */
export const DFE_TABLES: readonly DfeTable[] = [
  {
    code: 'B1',
    title: 'Children in need',
    reach: 'areas',
    characteristic: false,
    category: 'Children in need',
    needs: [IN_NEED_NOW],
    some: {
      atLeast: 2,
      of: [
        ['Started_episodes'],
        ['Ended_episodes'],
        ['Anypoint_episodes'],
        ['Started_child'],
        ['Anypoint_child']
      ]
    },
    outputs: [
      {
        id: 'in-need',
        ...known,
        title: 'Children in need at 31 March',
        columns: [column('open', { tier: 'inneed' }, ...IN_NEED_NOW)]
      },
      {
        id: 'in-need-year',
        ...work,
        title: 'Children in need: episodes starting, ending and open in the year',
        columns: [
          column('started', { tier: 'inneed' }, 'Started_episodes', 'CIN_start'),
          column('started_children', { tier: 'inneed' }, 'Started_child', 'CIN_child_start'),
          column('ended', { tier: 'inneed' }, 'Ended_episodes', 'CIN_end'),
          column('ended_children', { tier: 'inneed' }, 'Ended_child', 'CIN_child_end'),
          column('anypoint', { tier: 'inneed' }, 'Anypoint_episodes', 'CIN_anypoint'),
          column('anypoint_children', { tier: 'inneed' }, 'Anypoint_child', 'CIN_child_anypoint')
        ]
      }
    ]
  },
  {
    code: 'B3',
    title: 'Primary need at assessment',
    reach: 'areas',
    characteristic: false,
    category: 'Primary need at assessment',
    needs: [IN_NEED_NOW],
    some: { atLeast: 5, of: Object.values(NEEDS) },
    outputs: [
      {
        id: 'primary-need',
        cube: 'primary_need',
        title: 'Children in need at 31 March by primary need at assessment',
        dimensions: ['need'],
        columns: breakdown('open', 'need', IN_NEED_NOW, NEEDS)
      }
    ]
  },
  {
    code: 'B7',
    title: 'Child in need plans',
    reach: 'areas',
    characteristic: false,
    category: 'CIN plans',
    needs: [['CINPlan_At31']],
    outputs: [
      {
        id: 'cin-plans',
        ...known,
        title: 'Children on a child in need plan at 31 March',
        columns: [column('open', { tier: 'cinplan' }, 'CINPlan_At31')]
      },
      {
        id: 'cin-plans-year',
        ...work,
        title: 'Child in need plans starting, ending and open in the year',
        columns: yearOfWork('CINPlan', { tier: 'cinplan' })
      }
    ]
  },
  {
    code: 'C1',
    title: 'Referrals and re-referrals',
    reach: 'areas',
    characteristic: false,
    category: 'Referrals and re-referrals',
    needs: [['Referrals']],
    some: {
      atLeast: 1,
      of: [['Re_referrals'], ['No_Further_Action'], ['Not_in_Need', 'Assessed_not_in_need']]
    },
    outputs: [
      {
        id: 'referrals',
        cube: 'referrals',
        title: 'Referrals and re-referrals in the year',
        dimensions: ['outcome', 'rereferral'],
        columns: [
          column('referrals', none, 'Referrals'),
          column('referrals', { outcome: 'nfa' }, 'No_Further_Action', 'Referrals_No_Further_Action', 'NFA'),
          column(
            'referrals',
            { outcome: 'notinneed' },
            'Not_in_Need',
            'Assessed_not_in_need',
            'Assessed_as_not_in_need',
            'Referrals_not_in_need'
          ),
          column('referrals', { rereferral: 'yes' }, 'Re_referrals', 'Re_referrals_within_12_months'),
          column('children', none, 'Referrals_child'),
          column('children', { rereferral: 'yes' }, 'Re_referrals_child', 'Children_re_referred')
        ]
      }
    ]
  },
  {
    code: 'C2',
    title: 'Duration of assessment',
    reach: 'areas',
    characteristic: false,
    category: 'Duration of assessment',
    needs: [['Assessments_completed', 'Assessments']],
    outputs: [
      {
        id: 'assessments',
        cube: 'assessments',
        title: 'Assessments completed in the year',
        dimensions: [],
        columns: [column('completed', none, 'Assessments_completed', 'Assessments')]
      }
    ]
  },
  {
    code: 'C3',
    title: 'Factors identified at the end of assessment',
    reach: 'areas',
    characteristic: false,
    category: 'Factors identified at the end of assessment',
    needs: [['Episodes_with_assessment_factor', 'Assessment_factors', 'Episodes_with_factors']],
    some: { atLeast: 5, of: Object.values(FACTORS) },
    outputs: [
      {
        id: 'assessment-factors',
        cube: 'assessments',
        title: 'Episodes with factors identified at the end of assessment',
        dimensions: ['factor'],
        columns: breakdown(
          'episodes',
          'factor',
          ['Episodes_with_assessment_factor', 'Assessment_factors', 'Episodes_with_factors'],
          FACTORS
        )
      }
    ]
  },
  {
    code: 'C4',
    title: 'Section 47 enquiries and initial child protection conferences',
    reach: 'areas',
    characteristic: false,
    category: 'Section 47s and initial child protection conferences',
    needs: [['Section47', 'Section_47_enquiries'], ['ICPC']],
    outputs: [
      {
        id: 'enquiries-conferences',
        cube: 'enquiries',
        title: 'Section 47 enquiries and initial child protection conferences in the year',
        dimensions: [],
        columns: [
          column('section47', none, 'Section47', 'Section_47_enquiries'),
          column('section47_children', none, 'Section47_child', 'Section_47_enquiries_child'),
          column('conferences', none, 'ICPC'),
          column('conference_children', none, 'ICPC_child')
        ]
      }
    ]
  },
  {
    code: 'C5',
    title: 'Source of referral',
    reach: 'areas',
    characteristic: false,
    category: 'Source of referral',
    needs: [['Referrals']],
    some: { atLeast: 5, of: Object.values(SOURCES) },
    outputs: [
      {
        id: 'referrals-by-source',
        cube: 'referrals',
        title: 'Referrals in the year by source',
        dimensions: ['source'],
        columns: breakdown('referrals', 'source', ['Referrals'], SOURCES)
      }
    ]
  },
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
        columns: [column('open', none, ...PLANS_NOW), ...yearOfWork('CPP', none)]
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
    some: { atLeast: 3, of: eitherCategory },
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
    some: { atLeast: 3, of: eitherCategory },
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
  },
  {
    code: 'A3',
    title: 'Primary need by age and sex, England',
    reach: 'england',
    characteristic: true,
    category: 'Primary need at assessment',
    needs: [IN_NEED_NOW],
    some: { atLeast: 5, of: Object.values(NEEDS) },
    outputs: [
      {
        id: 'england-primary-need',
        cube: 'primary_need',
        title: 'England: children in need at 31 March by primary need, age and sex',
        dimensions: ['need', 'age', 'sex'],
        columns: breakdown('open', 'need', IN_NEED_NOW, NEEDS)
      }
    ]
  },
  {
    code: 'A4',
    title: 'Ethnicity by age and sex, England',
    reach: 'england',
    characteristic: true,
    category: 'Children in need at 31 March',
    needs: [IN_NEED_NOW],
    some: { atLeast: 4, of: Object.values(BROAD_ETHNICITIES) },
    outputs: [
      {
        id: 'england-in-need-ethnicity',
        cube: 'known',
        title: 'England: children in need at 31 March by ethnicity, age and sex',
        dimensions: ['tier', 'ethnicity', 'age', 'sex'],
        columns: breakdown('open', 'ethnicity', IN_NEED_NOW, BROAD_ETHNICITIES, { tier: 'inneed' })
      }
    ]
  },
  {
    code: 'A5',
    title: 'Initial category of abuse by age, sex and ethnicity, England',
    reach: 'england',
    characteristic: true,
    category: 'Initial category of abuse',
    needs: [PLANS_NOW],
    some: { atLeast: 3, of: eitherCategory },
    outputs: [
      {
        id: 'england-plans-characteristics',
        cube: 'plans',
        title:
          'England: child protection plans at 31 March by initial category of abuse, and age, sex or ethnicity',
        dimensions: ['category_initial', 'age', 'sex', 'ethnicity'],
        columns: breakdown('open', 'category_initial', PLANS_NOW, categories('Initial'))
      }
    ]
  },
  {
    code: 'A6',
    title: 'Initial category of abuse, England',
    reach: 'england',
    characteristic: false,
    category: 'Initial category of abuse',
    needs: [PLANS_NOW],
    some: { atLeast: 3, of: eitherCategory },
    outputs: [
      {
        id: 'england-plans-category',
        cube: 'plans',
        title: 'England: child protection plans at 31 March by initial category of abuse',
        dimensions: ['category_initial'],
        columns: breakdown('open', 'category_initial', PLANS_NOW, categories('Initial'))
      }
    ]
  },
  {
    code: 'A7',
    title: 'Children in need by age, sex and ethnicity, England',
    reach: 'england',
    characteristic: true,
    category: 'Children in need at 31 March',
    needs: [['number']],
    not: ['rate'],
    outputs: [
      {
        id: 'england-in-need',
        cube: 'known',
        title: 'England: children in need at 31 March by age, sex or ethnicity',
        dimensions: ['tier', 'age', 'sex', 'ethnicity'],
        columns: [column('open', { tier: 'inneed' }, 'number')]
      }
    ]
  }
];
