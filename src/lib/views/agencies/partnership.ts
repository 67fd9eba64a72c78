/** Authorities of one partnership side by side, never added up. */
import { isThere, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { mostInEachSentence, type MostOf } from '#lib/words/agencies/partnership.ts';
import { referralsText } from '#lib/words/agencies/refers.ts';
import { captionText } from '#lib/words/caption.ts';
import { sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import { isChart, type Question, type Slot, type Statement, type TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Breakdown } from '../reading.ts';
import { authoritiesOf, sideBySide } from '../side-by-side.ts';
import type { Asked } from './asked.ts';
import type { SaidOfSide } from './none-side-by-side.ts';
import { leading, unnamedLeads } from './who-refers.ts';

/** The breakdown that any of the authorities has a figure of for the year: neglect first. */
export function heldByAny(context: Context, asked: Asked): Breakdown | undefined {
  const areas = authoritiesOf(context);
  return [asked.neglect, asked.all].find((breakdown) =>
    breakdown?.members.some(({ at }) => areas.some(({ id }) => isThere(at(id).numerator)))
  );
}

/** Who refers most in each authority where that is known. */
export function mostInEach(context: Context, breakdown: Breakdown): readonly MostOf[] {
  return authoritiesOf(context).flatMap(({ id, name }) => {
    const [most] = leading(context, breakdown, id);
    return most ? [{ area: name, most }] : [];
  });
}

/** Whether in any of them more came from an unnamed source than from any that is named. */
export function someUnnamedLead(context: Context, breakdown: Breakdown): boolean {
  return authoritiesOf(context).some(({ id }) => unnamedLeads(context, breakdown, id));
}

function sourcesTable(context: Context, breakdown: Breakdown): TableFigure {
  const areas = authoritiesOf(context);
  const [first] = breakdown.members;
  const { mark = 'all', subtitle = '', decimals = 1 } = first?.indicator ?? {};
  return {
    id: 'sources-side-by-side',
    title: `${sentence(referralsText(mark))} by source, each authority by itself`,
    mark,
    table: {
      caption: captionText(`${subtitle}, by source`, context.period.label),
      columns: [
        { key: 'source', label: 'Source', kind: 'text' },
        ...areas.map(({ id, name }) => ({
          key: id,
          label: name,
          kind: 'number' as const,
          decimals,
          unit: 'per 10,000'
        }))
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
  const { mark, id } = first.indicator;
  const most = mostInEach(context, breakdown);
  const lead: Statement =
    most.length === 0
      ? { text: `Who made ${referralsText(mark)} is withheld.`, mark }
      : { text: mostInEachSentence(mark, most, someUnnamedLead(context, breakdown)), mark, indicator: id };
  return {
    id: 'who-refers',
    heading: 'Who refers',
    statements: [lead, { text: 'Authorities stand side by side and are never added up.' }],
    figures: [],
    charts: [],
    tables: [sourcesTable(context, breakdown)]
  };
}

const RESULTS = ['contacts-rate', 'referrals-rate', 'contacts-accepted-share', 'referrals-not-in-need-share'];

/** Contacts, referrals and what came of them in each authority. */
export async function resultSideBySide(context: Context): Promise<Slot | undefined> {
  const made = (
    await Promise.all(RESULTS.map((role) => sideBySide(context, role, { id: `side-${role}` })))
  ).filter((each) => each !== undefined);
  if (made.length === 0) return undefined;
  return {
    id: 'result',
    heading: 'With what result',
    statements: [
      {
        text: 'What counts as a contact, and as a referral, may differ between these authorities. Ask each for its rule before you compare them.'
      }
    ],
    figures: [],
    charts: made.filter(isChart),
    tables: made.filter((each) => !isChart(each))
  };
}

/** At most two: one for a true zero, one for services that nobody can tell apart. */
export function partnershipQuestions(context: Context, said: readonly SaidOfSide[]): readonly Question[] {
  const none = said.find(({ state }) => state === 'none');
  const noCode = said.find(({ state }) => state === 'noCode');
  const { questions } = context.indicator('referrals-source-outcomes');
  const [, naming] = questions;
  return [
    ...(none
      ? [
          {
            id: 'none-recorded',
            ask: 'Has nobody from these services been worried about a child, or was it not written down?',
            because: none.text,
            who: 'The front door manager and the leads for safeguarding of these services.',
            evidence:
              'A hand count of one month at the front door, and what each service logged of its own worries and calls for advice.'
          }
        ]
      : []),
    ...(noCode && naming
      ? [
          {
            id: 'no-code',
            ask: naming.ask,
            because: noCode.text,
            who: `${naming.who}.`,
            evidence: `${naming.settles}.`
          }
        ]
      : [])
  ];
}
