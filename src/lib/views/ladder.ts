/** The ladder: at each tier of help, all children and, of them, those with neglect recorded. Tiers nest and are never added. */
import { isKnown, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, counted, listed, number, possessive } from '#lib/words/number.ts';
import { sourcesOf, tablesOf } from './provenance.ts';
import type { Context } from './context.ts';
import { plansOf } from './hidden-neglect.ts';
import type { ChartModel, Rung, Statement } from './model.ts';

const HOLLOW = 'not published for any authority';
const REMEDY = 'your case system holds it';
/** In an area whose partnership supplied figures of its own, and not these. */
const NOT_GIVEN = 'not supplied';

/** Which indicator counts all children at a tier, by the tier's id in the bundle. */
const COUNTED_BY: Readonly<Record<string, string>> = {
  inneed: 'in-need-rate',
  cinplan: 'cin-plans-rate',
  cpplan: 'plans-rate'
};

/** Which indicator tells how many of them have neglect recorded, where a partnership supplies it. */
const NEGLECT_AMONG: Readonly<Record<string, string>> = {
  targeted: 'early-help-neglect-share',
  cinplan: 'cin-plans-neglect-share'
};

interface Tier {
  readonly id: string;
  readonly all: Cell;
  readonly neglect: Cell;
  /** The indicators that both come from. */
  readonly from: readonly string[];
}

const isAbsent = (cell: Cell) => cell.kind === 'missing' && cell.reason === 'notSupplied';

/** Both figures of a tier, from one source: n and N of two sources are never set against one another. */
function tierOf(context: Context, id: string): Tier {
  const counted = COUNTED_BY[id];
  if (id === 'cpplan') {
    const { total, neglect } = plansOf(context);
    return { id, all: total, neglect, from: counted === undefined ? [] : [counted] };
  }
  const share = NEGLECT_AMONG[id];
  const own = share === undefined ? undefined : context.result(share);
  if (
    share !== undefined &&
    own?.indicator.supplied === true &&
    own.indicator.standIn === undefined &&
    !isAbsent(own.denominator)
  )
    return { id, all: own.denominator, neglect: own.numerator, from: [share] };
  const all = counted === undefined ? NOT_SUPPLIED : context.result(counted).numerator;
  return { id, all, neglect: NOT_SUPPLIED, from: counted === undefined ? [] : [counted] };
}

const tiersOf = (context: Context) => [...context.catalogue.manifest.tiers].sort((a, b) => a.order - b.order);

/** Why a figure is not there: nobody publishes it, or this partnership did not give it. */
const hollow = ({ catalogue, area }: Context) =>
  catalogue.own?.areas.includes(area.id) === true ? NOT_GIVEN : HOLLOW;

function rungs(context: Context): readonly Rung[] {
  const text = (cell: Cell) => (isAbsent(cell) ? hollow(context) : cellText(cell));
  return tiersOf(context).map((tier) => {
    const { all, neglect } = tierOf(context, tier.id);
    return {
      id: tier.id,
      label: tier.name,
      all,
      allText: text(all),
      neglect,
      neglectText: text(neglect),
      place: tier.place
    };
  });
}

/** What a tier is called within a sentence. */
const AT: Readonly<Record<string, string>> = {
  targeted: 'with early help',
  cinplan: 'on a child in need plan'
};

/** How many children are on a plan of each kind. */
export function tierCounts(context: Context): Statement {
  const inNeed = tierOf(context, 'cinplan').all;
  return {
    text: `${tierText(inNeed, 'on a child in need plan')} ${tierText(plansOf(context).total, 'on a child protection plan')}`,
    mark: 'all'
  };
}

/** At which tiers neglect is counted, and at which nobody publishes it. */
export function neglectAtTiers(context: Context): Statement[] {
  const plans = plansOf(context);
  const given = Object.keys(NEGLECT_AMONG)
    .map((id) => tierOf(context, id))
    .filter(({ neglect }) => !isAbsent(neglect));
  if (given.length > 0) return [...given.map((tier) => givenAt(context, tier)), plansFor(plans.neglect)];
  const neglect = isKnown(plans.neglect)
    ? `Only child protection says how many of them for neglect: ${number(plans.neglect.value)}.`
    : `Only child protection would say how many of them for neglect, and here that ${absence(plans.neglect.reason)}.`;
  return [
    { text: neglect, mark: 'neglect' },
    {
      text: `In early help and on child in need plans, children for whom neglect is recorded are ${hollow(context)}; ${REMEDY}.`
    }
  ];
}

