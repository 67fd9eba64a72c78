/** From whom none is recorded in each authority of a partnership, over the last years together. */
import { derive } from '#lib/disclosure/may-say.ts';
import type { Area } from '#lib/domain/area.ts';
import { isKnown, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import { captionText } from '#lib/words/caption.ts';
import { serviceInWords } from '#lib/words/agencies/names.ts';
import { ofArea } from '#lib/words/agencies/partnership.ts';
import {
  noCodeSentence,
  noneRecordedSentence,
  notExpectedSentence,
  notSubmittedSentence,
  overYears,
  STATE_MEANINGS,
  STATE_WORDS
} from '#lib/words/agencies/states.ts';
import type { Context } from '../context.ts';
import type { ChartModel, RecordState, Slot, StateRow } from '../model.ts';
import { coversYears, sourcesOf } from '../provenance.ts';
import { authoritiesOf } from '../side-by-side.ts';
import type { Asked } from './asked.ts';
import { untoldSlot } from './none-recorded.ts';
import { gridYears, serviceRows, stateCell, stateText, type Held, type HeldRow } from './states.ts';

interface Side {
  readonly area: Area;
  readonly rows: readonly HeldRow[];
}

export interface Sides {
  readonly years: readonly Period[];
  readonly sides: readonly Side[];
}

export function sidesOf(context: Context, asked: Asked): Sides {
  const areas = authoritiesOf(context);
  const years = gridYears(
    context,
    asked,
    areas.map(({ id }) => id)
  );
  return {
    years,
    sides: areas.map((area) => ({ area, rows: serviceRows(context, asked, area.id, years) }))
  };
}

type Overall = Pick<Held, 'state' | 'cell'>;

/** All years of one row as one place: the state they share, else the sum where every year is known. */
function overall(row: HeldRow | undefined): Overall {
  const held = row?.held ?? [];
  const [first] = held;
  if (!first) return { state: 'notSupplied', cell: NOT_SUPPLIED };
  if (first.state !== 'recorded' && held.every(({ state }) => state === first.state)) return first;
  const cell = derive(
    held.map((each) => each.cell),
    (...counts) => counts.reduce((sum, count) => sum + count, 0)
  );
  if (isKnown(cell)) return { cell, state: cell.value === 0 ? 'none' : 'recorded' };
  const odd = held.find(({ state }) => state !== 'recorded' && state !== 'none');
  return { cell, state: odd?.state ?? 'notSupplied' };
}

/** Services of which all that is counted is in one state. */
function inState({ rows }: Side, state: RecordState): readonly string[] {
  const members = [...new Map(rows.map(({ member }) => [member.id, member])).values()];
  return members
    .filter(({ id }) =>
      rows.filter(({ member }) => member.id === id).every((row) => overall(row).state === state)
    )
    .map(serviceInWords);
}

export type Lacking = 'none' | 'noCode' | 'notSubmitted' | 'notExpected';

const LACKING: readonly Lacking[] = ['none', 'noCode', 'notSubmitted', 'notExpected'];

export interface SaidOfSide {
  readonly area: Area;
  readonly state: Lacking;
  readonly text: string;
}

/** What is said of each authority: from whom none is recorded, and who cannot be told apart. */
export function saidOfSides(asked: Asked, { years, sides }: Sides): readonly SaidOfSide[] {
  const span = overYears(years.length, years.at(-1)?.label ?? '');
  return sides.flatMap((side) =>
    LACKING.flatMap((state): SaidOfSide[] => {
      const services = inState(side, state);
      if (services.length === 0) return [];
      const { area, rows } = side;
      const contacts = rows.some(({ measure }) => measure === 'contacts');
      const said: Readonly<Record<Lacking, () => string>> = {
        none: () => noneRecordedSentence(span, services, contacts),
        noCode: () => noCodeSentence(services, asked.detail === undefined),
        notSubmitted: () => notSubmittedSentence(services),
        notExpected: () => notExpectedSentence(area.name, services)
      };
      return [{ area, state, text: ofArea(area.name, said[state]()) }];
    })
  );
}

function rowsOf({ sides }: Sides): readonly StateRow[] {
  return (sides[0]?.rows ?? []).map(({ member, measure }, at) => ({
    id: `${member.id}-${measure}`,
    group: member.name,
    label: measure,
    places: sides.map(({ area, rows }) => {
      const found = overall(rows[at]);
      return { column: area.id, state: found.state, text: stateText(found) };
    })
  }));
}

function tableOf({ sides }: Sides, caption: string): ChartModel['table'] {
  return {
    caption,
    columns: [
      { key: 'source', label: 'Source', kind: 'text' },
      { key: 'measure', label: 'Counted', kind: 'text' },
      ...sides.map(({ area: { id, name } }) => ({ key: id, label: name, kind: 'number' as const }))
    ],
    rows: (sides[0]?.rows ?? []).map(({ member, measure }, at) => ({
      source: member.name,
      measure,
      ...Object.fromEntries(
        sides.map(({ area, rows }) => {
          const year = rows[at]?.held[0]?.year;
          return [area.id, year ? stateCell({ ...overall(rows[at]), year }) : STATE_WORDS.notSupplied];
        })
      )
    }))
  };
}

/** Undefined where there is no service to ask after. */
export function noneSideBySide(context: Context, asked: Asked, found: Sides): Slot | undefined {
  const rows = rowsOf(found);
  if (rows.length === 0) return undefined;
  const { years, sides } = found;
  if (rows.every(({ places }) => places.every(({ state }) => state === 'notSupplied')))
    return untoldSlot(context, sides[0]?.rows ?? []);
  const covers = coversYears(years, 'flow');
  const said = saidOfSides(asked, found);
  const title = (said[0]?.text ?? 'Every service that boards ask after has referrals on record')
    .replace(/\.$/, '')
    .split('. ')[0];
  const subtitle = captionText(
    'Contacts and referrals for every reason, from services that boards ask after',
    `${covers} together`
  );
  const nameOf = (id: string) => sides.find(({ area }) => area.id === id)?.area.name ?? '';
  const spoken = rows.map(
    ({ group, label, places }) =>
      `${group ?? ''}, ${label}: ${places.map(({ column, text }) => `${nameOf(column)} ${text}`).join(', ')}`
  );
  return {
    id: 'none-recorded',
    heading: 'From whom is none recorded?',
    statements: [
      ...said.map(({ text, state }) => ({ text, ...(state === 'none' ? { mark: 'all' as const } : {}) })),
      { text: STATE_MEANINGS.none }
    ],
    figures: [],
    charts: [
      {
        id: 'none-recorded',
        title: title ?? '',
        subtitle,
        description: `${title ?? ''}. ${spoken.join('; ')}.`,
        mark: 'all',
        spec: {
          kind: 'states',
          columns: sides.map(({ area: { id, name } }) => ({ id, label: name })),
          rows,
          joined: false
        },
        table: tableOf(found, subtitle),
        covers,
        sources: sourcesOf(context, [asked.detail?.table ?? '', asked.contactsDetail?.table ?? '']),
        file: `none-recorded-${context.area.slug}-${context.period.id}`
      }
    ]
  };
}
