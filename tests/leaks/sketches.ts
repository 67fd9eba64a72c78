/** What the bundle to leak counts, table by table, and which of it is sensitive. */
const CATEGORIES = ['neglect', 'emotional', 'multiple', 'physical', 'sexual'];
const DURATIONS = ['y2plus', 'upto3m', 'm3to6', 'm6to12', 'y1to2'];

/** A table: measure by measure, the members that add up to its total, and those that need not. */
export interface Sketch {
  readonly table: string;
  readonly cube: string;
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
  /** Held still in every row, such as the tier. */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly partitions?: Readonly<Record<string, readonly string[]>>;
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** Which are sensitive, as `measure`, or `measure dimension=member`. */
  readonly sensitive: readonly string[];
  /** So many times larger, as a tier that holds others is. */
  readonly times?: number;
}

const PLAN_MEASURES = ['open', 'started', 'started_children', 'ended', 'ended_children', 'anypoint'];

export const SKETCHES: readonly Sketch[] = [
  {
    table: 'plans-by-category',
    cube: 'plans',
    dimensions: ['category_initial', 'category_latest'],
    measures: ['open'],
    partitions: { category_initial: CATEGORIES, category_latest: CATEGORIES },
    sensitive: [
      'open category_initial=neglect',
      'open category_latest=neglect',
      'open category_latest=multiple'
    ]
  },
  {
    table: 'plan-starts-by-category',
    cube: 'plans',
    dimensions: ['category_initial', 'category_latest'],
    measures: ['started'],
    partitions: { category_initial: CATEGORIES, category_latest: CATEGORIES },
    sensitive: ['started category_initial=neglect', 'started category_latest=neglect']
  },
  { table: 'plans', cube: 'plans', dimensions: [], measures: PLAN_MEASURES, sensitive: ['ended_children'] },
  {
    table: 'plan-starts-repeat',
    cube: 'plans',
    dimensions: ['earlier_plan'],
    measures: ['started'],
    members: { earlier_plan: ['yes'] },
    sensitive: ['started earlier_plan=yes']
  },
  {
    table: 'plans-by-duration',
    cube: 'plans',
    dimensions: ['duration'],
    measures: ['open'],
    partitions: { duration: DURATIONS },
    sensitive: ['open duration=y2plus']
  },
  {
    table: 'in-need',
    cube: 'known',
    dimensions: ['tier'],
    fixed: { tier: 'inneed' },
    measures: ['open'],
    times: 3,
    sensitive: []
  },
  {
    table: 'cin-plans',
    cube: 'known',
    dimensions: ['tier'],
    fixed: { tier: 'cinplan' },
    measures: ['open'],
    sensitive: ['open']
  },
  {
    table: 'known-neglect',
    cube: 'known',
    dimensions: ['tier', 'neglect'],
    fixed: { tier: 'targeted' },
    measures: ['open'],
    partitions: { neglect: ['yes', 'no', 'notknown'] },
    sensitive: ['open neglect=yes']
  },
  {
    table: 'referrals',
    cube: 'referrals',
    dimensions: ['outcome', 'rereferral'],
    measures: ['referrals', 'children'],
    members: { outcome: ['nfa', 'notinneed'], rereferral: ['yes'] },
    sensitive: ['referrals outcome=notinneed', 'referrals rereferral=yes']
  },
  {
    table: 'referrals-by-source',
    cube: 'referrals',
    dimensions: ['source'],
    measures: ['referrals'],
    partitions: { source: ['police', 'schools', 'health', 'council', 'other'] },
    sensitive: ['referrals source=health']
  },
  { table: 'assessments', cube: 'assessments', dimensions: [], measures: ['completed'], sensitive: [] },
  {
    table: 'assessment-factors',
    cube: 'assessments',
    dimensions: ['factor'],
    measures: ['episodes'],
    members: { factor: ['f16a', 'f4b', 'f3b', 'f17a', 'f2b'] },
    sensitive: ['episodes factor=f16a', 'episodes factor=f2b']
  },
  {
    table: 'enquiries-conferences',
    cube: 'enquiries',
    dimensions: [],
    measures: ['section47', 'section47_children', 'conferences', 'conference_children'],
    sensitive: ['conference_children']
  },
  {
    table: 'assurance',
    cube: 'assurance',
    dimensions: ['indicator'],
    measures: ['families', 'children'],
    members: { indicator: ['tool-use', 'chronology'] },
    sensitive: ['families indicator=tool-use']
  }
];
