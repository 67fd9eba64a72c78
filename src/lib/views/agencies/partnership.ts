/** Authorities of one partnership side by side, never added up. */
import { isKnown, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import type { Area } from '#lib/domain/area.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { sourceInWords } from '#lib/words/agencies/names.ts';
import { referralsText } from '#lib/words/agencies/refers.ts';
import {
  noneRecordedSentence,
  noCodeSentence,
  notExpectedSentence,
  overYears,
  STATE_MEANINGS,
  STATE_WORDS
} from '#lib/words/agencies/states.ts';
import { serviceInWords } from '#lib/words/agencies/names.ts';
import { listed, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, RecordState, Slot, StateRow, Statement, TableFigure } from '../model.ts';
import { coversYears, sourcesOf } from '../provenance.ts';
import type { Breakdown } from '../reading.ts';
import type { Asked } from './asked.ts';
import { isThere } from './sources.ts';
import { gridYears, serviceRows, stateCell, stateText, type Held, type HeldRow } from './states.ts';
import { leading } from './who-refers.ts';

/** The partnership whose authority the page is of, or the partnership itself. */
export function partnershipOf({ area, catalogue }: Pick<Context, 'area' | 'catalogue'>): Area | undefined {
  if (area.kind === 'partnership') return area;
  return catalogue.manifest.areas.find(({ id, kind }) => id === area.parent && kind === 'partnership');
}

export function authoritiesWithin({ area, catalogue }: Pick<Context, 'area' | 'catalogue'>): readonly Area[] {
  return catalogue.manifest.areas.filter(({ kind, parent }) => kind === 'authority' && parent === area.id);
}

/** The breakdown that any of the authorities has a figure of for the year: neglect first. */
export function heldByAny(context: Context, asked: Asked): Breakdown | undefined {
  const areas = authoritiesWithin(context);
  return [asked.neglect, asked.all].find((breakdown) =>
    breakdown?.members.some(({ at }) => areas.some(({ id }) => isThere(at(id).numerator)))
  );
}

/** `Kestrelshire: the police (27.5); Lanternport: schools (24.1)`: who refers most, for each. */
export function mostFromText(context: Context, breakdown: Breakdown): string {
  return authoritiesWithin(context)
    .map(({ id, name }) => {
      const [most] = leading(context, breakdown, id);
      return most
        ? `in ${name} ${sourceInWords(most)} (${number(most.rate ?? most.count, most.rate === undefined ? 0 : 1)})`
        : undefined;
    })
    .filter((text) => text !== undefined)
    .join(', ');
}

function sourcesTable(context: Context, breakdown: Breakdown): TableFigure {
  const areas = authoritiesWithin(context);
  const [first] = breakdown.members;
  const { mark = 'all', subtitle = '', decimals = 1, unit = '' } = first?.indicator ?? {};
  const caption = `${subtitle}, by source, ${context.period.label}`;
  return {
    id: 'sources-side-by-side',
    title: `${mark === 'all' ? 'Referrals for every reason' : 'Referrals for neglect'} by source, authorities side by side`,
    mark,
    table: {
      caption,
      columns: [
        { key: 'source', label: 'Source', kind: 'text' },
        ...areas.map(({ id, name }) => ({ key: id, label: name, kind: 'number' as const, decimals, unit }))
      ],
      rows: breakdown.members
        .filter(({ at }) => areas.some(({ id }) => isThere(at(id).value)))
        .map(({ member, at }) => ({
          source: member.name,
          ...Object.fromEntries(
            areas.map(({ id }) => [id, isThere(at(id).value) ? at(id).value : NOT_SUPPLIED])
          )
        }))
    },
    ...(first ? { notes: notesOf(context, first.at()) } : {}),
    covers: context.period.label,
    sources: sourcesOf(
      context,
      breakdown.members.flatMap(({ indicator }) => termsOf(indicator).map(({ table }) => table))
    ),
    file: `sources-side-by-side-${context.area.slug}-${context.period.id}`
  };
}

/** Who refers in each authority, as a table of them. */
export function sourcesSideBySide(context: Context, asked: Asked): Slot | undefined {
  const breakdown = heldByAny(context, asked);
  const [first] = breakdown?.members ?? [];
  if (!breakdown || !first) return undefined;
  const { mark } = first.indicator;
  const most = mostFromText(context, breakdown);
  return {
    id: 'who-refers',
    heading: 'Who refers',
    statements: [
      {
        text:
          most === ''
            ? `Who made ${referralsText(mark)} is withheld.`
            : `The largest number of ${referralsText(mark)} for every 10,000 children came, ${most}.`,
        mark,
        indicator: first.indicator.id
      },
      { text: 'Authorities stand side by side and are never added up.' }
    ],
    figures: [],
    charts: [],
    tables: [sourcesTable(context, breakdown)]
  };
}

/** All years of one row as one place: the same state in all of them, else the sum where every year is known. */
function overall({ held }: HeldRow): Pick<Held, 'state' | 'cell'> {
  const [first] = held;
  if (first && held.every(({ state }) => state === first.state) && first.state !== 'recorded') return first;
  const cell = derive(
    held.map((each) => each.cell),
    (...counts) => counts.reduce((sum, count) => sum + count, 0)
  );
  if (isKnown(cell)) return { cell, state: cell.value === 0 ? 'none' : 'recorded' };
  const odd = held.find(({ state }) => state !== 'recorded' && state !== 'none');
  return { cell, state: odd?.state ?? 'notSupplied' };
}

const STATES: readonly RecordState[] = ['none', 'noCode', 'notSubmitted', 'notExpected'];

/** From whom none is recorded in each authority, over the last years together. */
export function noneSideBySide(context: Context, asked: Asked): Slot | undefined {
  const areas = authoritiesWithin(context);
  const years = gridYears(
    context,
    asked,
    areas.map(({ id }) => id)
  );
  const byArea = areas.map((area) => ({ area, rows: serviceRows(context, asked, area.id, years) }));
  const [first] = byArea;
  if (!first || first.rows.length === 0) return undefined;
  const covers = coversYears(years, 'flow');
  const span = overYears(years.length, years.at(-1)?.label ?? '');
  const rows = first.rows.map(({ member, measure }, at): StateRow => ({
    id: `${member.id}-${measure}`,
    group: member.name,
    label: measure,
    places: byArea.map(({ area, rows: theirs }) => {
      const row = theirs[at];
      const found = row ? overall(row) : { state: 'notSupplied' as const, cell: NOT_SUPPLIED };
      return { column: area.id, state: found.state, text: stateText(found) };
    })
  }));
  const services = (theirs: readonly HeldRow[], state: RecordState) =>
    [...new Map(theirs.map(({ member }) => [member.id, member])).values()]
      .filter(({ id }) =>
        theirs.filter(({ member }) => member.id === id).every((row) => overall(row).state === state)
      )
      .map(serviceInWords);
  const statements = byArea.flatMap(({ area, rows: theirs }): Statement[] => {
    const contacts = theirs.some(({ measure }) => measure === 'contacts');
    return STATES.flatMap((state): Statement[] => {
      const named = services(theirs, state);
      if (named.length === 0) return [];
      switch (state) {
        case 'none':
          return [
            {
              text: `${area.name}: ${noneRecordedSentence(span, named, contacts).replace(/^I/, 'i')}`,
              mark: 'all'
            }
          ];
        case 'noCode':
          return [
            { text: `${area.name}: ${noCodeSentence(named, asked.detail === undefined).replace(/^T/, 't')}` }
          ];
        case 'notSubmitted':
          return [{ text: `${area.name}: figures from ${listed(named)} were asked for and have not come.` }];
        default:
          return [{ text: notExpectedSentence(area.name, named) }];
      }
    });
  });
  const title = statements[0]?.text.split('. ')[0]?.replace(/\.$/, '') ?? 'From whom is none recorded?';
  const subtitle = `Contacts and referrals for every reason from services that boards ask after, ${covers}`;
  const chart: ChartModel = {
    id: 'none-recorded',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ group, label, places }) => `${group ?? ''}, ${label}: ${places.map(({ column, text }) => `${areas.find(({ id }) => id === column)?.name ?? ''} ${text}`).join(', ')}`).join('; ')}.`,
    mark: 'all',
    spec: {
      kind: 'states',
      columns: areas.map(({ id, name }) => ({ id, label: name })),
      rows,
      joined: false
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'source', label: 'Source', kind: 'text' },
        { key: 'measure', label: 'Counted', kind: 'text' },
        ...areas.map(({ id, name }) => ({ key: id, label: name, kind: 'number' as const }))
      ],
      rows: first.rows.map(({ member, measure }, at) => ({
        source: member.name,
        measure,
        ...Object.fromEntries(
          byArea.map(({ area, rows: theirs }) => {
            const row = theirs[at];
            const [held] = row?.held ?? [];
            return [
              area.id,
              row && held ? stateCell({ ...overall(row), year: held.year }) : STATE_WORDS.notSupplied
            ];
          })
        )
      }))
    },
    covers,
    sources: sourcesOf(context, [asked.detail?.table ?? '', asked.contactsDetail?.table ?? '']),
    file: `none-recorded-${context.area.slug}-${context.period.id}`
  };
  return {
    id: 'none-recorded',
    heading: 'From whom is none recorded?',
    statements: [...statements, { text: STATE_MEANINGS.none }],
    figures: [],
    charts: [chart]
  };
}
