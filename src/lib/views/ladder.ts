/** The ladder: at each tier of help, all children and, of them, those with neglect recorded. Tiers nest and are never added. */
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { absence, NOT_THERE } from '#lib/words/absence.ts';
import {
  cellText,
  counted,
  inWords,
  listed,
  lowerFirst,
  number,
  possessive,
  sentence
} from '#lib/words/number.ts';
import { countryInSentence } from '#lib/words/place.ts';
import { sourcesOf, tablesOf } from './provenance.ts';
import type { Context } from './context.ts';
import type { ChartModel, Rung, Statement } from './model.ts';
import { lackOf } from './lacking.ts';
import { namesAll, plansOf } from './plans-by-category.ts';
import { isOwn, tierSwitches, tiersOf, type TierFigures } from './tiers.ts';

const REMEDY =
  'An authority’s case system holds it: on one date, all children, and of them those with neglect recorded';

/** Of figures that are published, and not of this area, no more than this is certain. */
const NOT_HERE = NOT_THERE.abroad;

/** Why a figure is not there: nobody publishes it, or this partnership did not give it. */
const why = (context: Context) => NOT_THERE[lackOf(context)];
const hollow = (context: Context) =>
  lackOf(context) === 'published' ? `${why(context)} for any authority` : why(context);

const rungsOf = (context: Context) => tiersOf(context).filter(({ place }) => place === 'rung');

function rungs(context: Context): readonly Rung[] {
  const text = (cell: Cell, absent: string) => (isThere(cell) ? cellText(cell) : absent);
  const none = hollow(context);
  return tiersOf(context).map(({ id, name, all, neglect, place, isPlans, isPublished }) => ({
    id,
    label: name,
    all,
    allText: text(all, isPublished && !isOwn(context) ? NOT_HERE : none),
    neglect,
    neglectText: text(neglect, isPlans && lackOf(context) !== 'own' ? NOT_HERE : none),
    place
  }));
}

/** How many children are at each tier that anybody counts. */
export function tierCounts(context: Context): readonly Statement[] {
  const told = rungsOf(context).filter(({ isCounted }) => isCounted);
  return told.length === 0 ? [] : [{ text: told.map(countText).join(' '), mark: 'all' }];
}

function countText({ name, all }: TierFigures): string {
  if (!isKnown(all)) return `${name}: how many children ${absence(all.reason)}.`;
  return all.value === 0 ? `${name}: no child.` : `${name}: ${counted(all.value, 'child', 'children')}.`;
}

/** Tiers at which nothing tells how many children have neglect recorded. */
export function hollowTiers(context: Context): readonly string[] {
  return rungsOf(context)
    .filter(({ isPlans, neglect }) => !isPlans && !isThere(neglect))
    .map(({ name }) => name);
}

/** At which tiers neglect is counted, and at which nobody publishes it, with what to supply. */
export function neglectAtTiers(context: Context): Statement[] {
  const tiers = rungsOf(context);
  const given = tiers.filter(({ isPlans, neglect }) => !isPlans && isThere(neglect));
  const plans = tiers.filter(({ isPlans }) => isPlans);
  const without = hollowTiers(context);
  return [
    ...given.map(givenAt),
    ...plans.map((tier) =>
      given.length > 0 || tier.named !== undefined
        ? plansBeside(tier, namesAll(context, plansOf(context)))
        : plansAlone(tier)
    ),
    ...(without.length === 0
      ? []
      : [
          {
            text: `${sentence(listed(without.map(lowerFirst)))}: how many children have neglect recorded is ${hollow(context)}. ${REMEDY}.`
          }
        ]),
    ...tierSwitches(context).map((text) => ({ text }))
  ];
}

/** `Child in need plan: of 1,220 children, neglect is recorded for 326.` */
function givenAt({ name, all, neglect, indicator }: TierFigures): Statement {
  const of = isKnown(all) ? `of ${counted(all.value, 'child', 'children')}` : 'of all children';
  return {
    text: isKnown(neglect)
      ? `${name}: ${of}, neglect is recorded for ${number(neglect.value)}.`
      : `${name}: ${of}, for how many neglect is recorded ${absence(neglect.reason)}.`,
    mark: 'neglect',
    ...(indicator === undefined ? {} : { indicator })
  };
}

/** `all`: categories name all neglect, so that their count is said only where the record shows another. */
function plansBeside(tier: TierFigures, all: boolean): Statement {
  const { name, neglect, named } = tier;
  if (named !== undefined) {
    if (all && isKnown(named) && isKnown(neglect) && named.value === neglect.value) return givenAt(tier);
    const said = isKnown(named)
      ? ` For ${number(named.value)} of them it is the category of the plan.`
      : ` For how many it is the category of the plan ${absence(named.reason)}.`;
    const { text, ...rest } = givenAt(tier);
    return { ...rest, text: `${text}${said}` };
  }
  return {
    text: isKnown(neglect)
      ? `${name}, for neglect: ${number(neglect.value)}.`
      : `${name}: how many for neglect ${absence(neglect.reason)}.`,
    mark: 'neglect'
  };
}

function plansAlone({ name, neglect }: TierFigures): Statement {
  return {
    text: isKnown(neglect)
      ? `${name} is the only tier that says how many of them for neglect: ${number(neglect.value)}.`
      : `${name} is the only tier that would say how many of them for neglect, and here that ${absence(neglect.reason)}.`,
    mark: 'neglect'
  };
}

/** Whether neglect is known at the other tiers than that of plans, as the end of a headline. */
export function otherTiersText(context: Context): string {
  const known = rungsOf(context).filter(({ isPlans, neglect }) => !isPlans && isKnown(neglect));
  if (known.length === 0) return `At other tiers of help, neglect is ${why(context)}.`;
  const parts = known.map(({ name, neglect }) => `${lowerFirst(name)} ${cellText(neglect)}`);
  return `Neglect is also recorded at other tiers: ${listed(parts)}.`;
}

/** What the ladder says as a whole, from what is there. */
function ladderTitle(context: Context): string {
  const whose = possessive(countryInSentence(context.area.name));
  const known = rungsOf(context).filter(({ neglect }) => isKnown(neglect)).length;
  if (known > 1) return `Neglect is counted at ${inWords(known)} tiers of ${whose} help`;
  if (known === 0) {
    const plans = rungsOf(context).find(({ isPlans }) => isPlans)?.neglect;
    return plans && !isKnown(plans)
      ? `At no tier of ${whose} help can the number of children known for neglect be shown: for children on a plan it ${absence(plans.reason)}`
      : `At no tier of ${whose} help is neglect counted in these figures`;
  }
  return `Neglect is counted at one tier of ${whose} help, and unseen at the others`;
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
      ...drawn
        .filter(({ place }) => place === 'above')
        .map(
          ({ label }) =>
            `“${label}” holds children on plans, in care and leaving care, and young people of 18 and over. It is a total, not a step.`
        )
    ),
    covers: dateInWords(context.period.end),
    sources: sourcesOf(context, [
      ...tablesOf(context, 'plans-rate'),
      ...tiersOf(context).flatMap(({ tables }) => tables)
    ]),
    file: `ladder-${context.area.slug}-${context.period.id}`
  };
}
