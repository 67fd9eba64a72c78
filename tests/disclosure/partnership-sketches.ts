/** What the made-up partnership counts, table by table. */
export interface Sketch {
  readonly table: string;
  readonly cube: string;
  readonly measures: readonly string[];
  /** Dimension → members, the first of them the most common. */
  readonly by: Readonly<Record<string, readonly string[]>>;
  /** Every dimension that is not added up over. */
  readonly apart?: readonly string[];
  readonly size: number;
}

const AGES = ['5to9', '10to15', '1to4', 'under1', '16plus', 'unborn'];
const CATEGORIES = ['neglect', 'emotional', 'physical', 'multiple', 'sexual'];
const NEGLECT = ['no', 'yes', 'notknown', 'merged'];
const SOURCES = [
  'police',
  'schools',
  'health',
  'council',
  'individual',
  'other',
  'education',
  'anonymous',
  'housing',
  'legal',
  'unknown'
];
/** In order of size, but the widest last: it holds the children of the two before it. */
const TIERS = ['targeted', 'cinplan', 'cpplan', 'inneed'];
const FACTORS = [
  'all',
  'f4b',
  'f3b',
  'f16a',
  'f17a',
  'f2b',
  'f1b',
  'f4a',
  'f7a',
  'f15a',
  'f10a',
  'f11a',
  'f24a',
  'f13a',
  'f5b'
];

export const SKETCHES: readonly Sketch[] = [
  {
    table: 'plans-neglect',
    cube: 'plans',
    measures: ['open'],
    by: { category_latest: CATEGORIES, neglect: ['yes', 'no', 'notknown'] },
    size: 110
  },
  {
    table: 'plans-age',
    cube: 'plans',
    measures: ['open'],
    by: { category_latest: CATEGORIES, age: AGES },
    size: 110
  },
  { table: 'plans-older', cube: 'plans', measures: ['open'], by: { age: ['7to10', '11to15'] }, size: 110 },
  {
    table: 'plans-sex',
    cube: 'plans',
    measures: ['open'],
    by: { sex: ['male', 'female', 'notknown'] },
    size: 110
  },
  {
    table: 'plans-duration',
    cube: 'plans',
    measures: ['open'],
    by: { category_latest: CATEGORIES, duration: ['upto3m', 'm6to12', 'm3to6', 'y1to2', 'y2plus'] },
    size: 110
  },
  {
    table: 'plan-starts',
    cube: 'plans',
    measures: ['started'],
    by: { category_initial: CATEGORIES, earlier_plan: ['no', 'yes', 'notknown'] },
    size: 40
  },
  {
    table: 'known-neglect',
    cube: 'known',
    measures: ['open'],
    by: { tier: TIERS, neglect: NEGLECT },
    apart: ['tier'],
    size: 300
  },
  {
    table: 'known-age',
    cube: 'known',
    measures: ['open'],
    by: { tier: TIERS, age: AGES },
    apart: ['tier'],
    size: 300
  },
  {
    table: 'work',
    cube: 'work',
    measures: ['started', 'ended', 'started_children'],
    by: { tier: TIERS, neglect: NEGLECT },
    apart: ['tier'],
    size: 120
  },
  {
    table: 'history',
    cube: 'history',
    measures: ['open'],
    by: { tier: ['cinplan', 'cpplan'], earlier_episodes: ['none', 'one', 'two', 'threeplus', 'notknown'] },
    apart: ['tier'],
    size: 150
  },
  {
    table: 'contacts',
    cube: 'contacts',
    measures: ['contacts'],
    by: { source: SOURCES, outcome: ['none', 'advice', 'referral', 'earlyhelp', 'notknown'] },
    size: 900
  },
  {
    table: 'referrals-source',
    cube: 'referrals',
    measures: ['referrals'],
    by: { source: SOURCES, neglect: NEGLECT },
    size: 300
  },
  {
    table: 'referrals-outcome',
    cube: 'referrals',
    measures: ['referrals'],
    by: { outcome: ['inneed', 'notinneed', 'nfa', 'open', 'notknown'], neglect: NEGLECT },
    size: 300
  },
  {
    table: 'referrals-again',
    cube: 'referrals',
    measures: ['referrals', 'children'],
    by: { rereferral: ['no', 'yes', 'notknown'] },
    size: 300
  },
  {
    table: 'assessments',
    cube: 'assessments',
    measures: ['completed'],
    by: {
      duration: [
        'd31to40',
        'd21to30',
        'd11to20',
        'd41to45',
        'd1to10',
        'd46to50',
        'd51to60',
        'd61plus',
        'sameday'
      ]
    },
    size: 260
  },
  {
    table: 'factors',
    cube: 'assessments',
    measures: ['episodes'],
    by: { factor: FACTORS },
    apart: ['factor'],
    size: 240
  },
  {
    table: 'primary-need',
    cube: 'primary_need',
    measures: ['open'],
    by: { need: ['n1', 'n5', 'n4', 'n2', 'n3', 'n8', 'n6', 'n9', 'n0', 'n7'] },
    size: 400
  },
  {
    table: 'enquiries',
    cube: 'enquiries',
    measures: ['section47', 'conferences'],
    by: { neglect: NEGLECT },
    size: 80
  },
  {
    table: 'movements',
    cube: 'movements',
    measures: ['moves'],
    by: {
      from_tier: ['targeted', 'cinplan', 'cpplan'],
      to_tier: ['targeted', 'cinplan', 'cpplan'],
      neglect: ['no', 'yes', 'notknown']
    },
    apart: ['from_tier', 'to_tier'],
    size: 25
  },
  {
    table: 'tool-scores',
    cube: 'tool_scores',
    measures: ['children'],
    by: { domain: ['physical', 'safety', 'love', 'esteem'], change: ['once', 'improved', 'same', 'worse'] },
    apart: ['domain'],
    size: 60
  },
  {
    table: 'assurance',
    cube: 'assurance',
    measures: ['families'],
    by: { indicator: ['chron', 'asm-hist', 'asm-impact', 'plan-smart', 'ref-hist', 'ref-qual'] },
    apart: ['indicator'],
    size: 40
  },
  {
    table: 'grades',
    cube: 'grades',
    measures: ['families'],
    by: {
      standard: ['plan-qual', 'asm-qual'],
      grade: ['good', 'requires', 'inadequate', 'outstanding', 'notseen']
    },
    apart: ['standard'],
    size: 40
  }
];
