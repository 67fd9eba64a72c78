/** Each source over the years in a panel of its own, with England behind it where England is known. */
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import { endYear, type Period } from '#lib/domain/period.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { judgeByOwnPast } from '#lib/stats/usual-change.ts';
import {
  changedMostSentence,
  changedMostTitle,
  ownPastBySize,
  referralsText
} from '#lib/words/agencies/refers.ts';
import { captionText } from '#lib/words/caption.ts';
import { cellText } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Panel, Point, Slot, Statement } from '../model.ts';
import { coversYears, sourcesOf } from '../provenance.ts';
import type { Breakdown, MemberAnswer } from '../reading.ts';
import type { Asked } from './asked.ts';
import { cellAt, hereNow, ranked, yearsOf } from './sources.ts';
import { saidOf } from './who-refers.ts';
import { countryName } from '../setting.ts';

const YEARS_NEEDED = 2;
/** Drawn; the others are in the table. */
const MOST_PANELS = 6;

const pandemic = (years: readonly Period[]) =>
  years.some(({ id }) => id === '2021') ? [{ year: 2021, label: 'pandemic year' }] : [];

function panelOf(context: Context, each: MemberAnswer, years: readonly Period[], national: boolean): Panel {
  const { area, england } = context;
  const points = years.map((year): Point => {
    const { value, ranges } = each.at(area.id, year);
    return {
      year: endYear(year),
      cell: cellAt(each, area.id, year),
      ...(isKnown(value) && ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
    };
  });
  return {
    id: each.member.id,
    label: each.member.name,
    points,
    ...(national
      ? { behind: years.map((year) => ({ year: endYear(year), cell: cellAt(each, england.id, year) })) }
      : {}),
    text: cellText(each.at().value, each.indicator.decimals)
  };
}

function rowOf(
  each: MemberAnswer,
  area: string,
  years: readonly Period[],
  source: string
): Readonly<Record<string, string | Cell>> {
  return { source, ...Object.fromEntries(years.map((year) => [year.id, cellAt(each, area, year)])) };
}

function chart(
  context: Context,
  breakdown: Breakdown,
  years: readonly Period[],
  message: string | undefined
): ChartModel {
  const { area, england } = context;
  const members = ranked(context, breakdown);
  const [first] = members;
  const { mark = 'all', unit = '', decimals = 1, id = '' } = first?.indicator ?? {};
  const national =
    area.id !== england.id &&
    members.some((each) => years.some((year) => isKnown(each.at(england.id, year).value)));
  const covers = coversYears(years, 'flow');
  const caption = (which: string) =>
    captionText(`${first?.indicator.subtitle ?? ''}, ${which}`, area.name, covers);
  const subtitle = caption(members.length > MOST_PANELS ? 'by source: the six largest' : 'by source');
  const title =
    message ??
    `${mark === 'all' ? 'Referrals' : referralsText(mark).replace(/^r/, 'R')} by source, ${String(years.length)} years`;
  return {
    id: 'sources-over-time',
    title,
    subtitle,
    description: `${title}. ${members.map((each) => `${each.member.name}: ${cellText(each.at().value, decimals)}`).join('; ')}.`,
    mark,
    indicator: id,
    spec: {
      kind: 'multiples',
      unit,
      decimals,
      panels: members.slice(0, MOST_PANELS).map((each) => panelOf(context, each, years, national)),
      ...(national ? { behind: { name: countryName(england), role: 'england' as const } } : {}),
      milestones: pandemic(years)
    },
    table: {
      caption: caption('by source'),
      columns: [
        { key: 'source', label: 'Source', kind: 'text' },
        ...years.map((year) => ({
          key: year.id,
          label: String(endYear(year)),
          kind: 'number' as const,
          decimals
        }))
      ],
      rows: [
        ...members.map((each) => rowOf(each, area.id, years, each.member.name)),
        ...(national
          ? members.map((each) =>
              rowOf(each, england.id, years, `${countryName(england)}: ${each.member.name}`)
            )
          : [])
      ]
    },
    ...(first ? { notes: notesOf(context, first.at()) } : {}),
    covers,
    sources: sourcesOf(
      context,
      members.flatMap(({ indicator }) => termsOf(indicator).map(({ table }) => table))
    ),
    file: `sources-over-time-${mark}-${area.slug}`
  };
}

/** The source whose rate moved furthest in a year, and whether such a move is usual for it. */
function changedMost(
  context: Context,
  breakdown: Breakdown,
  years: readonly Period[]
): { readonly title: string; readonly statement: Statement } | undefined {
  const { area, period, previous } = context;
  if (!previous || !years.includes(previous)) return undefined;
  const held = breakdown.members.filter(({ at }) =>
    [previous, period].some((year) => isThere(at(area.id, year).value))
  );
  const someLack = held.some(({ at }) =>
    [previous, period].some((year) => !isKnown(at(area.id, year).value))
  );
  const moved = held
    .flatMap((each) => {
      const [from, to] = [each.at(area.id, previous).value, each.at().value];
      return isKnown(from) && isKnown(to) ? [{ each, from: from.value, to: to.value }] : [];
    })
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  const [most] = moved;
  const said = most && saidOf(most.each);
  if (!most || !said) return undefined;
  const verdict = judgeByOwnPast(
    years.map((year) => {
      const { numerator } = most.each.at(area.id, year);
      return isKnown(numerator) ? { x: numerator.value } : undefined;
    })
  );
  return {
    title: changedMostTitle(said, most.from, most.to, someLack),
    statement: {
      text: `${changedMostSentence(said, most.from, most.to, someLack)} ${ownPastBySize(verdict)}`,
      mark: most.each.indicator.mark,
      indicator: most.each.indicator.id
    }
  };
}

/** Undefined with fewer than two years by source. */
export function overTimeSlot(context: Context, asked: Asked): Slot | undefined {
  const breakdown = hereNow(context, asked.neglect) ?? hereNow(context, asked.all);
  if (!breakdown) return undefined;
  const years = yearsOf(context, breakdown);
  if (years.length < YEARS_NEEDED) return undefined;
  const change = changedMost(context, breakdown, years);
  const pandemicYear: readonly Statement[] =
    pandemic(years).length === 0
      ? []
      : [
          {
            text: 'Schools were closed to most children for part of the year to March 2021. The fall of that year is no improvement.'
          }
        ];
  return {
    id: 'over-time',
    heading: 'Each source over time',
    statements: [...(change ? [change.statement] : []), ...pandemicYear],
    figures: [],
    charts: [chart(context, breakdown, years, change?.title)]
  };
}
