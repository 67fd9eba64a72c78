import { NEEDS } from './dfe-members.ts';
import { IN_NEED_NOW, yearOfWork } from './dfe-table-columns.ts';
import { breakdown, column, type DfeTable } from './dfe-table-spec.ts';

/** Children in need: tables B1 to B7. */
export const IN_NEED_TABLES: readonly DfeTable[] = [
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
        cube: 'known',
        dimensions: ['tier'],
        title: 'Children in need at 31 March',
        columns: [column('open', { tier: 'inneed' }, ...IN_NEED_NOW)]
      },
      {
        id: 'in-need-year',
        cube: 'work',
        dimensions: ['tier'],
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
        cube: 'known',
        dimensions: ['tier'],
        title: 'Children on a child in need plan at 31 March',
        columns: [column('open', { tier: 'cinplan' }, 'CINPlan_At31')]
      },
      {
        id: 'cin-plans-year',
        cube: 'work',
        dimensions: ['tier'],
        title: 'Child in need plans starting, ending and open in the year',
        columns: yearOfWork('CINPlan', { tier: 'cinplan' })
      }
    ]
  }
];
