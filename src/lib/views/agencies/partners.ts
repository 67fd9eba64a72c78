/** Whether partners come when they are asked, and whether their figures do. */
import { partnershipOf } from '#lib/domain/area.ts';
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { returnsSentence } from '#lib/words/agencies/front-door.ts';
import { shortValue, supplySentence, valueSentence } from '#lib/words/figure.ts';
import { lowerFirst, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { Slot, Statement, TableFigure } from '../model.ts';
import type { Breakdown } from '../reading.ts';
import { sourcesOf } from '../provenance.ts';
import type { Answered, Asked } from './asked.ts';
import { chartOrTable, shareBars, type Bar } from './bars.ts';

const ATTENDED: readonly Answered[] = [
  'adult-services-attendance-share',
  'strategy-discussions-health-share',
  'board-attendance-share'
];

/** The area’s own figure, or that of the partnership it belongs to. */
function holder(context: Context, asked: Asked, role: Answered): string | undefined {
  const partnership = partnershipOf(context.area, context.catalogue.manifest.areas);
  return [context.area.id, ...(partnership ? [partnership.id] : [])].find((area) =>
    isThere(asked.answer(role, area).value)
  );
}

const whole = (context: Context, area: string): string => {
  const partnership = partnershipOf(context.area, context.catalogue.manifest.areas);
  return partnership && area === partnership.id && area !== context.area.id
    ? ` This is for the whole of ${partnership.name}.`
    : '';
};

/** Which meetings are counted, where services stand below by meetings about every plan. */
function counts(context: Context, asked: Asked, role: Answered, area: string): string {
  if (role !== 'adult-services-attendance-share') return '';
  if (asked.answer(role, area).indicator.mark !== 'neglect') return '';
  const byService = asked.adultByAgency?.members.some(({ at }) => isThere(at(area).value)) === true;
  return ` It counts meetings about plans for neglect alone.${byService ? ' Service by service, meetings about every plan are counted.' : ''}`;
}

function attendance(context: Context, asked: Asked): readonly Statement[] {
  return ATTENDED.flatMap((role): Statement[] => {
    const area = holder(context, asked, role);
    if (area === undefined) return [];
    const answer = asked.answer(role, area);
    return [
      {
        text: `${valueSentence(answer)}${counts(context, asked, role, area)}${whole(context, area)}`,
        mark: answer.indicator.mark,
        indicator: answer.indicator.id,
        notes: notesOf(context, answer)
      }
    ];
  });
}

/** `…: from 40.1% (probation) to 50.9% (adult mental health)`; undefined where any is missing or too small for a share. */
function fromToTitle(bars: readonly Bar[]): string | undefined {
  const shares = bars.flatMap(({ name, result: { value, denominator, indicator } }) =>
    isKnown(value) && isKnown(denominator) && shareAs(denominator.value) === 'percentage'
      ? [{ value: value.value, text: `${shortValue(indicator, value.value)} (${lowerFirst(name)})` }]
      : []
  );
  const [low, ...rest] = shares.toSorted((a, b) => a.value - b.value);
  const high = rest.at(-1);
  const [first] = bars;
  if (!first || !low || !high || shares.length < bars.length) return undefined;
  return `${first.result.indicator.name}: from ${low.text} to ${high.text}`;
}

function attendanceChart(
  context: Context,
  asked: Asked,
  role: Answered,
  breakdown: Breakdown | undefined
): ReturnType<typeof chartOrTable> {
  const members = breakdown?.members ?? [];
  const area = [context.area.id, partnershipOf(context.area, context.catalogue.manifest.areas)?.id].find(
    (each) => each !== undefined && members.some(({ at }) => isThere(at(each).value))
  );
  if (area === undefined) return chartOrTable([], undefined);
  const bars = members
    .filter(({ at }) => isThere(at(area).value))
    .map(({ member, at }) => ({ ...member, result: at(area) }));
  const [first] = bars;
  const name = context.catalogue.manifest.areas.find(({ id }) => id === area)?.name ?? '';
  const drawn = shareBars(context, bars, {
    id: `by-agency-${role}`,
    title: fromToTitle(bars) ?? `${first?.result.indicator.name ?? ''}, by agency`,
    subtitle: captionText(first?.result.indicator.subtitle ?? '', name, context.period.label),
    head: 'Agency',
    when: context.period.label
  });
  return chartOrTable(bars, drawn);
}

interface Return {
  readonly agency: string;
  readonly what: string;
  readonly expected: string;
  readonly received: string;
  readonly state: 'inTime' | 'late' | 'out';
}

/** Returns asked for by date, of this area and period or of a part of it. */
function returnsOf({ area, catalogue, period }: Context): readonly Return[] {
  const { manifest, registers } = catalogue;
  const within = new Set(
    manifest.periods
      .filter(({ start, end }) => start >= period.start && end <= period.end)
      .map(({ id }) => id)
  );
  return (registers.returns ?? [])
    .filter((row) => row.area === area.id && within.has(row.period) && (row.expected ?? '') !== '')
    .map((row) => {
      const expected = row.expected ?? '';
      const received = row.received_on ?? '';
      const state = received === '' ? 'out' : received > expected ? 'late' : 'inTime';
      return {
        agency: manifest.agencies.find(({ id }) => id === row.agency)?.name ?? 'All agencies',
        what: manifest.tables.find(({ id }) => id === row.table)?.title ?? row.table,
        expected: dateInWords(expected),
        received:
          received === '' ? 'Not received' : `${dateInWords(received)}${state === 'late' ? ', late' : ''}`,
        state
      };
    });
}

function returnsTable(context: Context, returns: readonly Return[]): TableFigure {
  const title = sentence(
    returnsSentence(
      returns.filter(({ state }) => state === 'inTime').length,
      returns.filter(({ state }) => state === 'late').length,
      returns.filter(({ state }) => state === 'out').length
    )
  );
  return {
    id: 'returns',
    title,
    mark: 'all',
    table: {
      caption: captionText('Figures asked of agencies', context.area.name, context.period.label),
      columns: [
        { key: 'agency', label: 'Agency', kind: 'text' },
        { key: 'what', label: 'Figures', kind: 'text' },
        { key: 'expected', label: 'Asked for by', kind: 'text' },
        { key: 'received', label: 'Received', kind: 'text' }
      ],
      rows: returns.map(({ agency, what, expected, received }) => ({ agency, what, expected, received }))
    },
    covers: context.period.label,
    sources: sourcesOf(
      context,
      context.catalogue.manifest.tables
        .filter(({ id }) => (context.catalogue.registers.returns ?? []).some(({ table }) => table === id))
        .map(({ id }) => id)
    ),
    file: `returns-${context.area.slug}-${context.period.id}`
  };
}

/** Always there: attendance and returns where they are known, or what to supply to know them. */
export function partnersSlot(context: Context, asked: Asked): Slot {
  const statements = attendance(context, asked);
  const returns = returnsOf(context);
  const drawn = [
    attendanceChart(context, asked, 'adult-services-attendance-all-share', asked.adultByAgency),
    attendanceChart(context, asked, 'board-attendance-share', asked.boardByAgency)
  ];
  const supplied = statements.length > 0 || returns.length > 0;
  const missingRoles = ATTENDED.filter((role) => holder(context, asked, role) === undefined);
  const [first] = missingRoles.map((role) => context.indicator(role));
  return {
    id: 'partners',
    heading: 'Do partners take part?',
    statements,
    figures: [],
    charts: drawn.flatMap(({ charts }) => charts),
    tables: [
      ...drawn.flatMap(({ tables }) => tables),
      ...(returns.length > 0 ? [returnsTable(context, returns)] : [])
    ],
    ...(supplied || !first
      ? {}
      : {
          notSupplied: {
            what: 'Whether adult services, health and others come to the meetings they are asked to.',
            remedy: supplySentence(first)
          }
        })
  };
}
