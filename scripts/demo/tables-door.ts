/** The partnership’s own figures on the front door: contacts, referrals, assessments, enquiries. */
import { ALL } from '#lib/domain/cube.ts';
import { counting, crossed, type Belongs } from './count.ts';
import { agedIn, events } from './counted.ts';
import {
  assessments,
  conferences,
  contacts,
  enquiries,
  factors,
  hasFactors,
  neglect,
  outcome,
  referrals,
  rereferral,
  source,
  SOURCES,
  YES
} from './items.ts';
import { OLDER_CUT } from './age-cuts.ts';
import type { OwnSketch } from './tables.ts';

/** Services whose referrals a board asks after; four of them have no national code. */
export const DETAILS = [
  'gp',
  'healthvisitor',
  'schoolnurse',
  'emergency',
  'dentist',
  'adultmental',
  'substance',
  'probation'
];
const BESIDE = ['f1b', 'f2b', 'f3b', 'f4a', 'f4b', 'f5b', 'f7a', 'f10a', 'f11a', 'f13a', 'f15a', 'f24a'];
const BANDS = [
  'sameday',
  'd1to10',
  'd11to20',
  'd21to30',
  'd31to40',
  'd41to45',
  'd46to50',
  'd51to60',
  'd61plus'
];
const subsource: Belongs<{ readonly subsource: string }> = (item) => item.subsource;

export const OWN_DOOR: readonly OwnSketch[] = [
  {
    id: 'contacts-outcome',
    cube: 'contacts',
    title: 'Contacts by what became of them, and of them for neglect',
    dimensions: ['neglect', 'outcome'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(
        events('contacts', contacts, [neglect, outcome]),
        crossed(YES, [ALL, 'referral', 'earlyhelp', 'advice', 'none', 'notknown'])
      ),
      counting(events('children', contacts, [neglect, outcome]), [[ALL, ALL]])
    ]
  },
  {
    id: 'contacts-source',
    cube: 'contacts',
    title: 'Contacts by source, and of them those accepted as referrals',
    dimensions: ['source', 'outcome'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(events('contacts', contacts, [source, outcome]), crossed([ALL, ...SOURCES], [ALL, 'referral']))
    ]
  },
  {
    id: 'contacts-detail',
    cube: 'contacts',
    title: 'Contacts from services that boards ask after',
    dimensions: ['subsource'],
    every: 'year',
    small: 'never',
    counts: [counting(events('contacts', contacts, [subsource]), crossed(DETAILS))]
  },
  {
    id: 'referrals-source',
    cube: 'referrals',
    title: 'Referrals by source, and of them for neglect',
    dimensions: ['source', 'neglect'],
    every: 'quarter',
    small: 'year',
    counts: [counting(events('referrals', referrals, [source, neglect]), crossed([ALL, ...SOURCES], YES))]
  },
  {
    id: 'referrals-detail',
    cube: 'referrals',
    title: 'Referrals from services that boards ask after, and of them for neglect',
    dimensions: ['subsource', 'neglect'],
    every: 'year',
    small: 'never',
    counts: [counting(events('referrals', referrals, [subsource, neglect]), crossed(DETAILS, YES))]
  },
  {
    id: 'referrals-outcome',
    cube: 'referrals',
    title: 'Referrals by what became of them, and of them for neglect',
    dimensions: ['outcome', 'neglect'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(
        events('referrals', referrals, [outcome, neglect]),
        crossed([ALL, 'nfa', 'notinneed', 'inneed', 'open', 'notknown'], YES)
      )
    ]
  },
  {
    id: 'referrals-source-outcome',
    cube: 'referrals',
    title: 'Referrals by source and what became of them, and of them for neglect',
    dimensions: ['source', 'outcome', 'neglect'],
    every: 'year',
    small: 'never',
    counts: [
      counting(
        events('referrals', referrals, [source, outcome, neglect]),
        crossed([ALL, ...SOURCES], [ALL, 'nfa', 'notinneed'], YES)
      )
    ]
  },
  {
    id: 'referrals-again',
    cube: 'referrals',
    title: 'Referrals within twelve months of an earlier one, and of them for neglect',
    dimensions: ['rereferral', 'neglect'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(events('referrals', referrals, [rereferral, neglect]), crossed([ALL, 'yes', 'no'], YES))
    ]
  },
  {
    id: 'assessments-duration',
    cube: 'assessments',
    title: 'Assessments completed by working days taken',
    dimensions: ['duration'],
    every: 'quarter',
    small: 'never',
    counts: [
      counting(events('completed', assessments, [({ duration }) => duration]), crossed([ALL, ...BANDS]))
    ]
  },
  {
    id: 'factors',
    cube: 'assessments',
    title: 'Episodes in which an assessment recorded each of some factors',
    dimensions: ['factor'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(
        events('episodes', assessments, [factors], hasFactors),
        crossed([ALL, 'f16a', 'f17a', 'f18c', 'f3b', 'f4b', 'f1b', 'f2b', 'f7a'])
      )
    ]
  },
  {
    id: 'factors-beside',
    cube: 'assessments',
    title: 'What assessments recorded beside neglect',
    dimensions: ['factor', 'cofactor'],
    every: 'year',
    small: 'never',
    counts: [
      counting(
        events('episodes', assessments, [factors, factors], hasFactors),
        crossed(['f16a'], [ALL, ...BESIDE])
      )
    ]
  },
  {
    id: 'factors-older',
    cube: 'assessments',
    title: 'Episodes in which an assessment recorded neglect, by age, those of 7 to 15 told apart',
    dimensions: ['factor', 'age'],
    every: 'year',
    small: 'never',
    counts: [
      counting(events('episodes', assessments, [factors, agedIn], hasFactors), crossed(['f16a'], OLDER_CUT))
    ]
  },
  {
    id: 'enquiries-neglect',
    cube: 'enquiries',
    title: 'Section 47 enquiries and initial conferences, and of them for neglect',
    dimensions: ['neglect'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(events('section47', enquiries, [neglect]), crossed(YES)),
      counting(events('conferences', conferences, [neglect]), crossed(YES))
    ]
  },
  {
    id: 'conferences-timely',
    cube: 'enquiries',
    title: 'Initial conferences held within 15 working days',
    dimensions: ['timely'],
    every: 'quarter',
    small: 'never',
    counts: [
      counting(events('conferences', conferences, [({ timely }) => timely]), crossed([ALL, 'yes', 'no']))
    ]
  }
];
