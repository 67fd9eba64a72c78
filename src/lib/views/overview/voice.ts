/** What children, families and practitioners say: surveys, and the child’s own views in what was audited. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { partnershipAbove, type Area } from '#lib/domain/area.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { NOT_THERE } from '#lib/words/absence.ts';
import { partOf } from '#lib/words/hidden-neglect.ts';
import { listed, lowerFirst, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { asDrawn, drawnOf } from '../drawn.ts';
import { notesOf } from '../figures.ts';
import { lackOf } from '../lacking.ts';
import { authoritiesOf } from '../side-by-side.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';

const FAMILIES = ['children-heard-share', 'parents-heard-share'] as const;
const PRACTITIONERS = ['confidence-spotting-share', 'confidence-weighing-share'] as const;
const AUDITED = ['voice-share'] as const;
const ALL = [...FAMILIES, ...PRACTITIONERS, ...AUDITED];

interface Said {
  readonly role: string;
  readonly answer: Answer;
  /** Whose figure it is: the area’s own, its partnership’s or, of a partnership without one, an authority’s. */
  readonly whose: Area;
  /** Of an audit: how its sample was drawn. */
  readonly drawn?: string;
}

async function saidIn(context: Context): Promise<readonly Said[]> {
  const indicators = ALL.map((role) => context.indicator(role));
  const [at, byRound] = await Promise.all([
    context.reading.answers(indicators),
    Promise.all(AUDITED.map((role) => context.reading.members(context.indicator(role), 'round')))
  ]);
  const said = ({ role, ...each }: Said): Said => {
    const round = AUDITED.findIndex((audited) => audited === role);
    if (round < 0) return { role, ...each };
    const drawn = drawnOf(context, each.answer, byRound[round]);
    return { role, whose: each.whose, answer: asDrawn(each.answer, drawn), drawn: drawn.how };
  };
  const partnership = partnershipAbove(context.area, context.catalogue.manifest.areas);
  return ALL.flatMap((role): Said[] => {
    const indicator = context.indicator(role);
    const heldBy = (areas: readonly Area[]) =>
      areas
        .map((whose) => ({ role, whose, answer: at(indicator, whose.id) }))
        .filter(({ answer: { value } }) => isThere(value));
    const [found] = heldBy([context.area, ...(partnership ? [partnership] : [])]);
    return (found ? [found] : heldBy(authoritiesOf(context))).map(said);
  });
}

/** One authority of the partnership that the page is of. */
const isPart = ({ area }: Context, whose: Area): boolean => whose.parent === area.id;

function countText({ answer: { numerator, denominator, value } }: Said): string {
  return isKnown(value) && isKnown(numerator) && isKnown(denominator)
    ? partOf(numerator.value, denominator.value)
    : 'withheld';
}

/** `18 of 24 (75%), put forward by teams`. */
const drawnText = (said: Said) =>
  said.drawn === undefined ? countText(said) : `${countText(said)}, ${said.drawn}`;

/** `Children who feel they were heard, 53 of 83 (64%). This is for the whole of Quill Vale partnership.` */
function statementOf(context: Context, said: readonly Said[]): Statement | undefined {
  const [first] = said;
  if (!first) return undefined;
  const parts = said.map((each) => `${lowerFirst(each.answer.indicator.name)}, ${drawnText(each)}`);
  const part = isPart(context, first.whose);
  const whole =
    part || first.whose.id === context.area.id ? '' : ` This is for the whole of ${first.whose.name}.`;
  return {
    text: part ? `${first.whose.name}: ${parts.join('; ')}.` : sentence(`${parts.join('; ')}.${whole}`),
    mark: first.answer.indicator.mark,
    indicator: first.answer.indicator.id,
    notes: [...new Set(said.flatMap(({ answer }) => notesOf(context, answer)))]
  };
}

