/** How long plans last: those still open by how long they have lasted, and those of two years or more. */
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { derive, giveOneAway, isWithheld, WITHHELD } from '#lib/disclosure/may-say.ts';
import { membersOf, type Member } from '#lib/indicators/breakdown.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { durationsText } from '#lib/words/journey/stand-in.ts';
import { cellText, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Row, Slot } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { isAbroad } from '../setting.ts';
import { shareStatement } from './returning.ts';

const OPEN = 'plans-two-years-share';
const ENDED = 'plans-ended-two-years-share';
export const DURATION_ROLES: readonly string[] = [OPEN, ENDED];
const DIMENSION = 'duration';
const YEAR_OR_MORE: readonly string[] = ['y1to2', 'y2plus'];

interface Bands {
  readonly total: Cell;
  readonly list: readonly { readonly member: Member; readonly cell: Cell }[];
}

type BandsAt = (area: string) => Bands;

/** Every length of plan in the table from which the longest is read. */
async function bandsOf(context: Context): Promise<BandsAt | undefined> {
  const { indicator } = context.result(OPEN);
  const { numerator, denominator, supplied } = indicator;
  if (!supplied || !numerator || !denominator) return undefined;
  const term = (member: string): PlacedTerm => ({
    ...numerator,
    members: { ...numerator.members, [DIMENSION]: member }
  });
  const asked = membersOf(context.catalogue, numerator.cube, DIMENSION).map((member) => ({
    member,
    term: term(member.id)
  }));
  const lookup = await context.reading.cells([denominator, ...asked.map((each) => each.term)]);
  return (area) => {
    const total = lookup(denominator, area, context.period.id);
    const list = asked
      .map(({ member, term: each }) => ({ member, cell: lookup(each, area, context.period.id) }))
      .filter(({ cell }) => isThere(cell));
    const given = isWithheld(total) || giveOneAway(list.map(({ cell }) => cell));
    return { total, list: given ? list.map(({ member }) => ({ member, cell: WITHHELD })) : list };
  };
}

const isFew = ({ total }: Bands) => isKnown(total) && shareAs(total.value) === 'counts';
const shareOf = (cell: Cell, total: Cell) => derive([cell, total], (n, of) => (n / of) * 100);

const nOfN = (cell: Cell, total: Cell) =>
  isKnown(cell) && isKnown(total) ? `${number(cell.value)} of ${number(total.value)}` : cellText(cell);

function titleOf(bands: Bands, neglect: boolean): string {
  const long = bands.list.filter(({ member }) => YEAR_OR_MORE.includes(member.id)).map(({ cell }) => cell);
  const sum = derive(long.length === 0 ? [WITHHELD] : long, (...values) => values.reduce((a, b) => a + b, 0));
  const plans = neglect ? 'a plan for neglect' : 'a plan for any reason';
  if (!isKnown(sum) || !isKnown(bands.total) || bands.total.value === 0)
    return `How long children have been on ${plans}`;
  const n = sum.value === 0 ? 'None' : number(sum.value);
  return `${n} of ${number(bands.total.value)} children on ${plans} have been on it for a year or more`;
}

function chartOf(context: Context, at: BandsAt): ChartModel | undefined {
  const { area, england, period } = context;
  const result = context.result(OPEN);
  const { mark, id } = result.indicator;
  const own = at(area.id);
  if (own.list.length === 0) return undefined;
  const national = area.id === england.id ? undefined : at(england.id);
  const few = isFew(own);
  const beside = !few && national?.list.some(({ cell }) => isKnown(cell)) === true ? national : undefined;
  const cellOf = (cell: Cell, total: Cell) => (few ? cell : shareOf(cell, total));
  const textOf = (cell: Cell, total: Cell) => {
    const share = shareOf(cell, total);
    return few || !isKnown(share) ? nOfN(cell, total) : `${number(share.value)}% (${nOfN(cell, total)})`;
  };
  const rows = own.list.flatMap(({ member, cell }): Row[] => {
    const mine = { role: 'focus' as const, cell: cellOf(cell, own.total), text: textOf(cell, own.total) };
    if (!beside) return [{ id: member.id, label: member.name, ...mine }];
    const theirs = beside.list.find((each) => each.member.id === member.id)?.cell;
    return [
      { id: member.id, group: member.name, label: area.name, ...mine },
      ...(theirs === undefined
        ? []
        : [
            {
              id: `${member.id}-england`,
              group: member.name,
              label: england.name,
              role: 'england' as const,
              cell: shareOf(theirs, beside.total),
              text: isKnown(theirs) ? `${cellText(shareOf(theirs, beside.total))}%` : cellText(theirs)
            }
          ])
    ];
  });
  const day = dateInWords(period.end);
  const title = titleOf(own, mark === 'neglect');
  const who = mark === 'neglect' ? 'Children on a plan for neglect' : 'Children on a plan, for any reason';
  const subtitle = captionText(`${who}, by how long they have been on it`, area.name, day);
  return {
    id: 'durations',
    indicator: id,
    title,
    subtitle,
    description: `${title}. ${own.list.map(({ member, cell }) => `${member.name}: ${cellText(cell)}`).join('; ')}.`,
    mark,
    spec: {
      kind: 'bars',
      unit: few ? 'children' : '% of children on a plan',
      decimals: 0,
      rows
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'band', label: 'On the plan for', kind: 'text' },
        { key: 'n', label: `${area.name}: children`, kind: 'number' },
        { key: 'of', label: `${area.name}: out of`, kind: 'number' },
        ...(beside
          ? [
              { key: 'england', label: `${england.name}: children`, kind: 'number' as const },
              { key: 'englandOf', label: `${england.name}: out of`, kind: 'number' as const }
            ]
          : [])
      ],
      rows: own.list.map(({ member, cell }) => ({
        band: member.name,
        n: cell,
        of: own.total,
        ...(beside
          ? {
              england: beside.list.find((each) => each.member.id === member.id)?.cell ?? WITHHELD,
              englandOf: beside.total
            }
          : {})
      }))
    },
    notes: notesOf(context, result),
    covers: day,
    sources: sourcesOf(context, [result.indicator.numerator?.table ?? '']),
    file: `durations-${area.slug}-${period.id}`
  };
}

/** Undefined where no length of a plan is supplied for this area and date. */
export async function durationsSlot(context: Context): Promise<Slot | undefined> {
  const at = await bandsOf(context);
  const there = DURATION_ROLES.filter((role) => {
    const { value } = context.result(role);
    return isThere(value);
  });
  const chart = at && chartOf(context, at);
  if (there.length === 0 && !chart) return undefined;
  const standIn = there.every((role) => context.result(role).indicator.mark === 'all');
  return {
    id: 'durations',
    heading: 'How long plans last',
    statements: [
      ...there.map((role) => shareStatement(context, role)),
      ...(standIn ? [{ text: durationsText(isAbroad(context.catalogue)), mark: 'all' as const }] : [])
    ],
    figures: [],
    charts: chart ? [chart] : []
  };
}
