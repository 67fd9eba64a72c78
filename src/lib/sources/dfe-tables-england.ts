import { BROAD_ETHNICITIES, categories, NEEDS } from './dfe-members.ts';
import { EITHER_CATEGORY, IN_NEED_NOW, PLANS_NOW } from './dfe-table-columns.ts';
import { breakdown, column, type DfeTable } from './dfe-table-spec.ts';

/** England by age, sex, ethnicity and category: tables A3 to A7. */
export const ENGLAND_TABLES: readonly DfeTable[] = [
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
    some: { atLeast: 3, of: EITHER_CATEGORY },
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
    some: { atLeast: 3, of: EITHER_CATEGORY },
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
