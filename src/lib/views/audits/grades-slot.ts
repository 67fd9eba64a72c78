/** The grades that audits gave, as bars of counts, a chart for each round. */
import { isKnown, known, type Cell } from '#lib/domain/cell.ts';
import { firstMissing } from '#lib/disclosure/may-say.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { chosenText } from '#lib/words/audits/rounds.ts';
import { cellText, listed, lowerFirst, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Evidence, GradedRound } from './evidence.ts';
import { boundNotes } from './notes.ts';

/** So many rounds of so many standards are drawn. */
const ROUNDS = 2;
const STANDARDS = 2;

const ofText = (cell: Cell, of: Cell) =>
  isKnown(cell) && isKnown(of) ? `${number(cell.value)} of ${number(of.value)}` : cellText(cell);

/** `good, 24; requires improvement, 23; outstanding and inadequate, withheld`. */
function gradesText({ grades }: GradedRound): string {
  const told = grades.filter(({ cell }) => isKnown(cell));
  const rest = grades.filter(({ cell }) => !isKnown(cell));
  const counts = told.map(({ name, cell }) => `${lowerFirst(name)}, ${cellText(cell)}`).join('; ');
  const absent = firstMissing(rest.map(({ cell }) => cell));
  const hidden = absent ? `${listed(rest.map(({ name }) => lowerFirst(name)))}, ${cellText(absent)}` : '';
  return [counts, hidden].filter((part) => part !== '').join('; ');
}

function titleOf({ held, grades, of }: GradedRound): string {
  const counts = grades.flatMap(({ name, cell }) => (isKnown(cell) ? [{ name, n: cell.value }] : []));
  const all = counts.length === grades.length;
  const [most] = [...counts].sort((a, b) => b.n - a.n);
  if (!most || !isKnown(of)) return `${held.label}: ${gradesTitle(grades.map(({ cell }) => cell))}`;
  return `${held.label}: ${all ? 'most often ' : ''}${lowerFirst(most.name)}, ${number(most.n)} of ${number(of.value)}`;
}

const gradesTitle = (cells: readonly Cell[]) => cellText(firstMissing(cells) ?? known(0));

function chartOf(context: Context, area: string, graded: GradedRound, table: string): ChartModel {
  const { standard, held, grades, of, unit } = graded;
  const chosen = `${chosenText(held.method)}${held.frame === undefined ? '' : ` from ${held.frame}`}`;
  const subtitle = `${standard.name}: ${unit} by grade. ${held.label}: ${isKnown(of) ? `${number(of.value)} read, ` : ''}${chosen}`;
  const title = titleOf(graded);
  return {
    id: `grades-${standard.id}-${held.id}`,
    title,
    subtitle,
    description: `${title}. ${held.label}: ${gradesText(graded)}.`,
    mark: 'neglect',
    spec: {
      kind: 'bars',
      unit,
      decimals: 0,
      rows: grades.map(({ id, name, cell }) => ({
        id,
        label: name,
        role: 'focus',
        cell,
        text: ofText(cell, of)
      }))
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'grade', label: 'Grade', kind: 'text' },
        { key: 'count', label: unit.replace(/^./, (c) => c.toUpperCase()), kind: 'number' }
      ],
      rows: [
        ...grades.map(({ name, cell }) => ({ grade: name, count: cell })),
        { grade: 'All that were graded', count: of }
      ]
    },
    notes: boundNotes(context, [table], [area]),
    covers: held.label,
    sources: sourcesOf(context, [table]),
    file: `grades-${standard.id}-${held.id}-${context.area.slug}`
  };
}

function statementOf(graded: readonly GradedRound[]): Statement | undefined {
  const latest = graded.at(-1);
  const before = graded.at(-2);
  if (!latest) return undefined;
  const { of, standard, held } = latest;
  const few = isKnown(of) && shareAs(of.value) === 'counts' ? ` No conclusion: n = ${number(of.value)}.` : '';
  const scale =
    before?.held.scale &&
    held.scale &&
    !held.scale.some((grade) => before.held.scale?.includes(grade) === true)
      ? ` ${before.held.label} used other grades, so the two are not compared.`
      : '';
  return {
    text: `${standard.name}, ${held.label}: ${gradesText(latest)}.${few}${scale}`,
    mark: 'neglect'
  };
}

/** The newest rounds of the standards that were graded; undefined where none was. */
export function gradesSlot(context: Context, { area, graded }: Evidence): Slot | undefined {
  const table = context.catalogue.manifest.tables.find(({ cube }) => cube === 'grades')?.id ?? '';
  const standards = [...new Set(graded.map(({ standard }) => standard.id))].slice(0, STANDARDS);
  const byStandard = standards.map((id) =>
    graded
      .filter(({ standard }) => standard.id === id)
      .sort((a, b) => (a.held.date < b.held.date ? -1 : 1))
      .slice(-ROUNDS)
  );
  const drawn = byStandard.flatMap((rounds) =>
    rounds.filter(({ grades }) => grades.some(({ cell }) => isKnown(cell) && cell.value > 0))
  );
  const statements = byStandard.flatMap((rounds) => statementOf(rounds) ?? []);
  if (statements.length === 0) return undefined;
  return {
    id: 'audit-grades',
    heading: 'Grades',
    statements,
    figures: [],
    charts: [...drawn].reverse().map((each) => chartOf(context, area.id, each, table))
  };
}
