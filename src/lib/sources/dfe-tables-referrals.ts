import { FACTORS, SOURCES } from './dfe-members.ts';
import { TOTAL } from './dfe-table-columns.ts';
import { breakdown, column, type DfeTable } from './dfe-table-spec.ts';

/** Referrals, assessments, enquiries and conferences: tables C1 to C5. */
export const REFERRAL_TABLES: readonly DfeTable[] = [
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
          column('referrals', TOTAL, 'Referrals'),
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
          column('children', TOTAL, 'Referrals_child'),
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
        columns: [column('completed', TOTAL, 'Assessments_completed', 'Assessments')]
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
          column('section47', TOTAL, 'Section47', 'Section_47_enquiries'),
          column('section47_children', TOTAL, 'Section47_child', 'Section_47_enquiries_child'),
          column('conferences', TOTAL, 'ICPC'),
          column('conference_children', TOTAL, 'ICPC_child')
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
  }
];
