/** What we cannot see: tiers without a count of neglect, and what nobody has supplied. */
import { isKnown } from '#lib/domain/cell.ts';
import { NOT_THERE } from '#lib/words/absence.ts';
import { listed, number, sentence } from '#lib/words/number.ts';
import { agesOf } from '../age/ages.ts';
import type { Context } from '../context.ts';
import { ladderChart, neglectAtTiers, tierCounts } from '../ladder.ts';
import { isRelease, lackOf } from '../lacking.ts';
import type { Slot, Statement } from '../model.ts';
import { isAbroad } from '../setting.ts';
import { authoritiesOf } from '../side-by-side.ts';
import { isOwn } from '../tiers.ts';

/** Whether figures are loaded that no official statistics hold. */
const hasOwn = (context: Context) =>
  isOwn(context) ||
  context.catalogue.indicators.some(({ role, supplied }) => role === 'plans-any-neglect-share' && supplied);

interface Wanted {
  readonly role: string;
  readonly what: string;
}

const BY_AGE = 'older-neglect-share';

/** What boards ask for, by the part whose figures would tell it. */
const WANTED: readonly Wanted[] = [
  { role: BY_AGE, what: 'how old children known for neglect are' },
  { role: 'referrals-neglect-rate', what: 'who refers children for neglect' },
  { role: 'known-neglect-rate', what: 'one count of children across all help' },
  { role: 'known-neglect-forms', what: 'which forms neglect takes' },
  { role: 'assessments-impact-share', what: 'what multi-agency audits find' },
  { role: 'tiers-moves', what: 'how children move between tiers of help' },
  { role: 'tool-used-share', what: 'whether the neglect tool is used' }
];

/** The same of figures that are nobody’s own. */
const WANTED_OF_OTHERS: readonly Wanted[] = [
  { role: BY_AGE, what: 'neglect by age' },
  { role: 'referrals-neglect-rate', what: 'neglect by the agency that refers' },
  { role: 'assessments-impact-share', what: 'what multi-agency audits find' }
];

/** Whether children known for neglect are counted by age, in whichever bands. */
async function hasAges(context: Context): Promise<boolean> {
  const ages = await agesOf(context);
  return [context.area, ...authoritiesOf(context)].some(({ id }) =>
    ages.at(id).some(({ counted }) => counted.mark === 'neglect')
  );
}

async function lackingOf(context: Context, wanted: readonly Wanted[]): Promise<readonly string[]> {
  const lacking = wanted.filter(({ role }) => !context.indicator(role).supplied);
  const told = lacking.some(({ role }) => role === BY_AGE) && (await hasAges(context));
  return lacking.filter(({ role }) => !told || role !== BY_AGE).map(({ what }) => what);
}

/** `a, b, and c`: what is named last begins with a word of its own. */
const lackingText = (lacking: readonly string[]): string =>
  lacking.length > 2 ? `${lacking.slice(0, -1).join(', ')}, and ${lacking.at(-1) ?? ''}` : listed(lacking);

async function boxOf(context: Context): Promise<Slot['notSupplied']> {
  const remedy = 'The partnership’s own figures can answer each of these.';
  if (hasOwn(context)) {
    const lacking = await lackingOf(context, WANTED);
    return lacking.length === 0 ? undefined : { what: `${sentence(listed(lacking))}.`, remedy };
  }
  const { catalogue } = context;
  const lack = lackOf(context);
  const where = `Also ${NOT_THERE[lack]}${lack === 'published' ? ' for any authority' : ''}`;
  const lacking =
    isRelease(catalogue) || isAbroad(catalogue)
      ? await lackingOf(context, WANTED_OF_OTHERS)
      : WANTED_OF_OTHERS.map(({ what }) => what);
  return lacking.length === 0 ? undefined : { what: `${where}: ${lackingText(lacking)}.`, remedy };
}

/** Surveys of whole lives, in words alone. */
function surveyStatement(context: Context): Statement | undefined {
  const { benchmarks, id, mark, caveats } = context.indicator('neglect-survey');
  const [first] = benchmarks;
  return first
    ? {
        text: `Nobody can count neglect that nobody has seen. A survey asked about whole lives so far. ${first.says} No count on one date can be set against that.`,
        mark,
        indicator: id,
        notes: context.notes.add(...caveats.slice(0, 1))
      }
    : undefined;
}

/** `Counted once across all help, neglect is on record for 1,057 children: 64.5 for every 10,000.` */
export async function onceStatement(context: Context): Promise<Statement | undefined> {
  const indicator = context.indicator('known-neglect-rate');
  if (!indicator.supplied) return undefined;
  const at = await context.reading.answers([indicator]);
  const { numerator, value } = at(indicator);
  if (!isKnown(numerator)) return undefined;
  const rate = isKnown(value) ? `: ${number(value.value, 1)} for every 10,000` : '';
  const what = indicator.mark === 'neglect' ? 'neglect' : 'abuse or neglect';
  return {
    text: `Across all help, each child counted once, ${what} is on record for ${number(numerator.value)} children${rate}.`,
    mark: indicator.mark,
    indicator: indicator.id
  };
}

/** Of a partnership: what nobody counts, and what none of it has supplied. */
export async function unseenOfPartnership(context: Context): Promise<Slot | undefined> {
  const survey = surveyStatement(context);
  const notSupplied = await boxOf(context);
  return survey || notSupplied
    ? {
        id: 'unseen',
        heading: 'What we cannot see',
        statements: survey ? [survey] : [],
        figures: [],
        charts: [],
        ...(notSupplied ? { notSupplied } : {})
      }
    : undefined;
}

export async function unseenSlot(context: Context): Promise<Slot> {
  const notSupplied = await boxOf(context);
  const once = await onceStatement(context);
  const survey = once && surveyStatement(context);
  return {
    id: 'unseen',
    heading: 'What we cannot see',
    statements: [
      ...(once ? [once] : tierCounts(context)),
      ...neglectAtTiers(context),
      ...(survey ? [survey] : [])
    ],
    figures: [],
    charts: [ladderChart(context)],
    ...(notSupplied ? { notSupplied } : {})
  };
}