/** `Of 1,220 children on a child in need plan, neglect is recorded for 326.` */
function givenAt(context: Context, { id, all, neglect, from }: Tier): Statement {
  const children = isKnown(all)
    ? `Of ${counted(all.value, 'child', 'children')} ${AT[id] ?? ''}`
    : `Of children ${AT[id] ?? ''}`;
  const [indicator] = from.map((name) => context.result(name).indicator.id);
  return {
    text: isKnown(neglect)
      ? `${children}, neglect is recorded for ${number(neglect.value)}.`
      : `${children}, for how many neglect is recorded ${absence(neglect.reason)}.`,
    mark: 'neglect',
    ...(indicator === undefined ? {} : { indicator })
  };
}

function plansFor(neglect: Cell): Statement {
  return {
    text: isKnown(neglect)
      ? `On a child protection plan for neglect: ${number(neglect.value)}.`
      : `How many are on a child protection plan for neglect ${absence(neglect.reason)}.`,
    mark: 'neglect'
  };
}

/** Whether neglect is known at the tiers below child protection, as the end of a headline. */
export function otherTiersText(context: Context): string {
  const known = Object.keys(NEGLECT_AMONG)
    .map((id) => tierOf(context, id))
    .filter(({ neglect }) => isKnown(neglect));
  if (known.length === 0)
    return `At other tiers of help, neglect is ${hollow(context).replace(/ for any.*/, '')}.`;
  const parts = known.map(({ id, neglect }) => `${cellText(neglect)} ${AT[id] ?? ''}`);
  return `Neglect is also recorded for ${listed(parts)}.`;
}

/** What the ladder says as a whole, from what is there. */
function ladderTitle(context: Context): string {
  const whose = possessive(context.area.name);
  const known = tiersOf(context).filter(({ id }) => isKnown(tierOf(context, id).neglect)).length;
  if (known > 1) return `Neglect is counted at ${number(known)} tiers of ${whose} help`;
  return `Neglect is counted at one tier of ${whose} help, and unseen at the others`;
}

function tierText(count: Cell, where: string): string {
  if (isKnown(count) && count.value === 0) return `No child was ${where}.`;
  return isKnown(count)
    ? `${counted(count.value, 'child was', 'children were')} ${where}.`
    : `How many children were ${where} ${absence(count.reason)}.`;
}

export function ladderChart(context: Context): ChartModel {
  const drawn = rungs(context);
  const children = context.result('plans-rate').denominator;
  const per10000 = (count: Cell) => derive([count, children], (x, n) => (x / n) * 10_000);
  const title = ladderTitle(context);
  const subtitle = `Children at each tier of help, ${dateInWords(context.period.end)}. Tiers overlap and are never added up.`;
  return {
    id: 'ladder',
    title,
    subtitle,
    description: `${title}. ${drawn.map((rung) => `${rung.label}: all children ${rung.allText}; neglect recorded ${rung.neglectText}`).join('. ')}.`,
    mark: 'neglect',
    spec: { kind: 'ladder', unit: 'children', rungs: drawn },
    table: {
      caption: subtitle,
      columns: [
        { key: 'tier', label: 'Tier of help', kind: 'text' },
        { key: 'all', label: 'All children', kind: 'number', unit: 'children', mark: 'all' },
        {
          key: 'allRate',
          label: 'All children, rate',
          kind: 'number',
          decimals: 1,
          unit: 'per 10,000',
          mark: 'all'
        },
        { key: 'neglect', label: 'Of them, neglect recorded', kind: 'number', unit: 'children' },
        {
          key: 'neglectRate',
          label: 'Neglect recorded, rate',
          kind: 'number',
          decimals: 1,
          unit: 'per 10,000'
        }
      ],
      rows: drawn.map((rung) => ({
        tier: rung.label,
        all: rung.all,
        allRate: per10000(rung.all),
        neglect: rung.neglect,
        neglectRate: per10000(rung.neglect)
      }))
    },
    notes: context.notes.add(
      '“In need” holds children on plans, in care and leaving care, and young people of 18 and over. It is a total, not a step.'
    ),
    covers: dateInWords(context.period.end),
    sources: sourcesOf(
      context,
      tablesOf(context, ...new Set(tiersOf(context).flatMap(({ id }) => tierOf(context, id).from)))
    ),
    file: `ladder-${context.area.slug}-${context.period.id}`
  };
}
