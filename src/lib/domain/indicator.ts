import { z } from './zod.ts';
import { ROLES } from './indicator-roles.ts';
import { Mark } from './mark.ts';
import { Term } from './term.ts';

export { FEEDS, GROUPS } from './labels.ts';

export const Group = z.enum([
  'prevalence',
  'front-door',
  'assessment',
  'plans',
  'partners',
  'workforce',
  'governance'
]);
export type Group = z.infer<typeof Group>;

export const Feed = z.enum([
  'published',
  'earlyhelp',
  'casesystem',
  'planlist',
  'audit',
  'tool',
  'training',
  'survey',
  'escalation',
  'legal',
  'partner',
  'governance',
  'review',
  'population',
  'research'
]);
export type Feed = z.infer<typeof Feed>;

/** The documents that indicators and their benchmarks come from. */
export const Document = z.enum([
  'ofsted-2014',
  'jtai-2018',
  'llr-2016',
  'leeds-2020',
  'leeds-reviews',
  'dfe',
  'nspcc-2011'
]);
export type Document = z.infer<typeof Document>;

const Words = z.string().trim().min(1);

/** One of the outcomes that a whole is divided into, or one of several shares of one whole. */
const Outcome = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: Words,
  numerator: Term,
  denominator: Term.optional().describe('Where it is not a share of the common whole.')
});
export type Outcome = z.infer<typeof Outcome>;

/** A part of what should be reported: supplied when any of its terms has a figure, a withheld one among them. */
const Part = z.strictObject({ id: Words, name: Words, terms: z.array(Term).min(1) });

/**
 * One way of working an indicator out. The first whose figures are supplied is used, so that a stand-in serves
 * until the partnership gives what is meant.
 */
export const Way = z.strictObject({
  name: Words.optional().describe(
    'What it is called worked out this way, where the indicator’s own name would say too much.'
  ),
  mark: Mark,
  subtitle: Words.describe('What is counted, out of what, as a phrase for a subtitle.'),
  unit: Words,
  siblings: z
    .boolean()
    .describe('Whether brothers and sisters are usually counted together, which widens every range.'),
  numerator: Term.optional(),
  denominator: Term.optional().describe('Not given for a count; for a rate, the population.'),
  nOfN: Term.optional().describe('n and N of one row of a cube that counts n of N; stands for both.'),
  outcomes: z.array(Outcome).min(2).optional().describe('Kind outcomes: the first is the one that leads.'),
  document: Words.optional().describe('Kind state: the document of the register.'),
  coverage: z
    .strictObject({
      over: z
        .enum(['parts', 'periods'])
        .describe('Parts supplied for the period, or periods in which only and no other part is supplied.'),
      parts: z.array(Part).min(2),
      only: z.string().optional()
    })
    .optional()
    .describe('Kind coverage: what should be reported, and how much of it is.'),
  register: z
    .strictObject({ name: z.enum(['rounds']), kind: z.string().optional(), years: z.int().positive() })
    .optional()
    .describe('Kind count: entries of a register dated within so many years to the end of the period.'),
  standIn: Words.optional().describe('Why this is not what is meant, where it only stands in for it.'),
  caveats: z.array(Words).optional(),
  source: Words.optional().describe('Where the figures are published.')
});
export type Way = z.infer<typeof Way>;

export const KINDS = [
  'share',
  'rate',
  'ratio',
  'count',
  'outcomes',
  'state',
  'context',
  'coverage',
  'derived'
] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

const INTERVALS: Readonly<Record<Kind, readonly string[]>> = {
  share: ['wilson', 'none'],
  outcomes: ['wilson', 'none'],
  rate: ['count', 'none'],
  count: ['count', 'none'],
  ratio: ['none'],
  coverage: ['none'],
  state: ['none'],
  context: ['none'],
  derived: ['none']
};

type Check = (message: string, path: (string | number)[]) => void;

/** What a way of an indicator of this kind must give, and must not. */
function checkWay(kind: Kind, way: Way, path: (string | number)[], fail: Check): void {
  const given = (
    ['numerator', 'denominator', 'nOfN', 'outcomes', 'document', 'coverage', 'register'] as const
  ).filter((key) => way[key] !== undefined);
  const allowed: Readonly<Record<Kind, readonly string[]>> = {
    share: ['numerator denominator', 'nOfN'],
    rate: ['numerator denominator'],
    ratio: ['numerator denominator', 'nOfN'],
    count: ['numerator', 'register'],
    outcomes: ['denominator outcomes', 'outcomes'],
    state: ['document'],
    context: ['numerator'],
    coverage: ['coverage'],
    derived: ['']
  };
  if (!allowed[kind].includes(given.join(' ')))
    fail(
      `${kind} is made from ${allowed[kind].map((set) => (set === '' ? 'words alone' : set.replace(' ', ' and '))).join(', or ')}; this gives ${given.join(', ') || 'none'}`,
      path
    );
  if (way.coverage?.over === 'periods' && !way.coverage.parts.some(({ id }) => id === way.coverage?.only))
    fail('“only” names one of the parts', [...path, 'coverage', 'only']);
  if (
    way.outcomes &&
    way.denominator === undefined &&
    way.outcomes.some(({ denominator }) => denominator === undefined)
  )
    fail('an outcome needs a denominator of its own where there is none in common', [...path, 'outcomes']);
}