function chartOf(context: Context, said: readonly Said[]): ChartModel | undefined {
  const drawn = said.filter(
    ({ answer: { value, denominator } }) =>
      !isKnown(value) || (isKnown(denominator) && shareAs(denominator.value) === 'percentage')
  );
  const [lead] = drawn.filter(({ answer }) => isKnown(answer.value));
  if (!lead) return undefined;
  const several = new Set(drawn.map(({ whose }) => whose.id)).size > 1;
  const { period, area } = context;
  const title = `${lead.answer.indicator.name}: ${drawnText(lead)}`;
  const subtitle = `Answers and audits, n of all who answered or were looked at, ${period.label}`;
  const rows = drawn.map(({ role, answer, whose, drawn: how }) => ({
    id: isPart(context, whose) ? `${role}-${whose.id}` : role,
    label: how === undefined ? answer.indicator.name : `${answer.indicator.name} (${how})`,
    ...(several || whose.id !== area.id
      ? {
          group:
            whose.id === area.id || isPart(context, whose) ? whose.name : `For the whole of ${whose.name}`
        }
      : {}),
    role: 'focus' as const,
    cell: answer.value,
    text: countText({ role, answer, whose }),
    ...(answer.ranges ? { lower: answer.ranges.at95.lower, upper: answer.ranges.at95.upper } : {})
  }));
  return {
    id: 'voice',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark: 'neglect',
    spec: { kind: 'bars', unit: '% of answers, or of families audited', decimals: 0, rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'what', label: 'What was said', kind: 'text' },
        { key: 'whose', label: 'Of', kind: 'text' },
        { key: 'n', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' },
        { key: 'value', label: 'Share', kind: 'number', decimals: 1, unit: '%' }
      ],
      rows: drawn.map(({ answer, whose, drawn: how }) => ({
        what: how === undefined ? answer.indicator.name : `${answer.indicator.name} (${how})`,
        whose: whose.name,
        n: answer.numerator,
        of: answer.denominator,
        value: answer.value
      })),
      indicators: drawn.map(({ answer }) => answer.indicator.id)
    },
    covers: period.label,
    sources: sourcesOf(
      context,
      drawn.flatMap(({ answer }) => termsOf(answer.indicator).map(({ table }) => table))
    ),
    file: `voice-${area.slug}-${period.id}`
  };
}

const REMEDY =
  'The partnership’s own surveys and audits can fill this: how many were asked, and how many said yes.';

const THINK = 'what children, families or practitioners think of the help they get';

const boxOf = (context: Context) => ({
  what:
    lackOf(context) === 'published'
      ? `Not supplied. No published figure says ${THINK}.`
      : `${sentence(NOT_THERE[lackOf(context)])}: ${THINK}.`,
  remedy: REMEDY
});

const MISSING: readonly { readonly roles: readonly string[]; readonly what: string }[] = [
  { roles: FAMILIES, what: 'what children and parents say' },
  { roles: PRACTITIONERS, what: 'how sure practitioners feel' },
  { roles: AUDITED, what: 'whether the child’s own views are in the record' }
];

export async function voiceSlot(context: Context): Promise<Slot> {
  const said = await saidIn(context);
  const of = (roles: readonly string[]) => said.filter(({ role }) => roles.includes(role));
  const chart = chartOf(context, said);
  const lacking = MISSING.filter(({ roles }) => of(roles).length === 0).map(({ what }) => what);
  return {
    id: 'voice',
    heading: 'What children, families and practitioners say',
    statements: [AUDITED, FAMILIES, PRACTITIONERS].flatMap((roles) => {
      const groups = [...new Set(of(roles).map(({ whose }) => whose.id))];
      return groups.flatMap(
        (id) =>
          statementOf(
            context,
            of(roles).filter(({ whose }) => whose.id === id)
          ) ?? []
      );
    }),
    figures: [],
    charts: chart ? [chart] : [],
    ...(said.length === 0
      ? { notSupplied: boxOf(context) }
      : lacking.length > 0
        ? { notSupplied: { what: `${sentence(listed(lacking))}.`, remedy: REMEDY } }
        : {})
  };
}
