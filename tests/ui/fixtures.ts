import { known, missing } from '#lib/domain/cell.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { changed, hidden, ladder, naming } from './fixtures-charts.ts';

/** A whole Overview, as a reader of Leicestershire's page meets it: figures of the 2024 release. */
export const leicestershire: ViewModel = {
  view: 'overview',
  area: { id: 'la855', slug: 'leicestershire', name: 'Leicestershire', kind: 'authority' },
  period: { id: '2024', label: '31 March 2024', end: '2024-03-31' },
  compare: { id: 'neighbours', label: 'similar areas' },
  choices: {
    periods: [
      { id: '2024', label: '31 March 2024' },
      { id: '2023', label: '31 March 2023' },
      { id: '2020', label: '31 March 2020' }
    ],
    compares: [
      { id: 'neighbours', label: 'Similar areas' },
      { id: 'region', label: 'East Midlands' },
      { id: 'england', label: 'England' }
    ]
  },
  title: 'Leicestershire: overview of neglect',
  position: 'Position at 31 March 2024',
  edition: 'DfE, Children in need, 2024 release',
  vintage: '2024',
  newer: 'A 2025 release was published on 30 October 2025. These figures are from the one before.',
  headline: {
    text: '235 children were on a plan for neglect. That is close to similar areas and below England.',
    mark: 'neglect',
    notes: [1]
  },
  slots: [
    {
      id: 'position',
      heading: 'Position',
      statements: [
        {
          text: '235 children were on a child protection plan for neglect at 31 March 2024, out of 429 on a plan for any reason.',
          mark: 'neglect',
          notes: [1]
        }
      ],
      figures: [
        {
          id: 'plans-rate',
          label: 'On a plan for neglect',
          cell: known(16.2),
          text: '16.2',
          unit: 'per 10,000 children',
          range: { lower: 13.7, upper: 19, text: '13.7 to 19.0' },
          certainty: 'clearly below England (20.5); close to similar areas (15.1, nine with data)',
          mark: 'neglect'
        }
      ],
      charts: [ladder]
    },
    {
      id: 'hidden',
      heading: 'What the category may hide',
      statements: [
        {
          text: '59 more children are on a plan for “multiple” reasons, which may include neglect. For the other single categories it is not known.',
          mark: 'neglect',
          notes: [2]
        }
      ],
      figures: [],
      charts: [hidden]
    },
    {
      id: 'naming',
      heading: 'Naming against acting',
      statements: [
        {
          text: 'Assessments recorded neglect 389 times in the year to 31 March 2024: 1.4 for each plan newly started with neglect as first category. England records 2.7.',
          mark: 'neglect',
          notes: [3]
        }
      ],
      figures: [
        {
          id: 'recorded-rate',
          label: 'Assessments that recorded neglect',
          cell: known(26.8),
          text: '26.8',
          unit: 'per 10,000 children',
          range: { lower: 24.2, upper: 29.6, text: '24.2 to 29.6' },
          certainty: 'clearly below England (69.5); four of 150 authorities are lower',
          mark: 'neglect',
          notes: [3]
        }
      ],
      charts: [naming]
    },
    {
      id: 'changed',
      heading: 'What changed unusually',
      statements: [
        {
          text: 'Neglect plans were little changed, 250 to 235, while all plans fell from 515 to 429. So the share rose without more children being on a plan for neglect.',
          mark: 'neglect'
        },
        {
          text: 'Referrals rose by 17%, and those assessed as not in need from 18.6% to 34.9%. Both are bigger than such figures usually change.',
          mark: 'all'
        }
      ],
      figures: [],
      charts: [changed]
    },
    {
      id: 'return',
      heading: 'Time and return',
      statements: [
        {
          text: 'No figure on time or return is published for neglect. Of 402 plans started for any reason, 98 were for a child who had been on a plan before.',
          mark: 'all'
        }
      ],
      figures: [
        {
          id: 'two-years',
          label: 'On a plan for two years or more',
          cell: missing('withheld'),
          text: 'withheld',
          unit: 'children on a plan',
          mark: 'all',
          notes: [4]
        }
      ],
      charts: []
    },
    {
      id: 'voice',
      heading: 'What children, families and practitioners say',
      statements: [],
      figures: [],
      charts: [],
      notSupplied: {
        what: 'No survey, audit or feedback is loaded for Leicestershire.',
        remedy: 'Ask your partnership for its last audit of neglect and the views of families in it.'
      }
    },
    {
      id: 'unseen',
      heading: 'What we cannot see',
      statements: [
        {
          text: 'Neglect in early help and in child in need plans is not published for any authority. An authority’s case system holds it.'
        }
      ],
      figures: [],
      charts: [],
      notSupplied: {
        what: 'Neglect recorded on child in need plans.',
        remedy: 'Count factor 16A on open plans at one date.'
      }
    }
  ],
  questions: [
    {
      id: 'naming',
      ask: 'Are fewer children neglected here, or is neglect recorded less often?',
      because: 'Assessments recorded neglect 26.8 times per 10,000 children; England 69.5.',
      who: 'Head of the front door, with the principal social worker',
      evidence: 'Twenty assessments read again by two people for signs of neglect.'
    },
    {
      id: 'nfa',
      ask: 'Why are more referrals assessed as not in need?',
      because: '18.6% became 34.9% in one year.',
      who: 'Director of children’s services',
      evidence: 'The same referrals by source and by month, and any change of threshold.'
    }
  ],
  notes: [
    {
      number: 1,
      text: 'Category is the **latest** one on the plan. A child can be neglected and be on a plan in another category.'
    },
    {
      number: 2,
      text: '“Multiple” is used by some authorities and not by others. See [methods](/methods/).'
    },
    {
      number: 3,
      text: 'Factors are counted once per episode. They show what is recorded, not how common neglect is.'
    },
    { number: 4, text: 'Withheld so that no child can be identified.' }
  ],
  sources: [
    {
      id: 'cin-2024',
      text: 'Department for Education, Children in need, 2024 release, tables B7, C1, C3, D1 to D5. Open Government Licence v3.0.',
      url: 'https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need/2024'
    },
    {
      id: 'pop',
      text: 'Office for National Statistics, mid-2023 population estimates. Open Government Licence v3.0.'
    }
  ],
  successors: [],
  predecessors: [],
  notices: []
};

/** A former area, with the things only such a page has. */
export const cumbria: ViewModel = {
  ...leicestershire,
  area: { id: 'la909', slug: 'cumbria', name: 'Cumbria', kind: 'authority' },
  title: 'Cumbria: overview of neglect',
  successors: [
    { slug: 'cumberland', name: 'Cumberland' },
    { slug: 'westmorland-and-furness', name: 'Westmorland and Furness' }
  ],
  predecessors: [],
  notices: ['Cumbria ended on 31 March 2023.']
};
