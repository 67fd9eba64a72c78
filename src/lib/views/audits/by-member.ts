/** The last round by agency and by tier of help, where figures tell them apart. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { readUnit } from '#lib/words/audits/findings.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { listed, lowerFirst } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Breakdown } from '../reading.ts';
import { boundNotes } from './notes.ts';
import { isFewerBetter } from './found-words.ts';
import type { Evidence } from './evidence.ts';
import { roundBook } from './rounds.ts';
import { auditStandards } from './standards.ts';
import { sampleText } from '#lib/words/audits/rounds.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';

const DIMENSIONS = [
  { id: 'agency', name: 'agency', heading: 'By agency' },
  { id: 'tier', name: 'tier of help', heading: 'By tier of help' }
] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** So many columns fit. */
const MOST = 6;

interface Held {
  readonly dimension: Dimension;
  readonly by: readonly { readonly indicator: PlacedIndicator; readonly breakdown: Breakdown }[];
}

/** Put in the same turn as all else that a page reads. */
export async function askedByMember(context: Context): Promise<readonly Held[]> {
  const standards = auditStandards(context.catalogue).filter(
    ({ supplied, kind }) => supplied && kind === 'share'
  );
  return Promise.all(
    DIMENSIONS.map(async (dimension): Promise<Held> => {
      const made = await Promise.all(
        standards.map(async (indicator) => {
          const breakdown = await context.reading.members(indicator, dimension.id);
          return breakdown ? [{ indicator, breakdown }] : [];
        })
      );
      return { dimension, by: made.flat() };
    })
  );
}

/** The last period with any figure by member here, and what it holds. */
function latestIn(context: Context, { by }: Held) {
  const past = context.catalogue.manifest.periods
    .filter(({ end }) => end <= context.period.end)
    .sort((a, b) => (a.end < b.end ? 1 : -1));
  const at = (period: Period) =>
    by.flatMap(({ indicator, breakdown }) => {
      const found = breakdown.members.flatMap(({ member, at: answerAt }) => {
        const { numerator: n, denominator: of } = answerAt(context.area.id, period);
        return isThere(n) || isThere(of) ? [{ member, n, of }] : [];
      });
      return found.length === 0 ? [] : [{ indicator, table: breakdown.table, found }];
    });
  for (const period of past) {
    const rows = at(period);
    if (rows.length > 0) return { period, rows };
  }
  return undefined;
}

function chartOf(context: Context, by: Held, { standards }: Evidence): ChartModel | undefined {
  const latest = latestIn(context, by);
  if (!latest) return undefined;
  const { period, rows } = latest;
  const { dimension } = by;
  const members = new Map(rows.flatMap(({ found }) => found.map(({ member }) => [member.id, member.name])));
  const columns = [...members].map(([id, label]) => ({ id, label })).slice(0, MOST);
  const findings = rows.flatMap(({ indicator, found }) =>
    found
      .filter(({ member }) => columns.some(({ id }) => id === member.id))
      .map(({ member, n, of }): Finding => ({ standard: indicator.id, round: member.id, n, of }))
  );
  const most = Math.max(0, ...findings.flatMap(({ of }) => (isKnown(of) ? [of.value] : [])));
  const asked = rows.map(({ indicator }) => indicator.id);
  const held = new Map(
    standards
      .filter(({ id }) => asked.includes(id))
      .flatMap(({ found }) => found.map(({ round: each }) => [each.id, each] as const))
  );
  const [only, ...others] = [...held.values()].filter(
    ({ date }) => date >= period.start && date <= period.end
  );
  const round = only && others.length === 0 ? only : roundBook(context).within(period, most);
  const area = areaInSentence(context.area);
  const subtitle = `Audits in ${area} by ${dimension.name}. ${sampleText(round)}`;
  const [first] = rows;
  const { spec, table } = heatTable(
    findings,
    rows.map(({ indicator }) => ({
      id: indicator.id,
      label: indicator.name,
      fewerIsBetter: isFewerBetter({ indicator })
    })),
    columns,
    {
      shade: `share of ${first ? readUnit(first.indicator) : 'records'} in which it was found`,
      met: 'found in',
      audits: first ? readUnit(first.indicator) : 'records',
      caption: subtitle
    }
  );
  const title = `${dimension.heading}: ${few(findings) ? 'counts, too few for shares' : listed(columns.map(({ label }) => lowerFirst(label)))}`;
  const tables = [...new Set(rows.map((row) => row.table))];
  return {
    id: `audit-by-${dimension.id}`,
    title,
    subtitle,
    description: `${title}. ${findings.length === 0 ? '' : `Read from ${dateInWords(period.start)} to ${dateInWords(period.end)}.`}`,
    mark: first?.indicator.mark ?? 'neglect',
    spec,
    table,
    notes: boundNotes(context, tables, [context.area.id]),
    covers: round.label,
    sources: sourcesOf(context, tables),
    file: `audit-by-${dimension.id}-${context.area.slug}-${context.period.id}`
  };
}

const few = (findings: readonly Finding[]) =>
  findings.every(({ of }) => !isKnown(of) || shareAs(of.value) === 'counts');

const SAME_CASES: Statement = {
  text: 'Each stands for its own work in the same audit. They see other families and other needs, so a lower share is a question for that agency and no rank.'
};

/** What is told apart by agency or tier, and the names of what is not. */
export function memberSlot(
  context: Context,
  held: readonly Held[],
  evidence: Evidence
): { readonly slot?: Slot; readonly apart: readonly string[] } {
  const made = held.map((each) => ({ each, chart: chartOf(context, each, evidence) }));
  const charts = made.flatMap(({ chart }) => chart ?? []);
  const apart = made.filter(({ chart }) => !chart).map(({ each }) => each.dimension.name);
  if (charts.length === 0) return { apart };
  return {
    apart,
    slot: {
      id: 'audit-by-agency',
      heading: `By ${listed(made.filter(({ chart }) => chart).map(({ each }) => each.dimension.name))}`,
      statements: [SAME_CASES],
      figures: [],
      charts
    }
  };
}