const NEGLECT: readonly string[] = ['neglect', 'yes', 'merged', 'f16a'];

/** Whether a term singles out neglect. */
function singlesOut(term: Term | undefined): boolean {
  return Object.entries(term?.members ?? {}).some(
    ([dimension, chosen]) =>
      /^(neglect|category_initial|category_latest|factor|need)$/.test(dimension) &&
      [chosen].flat().some((member) => NEGLECT.includes(member))
  );
}

/** How much there is of something: a count, a rate, a ratio, or a share of which neglect is the part. */
function isVolume({ kind, ways }: { readonly kind: Kind; readonly ways: readonly Way[] }): boolean {
  if (kind === 'rate' || kind === 'count') return true;
  return (
    kind === 'share' &&
    ways.some(({ numerator, denominator }) => singlesOut(numerator) && !singlesOut(denominator))
  );
}

/** An indicator: one declarative file in `data/indicators/<id>.json`. */
export const Indicator = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'capitals and digits, with hyphens between'),
    role: z.enum(ROLES).optional().describe('The part it plays on the pages, where it has one.'),
    name: Words,
    group: Group,
    definition: Words.describe('What it tells, for a lay reader, in one to three sentences.'),
    kind: Kind,
    per: z.int().positive().optional().describe('Rates and ratios: per how many.'),
    decimals: z.int().min(0).max(3),
    interval: z
      .enum(['wilson', 'count', 'none'])
      .describe(
        'Wilson for shares, exact or Byar for counts and rates, none where chance is not what moves it.'
      ),
    change: z
      .enum(['count', 'share', 'none'])
      .describe('How its year-to-year change is judged: as a count, as a share, or not at all.'),
    direction: z
      .strictObject({ good: z.enum(['none', 'up', 'down']), reason: Words.optional() })
      .describe('Volumes of neglect have no good direction; one is allowed only with its reason.'),
    ways: z.array(Way).min(1),
    breakdowns: z.array(z.string()).describe('Dimensions it may be looked at by.'),
    /** What the source documents found, to set a local figure beside. */
    benchmarks: z.array(
      z.strictObject({
        says: Words,
        n: z.int().min(0).optional(),
        of: z.int().positive().optional(),
        source: Document,
        place: Words.optional()
      })
    ),
    caveats: z.array(Words),
    feeds: z.array(Feed).min(1),
    questions: z
      .array(z.strictObject({ ask: Words, who: Words, settles: Words }))
      .min(1)
      .describe('For the meeting.'),
    quote: z
      .strictObject({ text: Words, source: Document, place: Words.optional() })
      .optional()
      .describe('The words of the source document that it answers, exactly as they stand there.')
  })
  .superRefine((indicator, context) => {
    const fail: Check = (message, path) => context.addIssue({ code: 'custom', message, path });
    const { kind, per, direction } = indicator;
    indicator.ways.forEach((way, w) => checkWay(kind, way, ['ways', w], fail));
    if (kind === 'rate' && per === undefined) fail('a rate says per how many', ['per']);
    if (per !== undefined && kind !== 'rate' && kind !== 'ratio')
      fail('“per” belongs to a rate or a ratio', ['per']);
    if (!INTERVALS[kind].includes(indicator.interval))
      fail(`the interval of a ${kind} is ${INTERVALS[kind].join(' or ')}`, ['interval']);
    if (direction.good !== 'none' && (kind === 'context' || kind === 'derived'))
      fail(`a ${kind} figure has no good direction: give “none”`, ['direction', 'good']);
    else if (direction.good !== 'none' && isVolume(indicator) && direction.reason === undefined)
      fail('a volume has no good direction: give “none”, or with “reason” why this one has', [
        'direction',
        'good'
      ]);
    if (direction.good === 'none' && direction.reason !== undefined)
      fail('a reason belongs to a direction', ['direction', 'reason']);
    if (indicator.change === 'share' && kind !== 'share') fail('only a share changes as a share', ['change']);
    if (indicator.change === 'count' && kind !== 'count' && kind !== 'rate')
      fail('only a count or a rate changes as a count', ['change']);
  });
export type Indicator = z.infer<typeof Indicator>;
