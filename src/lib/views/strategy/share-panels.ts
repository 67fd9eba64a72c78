/** Shares over the years, a small panel each on one scale; those of too few to carry a percentage are told in words. */
import { isKnown } from '#lib/domain/cell.ts';
import { markTogether, type Mark } from '#lib/domain/mark.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { briefText } from '#lib/words/strategy/evidence.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import { countBehind } from '../indicator/page.ts';
import type { ChartModel, Fact, Panel } from '../model.ts';
import { coversYears, sourcesOf } from '../provenance.ts';
import { noteHeld } from './notes.ts';
import type { Held } from './whose.ts';

export interface Row {
  readonly held: Held;
  /** What the panel is called where not by its indicator. */
  readonly label?: string;
}

export interface PanelsAbout {
  readonly id: string;
  /** The message. */
  readonly title: string;
  /** What is counted, without where and when. */
  readonly subtitle: string;
}

export interface SharesShown {
  readonly chart?: ChartModel;
  /** Those of fewer than a percentage needs. */
  readonly facts: readonly Fact[];
}

/** More panels than these are read by nobody; the table behind has every row. */
const MOST_PANELS = 6;

const isFew = ({ held: { years, at } }: Row) =>
  years.some((year) => {
    const { denominator } = at(year);
    return isKnown(denominator) && shareAs(denominator.value) === 'counts';
  });

const isDrawn = (row: Row) => row.held.years.some((year) => isKnown(row.held.at(year).value)) && !isFew(row);

function labelOf({ held, label }: Row, mixed: boolean): string {
  const name = label ?? held.indicator.name;
  return held.whole && mixed ? `${name} (whole partnership)` : name;
}

export const commonMark = (indicators: readonly PlacedIndicator[]): Mark =>
  markTogether(indicators.map(({ mark }) => mark));

/** `15 of 18 in 2024; 10 of 18 in 2021`: the latest year and the first. */
function endsText({ held: { years, at } }: Row): string {
  const told = years.flatMap((year) => {
    const text = briefText(at(year));
    return text === undefined ? [] : [`${text} in ${year.end.slice(0, 4)}`];
  });
  const ends = told.length > 1 ? [told.at(-1), told[0]] : told;
  return ends.length === 0 ? 'No year can be shown.' : `${ends.join('; ')}.`;
}

function panelOf(context: Context, row: Row, label: string): Panel {
  const { held } = row;
  const { years, period } = context;
  const first = held.years[0]?.end ?? '';
  const text = briefText(held.at(period));
  return {
    id: `${held.indicator.id}-${label}`,
    label,
    points: years
      .filter(({ end }) => end >= first && end <= period.end)
      .map((year) => ({ year: Number(year.end.slice(0, 4)), cell: held.at(year).value })),
    text: text ?? ''
  };
}

/** Rows in the order given; the table behind the panels holds the counts of every row. */
export function sharePanels(
  context: Context,
  rows: readonly Row[],
  { id, title, subtitle }: PanelsAbout
): SharesShown {
  const drawn = rows.filter(isDrawn);
  const [lead] = drawn;
  const mixed = rows.some(({ held }) => held.area.id !== rows[0]?.held.area.id);
  const facts = rows
    .filter((row) => !isDrawn(row))
    .map((row) => ({ term: labelOf(row, mixed), text: endsText(row) }));
  if (!lead) return { facts };
  const years = context.years.filter((year) => rows.some(({ held }) => held.years.includes(year)));
  const one = mixed ? context.area : lead.held.area;
  const where =
    one.kind === 'partnership' && one.id !== context.area.id
      ? `the whole of ${one.name}`
      : areaInSentence(one);
  const covers = coversYears(years, 'flow');
  const full = `${subtitle}, ${where}, ${covers}`;
  const findings = rows.flatMap(({ held }, i) =>
    held.years.map((year): Finding => {
      const answer = held.at(year);
      return {
        standard: String(i),
        round: year.id,
        n: countBehind(answer, answer.numerator),
        of: countBehind(answer, answer.denominator)
      };
    })
  );
  const { table } = heatTable(
    findings,
    rows.map((row, i) => ({ id: String(i), label: labelOf(row, mixed) })),
    years.map((year) => ({ id: year.id, label: year.end.slice(0, 4) })),
    { shade: 'share of those counted', met: 'count', audits: 'out of', caption: full }
  );
  const panels = drawn.slice(0, MOST_PANELS).map((row) => panelOf(context, row, labelOf(row, mixed)));
  return {
    facts,
    chart: {
      id,
      title,
      subtitle: full,
      description: `${title}. ${drawn.map((row) => `${labelOf(row, mixed)}: ${endsText(row)}`).join(' ')}`,
      mark: commonMark(rows.map(({ held }) => held.indicator)),
      spec: { kind: 'multiples', unit: '% of those counted', decimals: 0, panels, milestones: [] },
      table,
      notes: rows
        .flatMap(({ held }) => noteHeld(context, held))
        .filter((note, i, all) => all.indexOf(note) === i),
      covers,
      sources: sourcesOf(
        context,
        rows.map(({ held }) => held.indicator.numerator?.table ?? '')
      ),
      file: `${id}-${context.area.slug}`
    }
  };
}
