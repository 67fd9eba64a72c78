/** Who the children known for neglect are: disability, sex, ethnicity, deprivation and place, from the bundle or not supplied. */
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { cellText, listed, number, sentence } from '#lib/words/number.ts';
import { valueSentence } from '#lib/words/figure.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import { lackOf } from '../lacking.ts';
import type { ChartModel, Column, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Breakdown } from '../reading.ts';
import { countryName } from '../setting.ts';
import { localityMap, WHY_BARS } from './locality-map.ts';

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

const LOCALITY = 'locality';

/** Of whom it is known how many live in an area. */
const PEOPLED: readonly string[] = ['sex'];
/** Without an order of their own, so that the largest comes first. */
const UNORDERED: readonly string[] = ['ethnicity', 'locality'];
const NO_PEOPLE =
  'These are counts. How many children of each group live here is not in these figures, so no rate can be given, and a higher count may be a larger group.';

const isUnknown = ({ id }: { readonly id: string }) => id === 'notknown';
const countOf = ({ numerator }: { readonly numerator: Cell }) => (isKnown(numerator) ? numerator.value : 0);

/** What is not known comes last; groups without an order go by size where no size is hidden. */
function inOrder({ dimension, members }: Breakdown): Breakdown['members'] {
  const there = members.filter(({ at }) => isThere(at().numerator));
  const named = there.filter(({ member }) => !isUnknown(member));
  const isOpen = named.every(({ at }) => isKnown(at().numerator));
  const ranked =
    UNORDERED.includes(dimension) && isOpen
      ? named.toSorted((a, b) => countOf(b.at()) - countOf(a.at()))
      : named;
  return [...ranked, ...there.filter(({ member }) => isUnknown(member))];
}

/** Members as bars of counts: a share would need all members, and a rate the population of each. */
function chartOf(context: Context, { name, breakdown }: Found): ChartModel {
  const there = inOrder(breakdown);
  const [lead] = there;
  const told = there.filter(({ member, at }) => !isUnknown(member) || countOf(at()) > 0);
  const hasPeople = PEOPLED.includes(breakdown.dimension);
  const date = dateInWords(context.period.end);
  const what = lead?.indicator.name ?? '';
  const title = `${what}, by ${name}: ${listed(
    told.map(({ member, at }) => `${member.name} ${cellText(at().numerator)}`).slice(0, 3)
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
  const rate: Column = {
    key: 'rate',
    label: 'Rate',
    kind: 'number',
    decimals: 1,
    unit: lead?.indicator.unit ?? ''
  };
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
        ...(hasPeople ? [rate] : [])
      ],
      rows: there.map(({ member, at }) => ({
        member: member.name,
        count: at().numerator,
        ...(hasPeople ? { rate: at().value } : {})
      }))
    },
    ...(hasPeople
      ? {}
      : {
          notes: context.notes.add(NO_PEOPLE, ...(breakdown.dimension === LOCALITY ? [WHY_BARS] : []))
        }),
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
    isKnown(country) && area.id !== england.id
      ? ` (${countryName(england)} ${number(country.value, 1)}%)`
      : '';
  return {
    text: `Around them, ${number(own.value, 1)}% of all children here live in families with a low income${beside}. That is of all children, and says nothing of any family.`,
    mark: 'all'
  };
}

const REMEDY =
  'An authority’s case system holds them. Count the children known for neglect on one date by each of these. Keep back any count so small that a child could be identified.';

function boxOf(context: Context, lacking: readonly string[]): Slot['notSupplied'] {
  if (lacking.length === 0) return undefined;
  const published = context.area.kind !== 'country' && lackOf(context) === 'published';
  return {
    what: `Of children known for neglect: ${listed(lacking)}.${published ? ' None is published for any one authority.' : ''}`,
    remedy: REMEDY
  };
}

/** Bars for what is supplied, and one line for what is not. */
export async function whoSlot(context: Context): Promise<Slot> {
  const [disability, poverty, map, ...found] = await Promise.all([
    disabilityStatement(context),
    povertyStatement(context),
    localityMap(context),
    ...ASKED.map((each) => foundBy(context, each))
  ]);
  const there = found.filter((each) => each !== undefined);
  const lacking = [
    ...ASKED.filter(({ dimension }, i) => found[i] === undefined && !(dimension === LOCALITY && map)).map(
      ({ name }) => name
    ),
    ...(disability ? [] : ['disability'])
  ];
  const box = boxOf(context, lacking);
  return {
    id: 'who',
    heading: 'Who the children are',
    statements: [disability, poverty].filter((each) => each !== undefined),
    figures: [],
    charts: [
      ...there
        .filter(({ breakdown }) => !map || breakdown.dimension !== LOCALITY)
        .map((each) => chartOf(context, each)),
      ...(map ? [map] : [])
    ],
    ...(box ? { notSupplied: box } : {})
  };
}
