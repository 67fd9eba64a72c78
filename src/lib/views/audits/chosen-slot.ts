/** How the records of each round were chosen, and which rounds may be compared. */
import { roundsDiffer } from '#lib/domain/audit-round.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { chosenText, notComparableText, speaksFor } from '#lib/words/audits/rounds.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Slot, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { BoardFigures } from './board.ts';
import type { Evidence } from './evidence.ts';
import { coversOf } from './heat.ts';
import { boundNotes, tablesRead } from './notes.ts';
import type { Round } from './rounds.ts';

const RULE =
  'Two rounds are compared only where question, scale of grades, way of choosing, and tier of help are the same.';

function besideText(round: Round, before: Round | undefined): string {
  if (!before) return 'The first round here';
  const differ = roundsDiffer(before, round);
  return differ.length === 0 ? 'Comparable' : notComparableText(differ);
}

function roundsTable(context: Context, { area, rounds, standards }: Evidence): TableFigure {
  const tables = tablesRead(standards.map(({ indicator }) => indicator));
  const latest = rounds.at(-1);
  return {
    id: 'audit-samples',
    title:
      latest === undefined
        ? 'How records were chosen'
        : `${latest.label}: ${chosenText(latest.method)}${latest.frame === undefined ? '' : ` from ${latest.frame}`}`,
    mark: standards[0]?.indicator.mark ?? 'neglect',
    table: {
      caption: `Rounds of audit in ${area.name}, and how records were chosen`,
      columns: [
        { key: 'round', label: 'Round', kind: 'text' },
        { key: 'chosen', label: 'How chosen', kind: 'text' },
        { key: 'from', label: 'From whom', kind: 'text' },
        { key: 'read', label: 'Read here', kind: 'text' },
        { key: 'beside', label: 'Beside the round before', kind: 'text' }
      ],
      rows: rounds.map((round, index) => ({
        round: round.date === '' ? round.label : dateOf(round),
        chosen: sentence(chosenText(round.method)),
        from: round.frame === undefined ? 'Not said' : sentence(round.frame),
        read: round.read === undefined ? 'Not known' : number(round.read),
        beside: besideText(round, rounds[index - 1])
      }))
    },
    notes: boundNotes(context, tables, [area.id]),
    covers: coversOf(rounds),
    sources: sourcesOf(context, tables),
    file: `audit-samples-${context.area.slug}-${context.period.id}`
  };
}

/** The day where the register has it, else the period. */
function dateOf({ label, date, method }: Round): string {
  return method === undefined ? label : dateInWords(date);
}

export function chosenSlot(context: Context, evidence: Evidence, { held }: BoardFigures): Slot {
  const latest = evidence.rounds.at(-1);
  return {
    id: 'audit-chosen',
    heading: 'How the records were chosen',
    statements: [{ text: speaksFor(latest ?? {}) }, { text: RULE }, ...held()],
    figures: [],
    charts: [],
    tables: [roundsTable(context, evidence)]
  };
}
