/** Earlier help of children on a plan as bars, each n of N, a group for each kind of plan. */
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { captionText } from '#lib/words/caption.ts';
import { episodesLabel, onPlan } from '#lib/words/journey/history.ts';
import { cellText, counted, lowerFirst, number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { ChartModel, NoteRefs, Row } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Band, History, Told } from './history-cells.ts';

const UNIT = 'children';

const HEADS: Readonly<
  Record<Told, { readonly file: string; readonly subtitle: string; readonly column: string }>
> = {
  earlier_episodes: {
    file: 'earlier-help',
    subtitle: 'How many times they had help before that ended',
    column: 'Help before'
  },
  since_first: {
    file: 'since-first-referral',
    subtitle: 'How long since their first referral',
    column: 'Since the first referral'
  }
};

export const labelOf = (told: Told, { member }: Band) =>
  told === 'earlier_episodes' ? episodesLabel(member) : member.name;

/** Each n stands beside its N, or alone where N is missing. */
function textOf({ cell }: Band, { total }: History): string {
  if (!isKnown(cell)) return cellText(cell);
  return isKnown(total) ? `${number(cell.value)} of ${number(total.value)}` : number(cell.value);
}

const whoOf = ({ plan, mark }: History) => onPlan(plan === undefined ? undefined : lowerFirst(plan), mark);

interface Drawn {
  readonly title: string;
  readonly notes: NoteRefs;
  /** The area of each, where the same kind of plan is drawn of several. */
  readonly whose?: (history: History) => string;
}

/** One of the two drawings, a group for each kind of plan or each area; undefined where nothing of it is supplied. */
export function historyChart(
  context: Context,
  histories: readonly History[],
  told: Told,
  { title, notes, whose }: Drawn
): ChartModel | undefined {
  const shown = histories.filter(({ bands }) => bands[told].length > 0);
  const [first] = shown;
  if (!first) return undefined;
  const { area, period } = context;
  const { file, subtitle: counts, column } = HEADS[told];
  const day = dateInWords(period.end);
  const subtitle = captionText(
    `${counts}: children ${whose ? whoOf(first) : onPlan(undefined, first.mark)}`,
    area.name,
    day
  );
  const headOf = (history: History) =>
    `${whose?.(history) ?? sentence(whoOf(history))}: ${
      isKnown(history.total) ? counted(history.total.value, 'child', 'children') : cellText(history.total)
    }`;
  const rows = shown.flatMap((history) =>
    history.bands[told].map((band): Row => ({
      id: `${whose?.(history) ?? history.id}-${band.member.id}`,
      group: headOf(history),
      label: labelOf(told, band),
      role: 'focus',
      cell: band.cell,
      text: textOf(band, history)
    }))
  );
  return {
    id: file,
    title,
    subtitle,
    description: `${title}. ${shown
      .map(
        (history) =>
          `${headOf(history)}; ${history.bands[told]
            .map((band) => `${lowerFirst(labelOf(told, band))}, ${cellText(band.cell)}`)
            .join('; ')}`
      )
      .join('. ')}.`,
    mark: first.mark,
    spec: { kind: 'bars', unit: UNIT, decimals: 0, rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'plan', label: whose ? 'Area' : 'Plan', kind: 'text' },
        { key: 'band', label: column, kind: 'text' },
        { key: 'children', label: 'Children', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' }
      ],
      rows: shown.flatMap((history) =>
        history.bands[told].map((band) => ({
          plan: whose?.(history) ?? history.plan ?? 'On a plan',
          band: labelOf(told, band),
          children: band.cell,
          of: history.total
        }))
      )
    },
    notes,
    covers: day,
    sources: sourcesOf(
      context,
      shown.map(({ table }) => table)
    ),
    file: `${file}-${area.slug}-${period.id}`
  };
}
