/** The ladder: at each tier of help, all children and, of them, those with neglect recorded. Tiers nest and are never added. */
import { isKnown, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, counted, number, possessive } from '#lib/words/number.ts';
import { sourcesOf, tablesOf } from './provenance.ts';
import type { Context } from './context.ts';
import { plansOf } from './hidden-neglect.ts';
import type { ChartModel, Rung, Statement } from './model.ts';

const HOLLOW = 'not published for any authority';
const REMEDY = 'your case system holds it';

/** Which indicator counts all children at a tier, by the tier's id in the bundle. */
const COUNTED_BY: Readonly<Record<string, string>> = {
  inneed: 'in-need-rate',
  cinplan: 'cin-plans-rate',
  cpplan: 'plans-rate'
};

function rungs(context: Context): readonly Rung[] {
  const tiers = [...context.catalogue.manifest.tiers].sort((a, b) => a.order - b.order);
  return tiers.map((tier) => {
    const indicator = COUNTED_BY[tier.id];
    const plans = plansOf(context);
    const isPlans = tier.id === 'cpplan';
    const all: Cell = isPlans ? plans.total : indicator ? context.result(indicator).numerator : NOT_SUPPLIED;
    const neglect: Cell = isPlans ? plans.neglect : NOT_SUPPLIED;
    return {
      id: tier.id,
      label: tier.name,
      all,
      allText: all.kind === 'missing' && all.reason === 'notSupplied' ? HOLLOW : cellText(all),
      neglect,
      neglectText:
        neglect.kind === 'missing' && neglect.reason === 'notSupplied' ? HOLLOW : cellText(neglect),
      place: tier.place
    };
  });
}

/** How many children are on a plan of each kind. */
export function tierCounts(context: Context): Statement {
  const inNeed = context.result('cin-plans-rate').numerator;
  return {
    text: `${tierText(inNeed, 'on a child in need plan')} ${tierText(plansOf(context).total, 'on a child protection plan')}`,
    mark: 'all'
  };
}

/** At which tiers neglect is counted, and at which nobody publishes it. */
export function neglectAtTiers(context: Context): Statement[] {
  const plans = plansOf(context);
  const neglect = isKnown(plans.neglect)
    ? `Only child protection says how many of them for neglect: ${number(plans.neglect.value)}.`
    : `Only child protection would say how many of them for neglect, and here that ${absence(plans.neglect.reason)}.`;
  return [
    { text: neglect, mark: 'neglect' },
    {
      text: `In early help and on child in need plans, children for whom neglect is recorded are ${HOLLOW}; ${REMEDY}.`
    }
  ];
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
  const title = `Neglect is counted at one tier of ${possessive(context.area.name)} help, and unseen at the others`;
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
    sources: sourcesOf(context, tablesOf(context, 'in-need-rate', 'cin-plans-rate', 'plans-rate')),
    file: `ladder-${context.area.slug}-${context.period.id}`
  };
}
