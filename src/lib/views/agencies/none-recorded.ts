/** From whom none is recorded, in states that look different and never mean that nobody acted. */
import { derive } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { captionText } from '#lib/words/caption.ts';
import { isAgency, serviceInWords } from '#lib/words/agencies/names.ts';
import {
  noCodeSentence,
  andNoneSentence,
  noneRecordedSentence,
  noneTitle,
  notExpectedSentence,
  notSubmittedSentence,
  overYears,
  recordedSentence,
  STATE_MEANINGS,
  untoldText
} from '#lib/words/agencies/states.ts';
import { supplySentence, valueSentence } from '#lib/words/figure.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, RecordState, Slot, StateRow, Statement } from '../model.ts';
import { coversYears, sourcesOf } from '../provenance.ts';
import type { Breakdown } from '../reading.ts';
import type { Asked } from './asked.ts';
import { hereNow } from './sources.ts';
import {
  askedAfter,
  gridYears,
  heldRow,
  serviceRows,
  stateCell,
  stateText,
  type Held,
  type HeldRow
} from './states.ts';

export interface NoneRecorded {
  readonly years: readonly Period[];
  readonly rows: readonly HeldRow[];
  /** Names in sentences of services of which every place is a true zero. */
  readonly none: readonly string[];
  readonly noCode: readonly string[];
  readonly notSubmitted: readonly string[];
  readonly notExpected: readonly string[];
  readonly recorded: readonly { readonly service: string; readonly count: number }[];
  /** Whether contacts are given by service as well. */
  readonly contacts: boolean;
}

const everyIs = (rows: readonly HeldRow[], state: RecordState) =>
  rows.length > 0 && rows.every(({ held }) => held.length > 0 && held.every((each) => each.state === state));

/** Other sources of which some year has no count to show. */
function otherRows(
  context: Context,
  asked: Asked,
  years: readonly Period[],
  services: readonly string[]
): readonly HeldRow[] {
  const from = (breakdown: Breakdown | undefined): readonly HeldRow[] =>
    (hereNow(context, breakdown)?.members ?? [])
      .filter(({ member, at }) => {
        const there = years.some((year) => isThere(at(context.area.id, year).numerator));
        return there && isAgency(member) && !services.includes(member.id);
      })
      .map(({ member }) =>
        heldRow(context, {
          member,
          measure: 'referrals',
          breakdown,
          area: context.area.id,
          years,
          unnamed: 'notExpected'
        })
      )
      .filter(({ held }) => held.some(({ state }) => state !== 'recorded'));
  const detail = from(asked.detail);
  const ids = new Set(detail.map(({ member }) => member.id));
  return [...detail, ...from(asked.all).filter(({ member }) => !ids.has(member.id))];
}

/** What there is of each service that boards ask after, and of every other source that lacks a count in some year. */
export function noneRecorded(context: Context, asked: Asked): NoneRecorded {
  const { area } = context;
  const years = gridYears(context, asked, [area.id]);
  const services = askedAfter(context);
  const own = serviceRows(context, asked, area.id, years);
  const rows = [
    ...own,
    ...otherRows(
      context,
      asked,
      years,
      services.map(({ id }) => id)
    )
  ];
  const members = [...new Map(rows.map(({ member }) => [member.id, member])).values()];
  const of = (id: string) => rows.filter(({ member }) => member.id === id);
  const inState = (state: RecordState) =>
    members.filter(({ id }) => everyIs(of(id), state)).map(serviceInWords);
  const recorded = services.flatMap((member) => {
    const referrals = of(member.id).find(({ measure }) => measure === 'referrals')?.held ?? [];
    const sum = derive(
      referrals.map(({ cell }) => cell),
      (...counts) => counts.reduce((total, count) => total + count, 0)
    );
    return isKnown(sum) && sum.value > 0 ? [{ service: serviceInWords(member), count: sum.value }] : [];
  });
  return {
    years,
    rows,
    none: inState('none'),
    noCode: inState('noCode'),
    notSubmitted: inState('notSubmitted'),
    notExpected: inState('notExpected'),
    recorded: [...recorded].sort((a, b) => b.count - a.count),
    contacts: own.some(({ measure }) => measure === 'contacts')
  };
}

/** `In four years`: over which no figure of a service is more than none. */
export function spanOf({ years }: Pick<NoneRecorded, 'years'>): string {
  return overYears(years.length, years.at(-1)?.label ?? '');
}

/** Whether figures here come from the national return alone, which has no code for these services. */
const nationalOnly = (asked: Asked) => asked.detail === undefined;

/** The message: from whom none is recorded, else who cannot be told apart. */
export function noneRecordedText(context: Context, asked: Asked, found: NoneRecorded): string {
  const { none, noCode, notSubmitted, notExpected } = found;
  if (none.length > 0) return noneTitle(found.years.length, none);
  if (noCode.length > 0) return noCodeSentence(noCode, nationalOnly(asked));
  if (notSubmitted.length > 0) return notSubmittedSentence(notSubmitted);
  if (notExpected.length > 0) return notExpectedSentence(context.area.name, notExpected);
  return 'Every service that boards ask after has referrals on record.';
}

