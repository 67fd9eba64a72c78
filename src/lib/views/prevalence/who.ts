/** Who the children known for neglect are: disability, sex, ethnicity, deprivation and place, from the bundle or not supplied. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { cellText, listed, number, sentence } from '#lib/words/number.ts';
import { valueSentence } from '#lib/words/figure.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Breakdown } from '../reading.ts';
import { isOwn } from '../tiers.ts';

/** What is asked for, in the order it is shown. */
const ASKED: readonly { readonly dimension: string; readonly name: string }[] = [
  { dimension: 'sex', name: 'sex' },
  { dimension: 'ethnicity', name: 'ethnicity' },
  { dimension: 'deprivation', name: 'how deprived their neighbourhood is' },
  { dimension: 'locality', name: 'locality' }
];

/** From which counts of neglect, the widest first. */
const COUNTS = ['known-neglect-rate', 'plans-neglect-rate', 'cin-plans-neglect-share'] as const;

interface Found {
  readonly name: string;
  readonly breakdown: Breakdown;
}

async function foundBy(
  context: Context,
  { dimension, name }: (typeof ASKED)[number]
): Promise<Found | undefined> {
  const breakdowns = await Promise.all(
    COUNTS.map((role) => context.reading.members(context.indicator(role), dimension))
  );
  const breakdown = breakdowns.find((each) => each?.members.some(({ at }) => isThere(at().numerator)));
  return breakdown ? { name, breakdown } : undefined;
}

/** Members as bars of counts: a share would need all members, and a rate the population of each. */
function chartOf(context: Context, { name, breakdown }: Found): ChartModel {
  const there = breakdown.members.filter(({ at }) => isThere(at().numerator));
  const [lead] = there;
  const date = dateInWords(context.period.end);
  const what = lead?.indicator.name ?? '';
  const title = `${what}, by ${name}: ${listed(
    there.map(({ member, at }) => `${member.name} ${cellText(at().numerator)}`).slice(0, 3)
  )}`;
  const subtitle = `${what}, by ${name}, ${date}`;
  const rows = there.map(({ member, at }) => {
    const { numerator } = at();
    return {
      id: member.id,
      label: member.name,
      role: 'focus' as const,
      cell: numerator,
      text: cellText(numerator)
    };
  });
  return {
    id: `by-${breakdown.dimension}`,
    title,
    subtitle,
    description: `${subtitle}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark: lead?.indicator.mark ?? 'neglect',
    spec: { kind: 'bars', unit: 'children', decimals: 0, rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'member', label: sentence(name), kind: 'text' },
        { key: 'count', label: 'Children', kind: 'number' },
        { key: 'rate', label: 'Rate', kind: 'number', decimals: 1, unit: lead?.indicator.unit ?? '' }
      ],
      rows: there.map(({ member, at }) => ({
        member: member.name,
        count: at().numerator,
        rate: at().value
      }))
    },
    covers: date,
    sources: sourcesOf(context, [breakdown.table]),
    file: `by-${breakdown.dimension}-${context.area.slug}-${context.period.id}`
  };
}

/** `Disabled children among those known for neglect: 134 of 1,057 children known for neglect, or 12.7%.` */
async function disabilityStatement(context: Context): Promise<Statement | undefined> {
  const indicator = context.indicator('known-neglect-disabled-share');
  if (!indicator.supplied) return undefined;
  const answer = (await context.reading.answers([indicator]))(indicator);
  if (!isThere(answer.value)) return undefined;
  return {
    text: valueSentence(answer),
    mark: indicator.mark,
    indicator: indicator.id,
    notes: notesOf(context, answer)
  };
}

/** `Around them: 22.4% of children here live in families with a low income (England 27.2%).` */
async function povertyStatement(context: Context): Promise<Statement | undefined> {
  const { catalogue, area, england, period } = context;
  const table = catalogue.manifest.tables.find(({ cube }) => cube === 'context')?.id;
  if (table === undefined) return undefined;
  const term = { cube: 'context', table, measure: 'percent', members: { topic: 'povertychildren' } };
  const lookup = await context.reading.cells([term]);
  const [own, country] = [lookup(term, area.id, period.id), lookup(term, england.id, period.id)];
  if (!isKnown(own)) return undefined;
  const beside =
    isKnown(country) && area.id !== england.id ? ` (${england.name} ${number(country.value, 1)}%)` : '';
  return {
    text: `Around them, ${number(own.value, 1)}% of all children here live in families with a low income${beside}. That is of all children, and says nothing of any family.`,
    mark: 'all'
  };
}

const REMEDY =
  'Your case system holds them: on one date, children known for neglect by each, once each count is large enough that nobody can be identified.';

function boxOf(context: Context, lacking: readonly string[]): Slot['notSupplied'] {
  if (lacking.length === 0) return undefined;
  const published = context.area.kind !== 'country' && !isOwn(context);
  return {
    what: `Of children known for neglect: ${listed(lacking)}.${published ? ' None is published for any one authority.' : ''}`,
    remedy: REMEDY
  };
}

/** Bars for what is supplied, and one line for what is not. */
export async function whoSlot(context: Context): Promise<Slot> {
  const [disability, poverty, ...found] = await Promise.all([
    disabilityStatement(context),
    povertyStatement(context),
    ...ASKED.map((each) => foundBy(context, each))
  ]);
  const there = found.filter((each) => each !== undefined);
  const lacking = [
    ...ASKED.filter((_, i) => found[i] === undefined).map(({ name }) => name),
    ...(disability ? [] : ['disability'])
  ];
  const box = boxOf(context, lacking);
  return {
    id: 'who',
    heading: 'Who the children are',
    statements: [disability, poverty].filter((each) => each !== undefined),
    figures: [],
    charts: there.map((each) => chartOf(context, each)),
    ...(box ? { notSupplied: box } : {})
  };
}
