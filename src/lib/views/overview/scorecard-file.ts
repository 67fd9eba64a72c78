/** The scorecard as files hold it: every number in a column of its own, with its unit, its status and its mark. */
import { isKnown, known, missing, REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import { GROUPS } from '#lib/domain/labels.ts';
import { MARK_LABELS } from '#lib/domain/mark.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { relation } from '#lib/words/compare.ts';
import { hereText, TOO_FEW } from '#lib/words/scorecard.ts';
import { isShare } from '#lib/words/value.ts';
import type { Column, TableRows } from '../model.ts';

/** What a row of the scorecard is made of. */
export interface Scored {
  readonly answer: Answer;
  /** The area that its figure is of. */
  readonly of: string;
  readonly beside: {
    /** Absent where there is nothing beside it. */
    readonly other?: { readonly name: string; readonly value: number };
    readonly comparison?: Comparison;
  };
  readonly trend: string;
}

const NONE = missing('notApplicable');

interface Numbers {
  readonly value: Cell;
  readonly status: string;
  readonly numerator: Cell;
  readonly denominator: Cell;
  readonly lower: Cell;
  readonly upper: Cell;
}

const all = (cell: Cell, status: string): Numbers => ({
  value: cell,
  status,
  numerator: cell,
  denominator: cell,
  lower: cell,
  upper: cell
});

/** A missing value takes its parts with it, so that nothing stands there that a withheld one could be worked out from. */
function numbersOf(answer: Answer): Numbers {
  const { indicator, value, numerator, denominator, ranges, state } = answer;
  if (state) return all(NONE, hereText(answer));
  if (!isKnown(value)) return all(value, REASON_WORDS[value.reason]);
  const parts =
    indicator.kind === 'count' ? { numerator: NONE, denominator: NONE } : { numerator, denominator };
  if (isShare(indicator) && isKnown(denominator) && shareAs(denominator.value) === 'counts')
    return { ...all(missing('unreliable'), TOO_FEW), ...parts };
  const { lower, upper } = ranges?.at95 ?? {};
  const limit = (at: number | undefined) => (at === undefined ? NONE : known(at));
  return { value, status: 'known', ...parts, lower: limit(lower), upper: limit(upper) };
}

function columnsOf(scored: readonly Scored[], hasOutcomes: boolean): readonly Column[] {
  const rowDecimals = scored.map(({ answer }) => answer.indicator.decimals);
  const text = (key: string, label: string): Column => ({ key, label, kind: 'text' });
  const number = (key: string, label: string): Column => ({ key, label, kind: 'number', decimals: 0 });
  const measured = (key: string, label: string): Column => ({
    key,
    label,
    kind: 'number',
    decimals: Math.max(0, ...rowDecimals),
    rowDecimals
  });
  return [
    text('indicator', 'Indicator'),
    text('group', 'Group'),
    text('of', 'Figure of'),
    ...(hasOutcomes ? [text('outcome', 'Outcome')] : []),
    measured('value', 'Value'),
    text('unit', 'Unit'),
    text('status', 'Status'),
    number('numerator', 'Numerator'),
    number('denominator', 'Denominator'),
    measured('lower', 'Range from'),
    measured('upper', 'Range to'),
    text('beside', 'Compared with'),
    measured('other', 'Compared value'),
    text('relation', 'Comparison'),
    text('trend', 'Trend'),
    text('mark', 'Counts')
  ];
}

export function scorecardForFiles(scored: readonly Scored[]): TableRows {
  const hasOutcomes = scored.some(({ answer }) => answer.parts !== undefined);
  return {
    columns: columnsOf(scored, hasOutcomes),
    rows: scored.map(({ answer, of, beside, trend }) => {
      const { indicator, parts, state } = answer;
      return {
        indicator: indicator.name,
        group: GROUPS[indicator.group],
        of,
        outcome: parts?.[0]?.name ?? '',
        ...numbersOf(answer),
        unit: state ? '' : indicator.unit,
        beside: beside.other?.name ?? '',
        other: beside.other ? known(beside.other.value) : NONE,
        relation: beside.comparison ? relation(beside.comparison) : '',
        trend,
        mark: MARK_LABELS[indicator.mark]
      };
    })
  };
}