function statementsOf(context: Context, asked: Asked, found: NoneRecorded): readonly Statement[] {
  const { none, noCode, notSubmitted, notExpected, recorded, contacts } = found;
  const mark = 'all' as const;
  const span = spanOf(found);
  const lead =
    recorded.length > 0
      ? [
          [
            recordedSentence(span, recorded),
            ...(none.length > 0 ? [andNoneSentence(none, contacts)] : []),
            'This counts referrals for every reason.'
          ].join(' ')
        ]
      : none.length > 0
        ? [noneRecordedSentence(span, none, contacts)]
        : [];
  const said: readonly Statement[] = [
    ...lead.map((text) => ({ text, mark })),
    ...(noCode.length > 0 ? [{ text: noCodeSentence(noCode, nationalOnly(asked)) }] : []),
    ...(notSubmitted.length > 0 ? [{ text: notSubmittedSentence(notSubmitted) }] : []),
    ...(notExpected.length > 0 ? [{ text: notExpectedSentence(context.area.name, notExpected) }] : [])
  ];
  const seen = [...new Set(found.rows.flatMap(({ held }) => held.map(({ state }) => state)))];
  const meanings = seen.flatMap((state) =>
    state === 'none' || state === 'notExpected' || state === 'notSubmitted' ? [STATE_MEANINGS[state]] : []
  );
  return [...said, ...(meanings.length > 0 ? [{ text: meanings.join(' ') }] : [])];
}

/** How many referrals for neglect adult services and dentists made, where the local field says so. */
function neglectStatements(context: Context, asked: Asked): readonly Statement[] {
  return (['referrals-adult-services-count', 'referrals-adult-services-ratio'] as const).flatMap(
    (role): readonly Statement[] => {
      const answer = asked.answer(role);
      const { indicator, value } = answer;
      return isKnown(value) && value.value > 0
        ? [
            {
              text: `${valueSentence(answer)}${role === 'referrals-adult-services-count' && indicator.mark === 'neglect' ? ' It counts referrals for neglect alone.' : ''}`,
              mark: indicator.mark,
              indicator: indicator.id,
              notes: notesOf(context, answer)
            }
          ]
        : [];
    }
  );
}

const stateRow = ({ member, measure, held }: HeldRow): StateRow => ({
  id: `${member.id}-${measure}`,
  group: member.name,
  label: measure,
  places: held.map((each) => ({ column: each.year.id, state: each.state, text: stateText(each) }))
});

function chartOf(context: Context, asked: Asked, found: NoneRecorded): ChartModel {
  const { area } = context;
  const { years, rows, contacts } = found;
  const covers = coversYears(years, 'flow');
  const title = noneRecordedText(context, asked, found).replace(/\.$/, '').split('. ')[0] ?? '';
  const subtitle = captionText(
    `${contacts ? 'Contacts and referrals' : 'Referrals'} for every reason, by who made them`,
    area.name,
    covers
  );
  const spoken = ({ member, measure, held }: HeldRow) =>
    `${member.name}, ${measure}: ${held.map((each: Held) => `${each.year.id} ${stateText(each)}`).join(', ')}`;
  const breakdowns = [asked.detail, asked.contactsDetail, asked.all].filter((each) => each !== undefined);
  return {
    id: 'none-recorded',
    title,
    subtitle,
    description: `${title}. ${rows.map(spoken).join('; ')}.`,
    mark: 'all',
    spec: {
      kind: 'states',
      columns: years.map(({ id, end }) => ({ id, label: end.slice(0, 4) })),
      rows: rows.map(stateRow),
      joined: true
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'source', label: 'Source', kind: 'text' },
        { key: 'measure', label: 'Counted', kind: 'text' },
        ...years.map(({ id, end }) => ({
          key: id,
          label: `Year to ${dateInWords(end)}`,
          kind: 'number' as const
        }))
      ],
      rows: rows.map(({ member, measure, held }) => ({
        source: member.name,
        measure,
        ...Object.fromEntries(held.map((each) => [each.year.id, stateCell(each)]))
      }))
    },
    covers,
    sources: sourcesOf(
      context,
      breakdowns.flatMap(({ members }) =>
        members.flatMap(({ indicator }) => termsOf(indicator).map(({ table }) => table))
      )
    ),
    file: `none-recorded-${area.slug}-${context.period.id}`
  };
}

const HEADING = 'From whom is none recorded?';

/** Of no source is anything known. */
const isUntold = ({ rows }: NoneRecorded) =>
  rows.every(({ held }) => held.every(({ state }) => state === 'notSupplied'));

/** Undefined where there is not one source to say anything of. */
export function noneRecordedSlot(context: Context, asked: Asked, found: NoneRecorded): Slot | undefined {
  if (found.rows.length === 0) return undefined;
  if (isUntold(found)) return untoldSlot(context, found.rows);
  return {
    id: 'none-recorded',
    heading: HEADING,
    statements: [...statementsOf(context, asked, found), ...neglectStatements(context, asked)],
    figures: [],
    charts: [chartOf(context, asked, found)]
  };
}

/** The slot where nothing says who refers. */
export function untoldSlot(context: Context, rows: readonly HeldRow[]): Slot {
  const services = [...new Set(rows.map(({ member }) => serviceInWords(member)))];
  return {
    id: 'none-recorded',
    heading: HEADING,
    statements: [],
    figures: [],
    charts: [],
    notSupplied: {
      what: untoldText(areaInSentence(context.area), services),
      remedy: supplySentence(context.indicator('referrals-source-outcomes'))
    }
  };
}
