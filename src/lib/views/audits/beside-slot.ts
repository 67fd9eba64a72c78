/** What audits here found beside what national inspections did: never the same sample, so never a difference. */
import { isKnown, known } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { bareCounts } from '#lib/words/audits/findings.ts';
import {
  isCounted,
  NOT_RANDOM,
  ONE_STUDY,
  outcomesFound,
  outcomesFoundText,
  sourceOf
} from '#lib/words/audits/benchmarks.ts';
import { columnText } from '#lib/words/audits/rounds.ts';
import { REASON_WORDS } from '#lib/domain/cell.ts';
import { DOCUMENTS, publishedIn, SAID_BY } from '#lib/words/documents.ts';
import { counted, itemised, listed, lowerFirst, number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import type { ChartModel, Fold, Slot, Statement, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Evidence, Outcomes, Standard } from './evidence.ts';
import { coversOf, isEmpty, readText, roundsOfStandards } from './heat.ts';
import { boundNotes, tablesRead } from './notes.ts';
import type { Round } from './rounds.ts';
import { auditStandards } from './standards.ts';
import { PARTS } from './standards-slot.ts';
import { shareIn } from './verdict.ts';

const ELSEWHERE = 'elsewhere';
/** So many rounds stand beside what was found elsewhere. */
const ROUNDS = 2;
/** What is folded away is named by so many of its standards. */
const NAMED_IN_FOLD = 3;

/** Notes on how cases were chosen elsewhere. */
export function elsewhereNotes(context: Context, indicators: readonly PlacedIndicator[]) {
  const ofsted = indicators.some(({ benchmarks }) =>
    benchmarks.some(({ source }) => source === 'ofsted-2014')
  );
  return context.notes.add(...(ofsted ? [NOT_RANDOM] : []), ONE_STUDY);
}

/** Outcomes of a whole: the rounds here, then the inspection. */
export function outcomesChart(context: Context, { indicator, parts }: Outcomes): ChartModel | undefined {
  const benchmarks = outcomesFound(
    indicator.outcomes ?? parts.map(({ label }) => ({ name: label })),
    indicator.benchmarks
  );
  const rounds = roundsOfStandards(parts).slice(-ROUNDS);
  if (rounds.length === 0 && benchmarks.length === 0) return undefined;
  const source = indicator.benchmarks[0]?.source;
  const findings = parts.flatMap((part, index): Finding[] => {
    const there = benchmarks[index];
    return [
      ...part.found
        .filter(({ round }) => rounds.some(({ id }) => id === round.id))
        .map(({ round, n, of }) => ({ standard: part.id, round: round.id, n, of })),
      ...(there
        ? [{ standard: part.id, round: ELSEWHERE, n: known(there.n), of: known(there.of), comparable: false }]
        : [])
    ];
  });
  const columns = [
    ...rounds.map((round) => ({ id: round.id, label: columnText(round) })),
    ...(benchmarks.length > 0 && source !== undefined
      ? [{ id: ELSEWHERE, label: `${SAID_BY[source]}, not drawn at random` }]
      : [])
  ];
  const beside =
    source === undefined || benchmarks.length === 0
      ? ''
      : `${SAID_BY[source]}: ${outcomesFoundText(benchmarks)}`;
  const title = titleOf(parts) ?? (beside === '' ? indicator.name : `Not known here. ${beside}`);
  const subtitle = [
    indicator.subtitle.replace(/, as a share of .*$/, ''),
    ...(rounds.length > 0 ? [readText(rounds)] : []),
    ...(beside === '' ? [] : [beside])
  ].join('. ');
  const { spec, table } = heatTable(
    findings,
    parts.map(({ id, label }) => ({ id, label })),
    columns,
    {
      shade: 'share of those that were looked at',
      met: 'count',
      audits: 'out of',
      caption: subtitle,
      apart: 'not comparable with the column before'
    }
  );
  const tables = tablesRead([indicator]);
  return {
    id: `audit-${indicator.id.toLowerCase()}`,
    title,
    subtitle,
    description: title.endsWith(beside) ? `${title}.` : `${title}. ${sentence(beside)}.`,
    mark: indicator.mark,
    indicator: indicator.id,
    spec,
    table,
    notes: [...boundNotes(context, tables, [context.area.id]), ...elsewhereNotes(context, [indicator])],
    covers: coversOf(rounds) || (source === undefined ? '' : SAID_BY[source]),
    sources: [...sourcesOf(context, tables), ...(source === undefined ? [] : [DOCUMENTS[source]])],
    file: `audit-${indicator.id.toLowerCase()}-${context.area.slug}-${context.period.id}`
  };
}

/** `Better, 32 of 60; no better, 18 of 60`; undefined where nothing here is known. */
function titleOf(parts: readonly Standard[]): string | undefined {
  const latest = parts.flatMap(({ label, found }) => {
    const last = found.at(-1);
    const share = last && shareIn(last);
    return share ? [`${lowerFirst(label)}, ${number(share.n)} of ${number(share.of)}`] : [];
  });
  return latest.length > 0 ? sentence(itemised(latest)) : undefined;
}

/** `Kestrelshire, November 2023, drawn at random`. */
function hereLabel(area: string, round: Round | undefined): string {
  return round === undefined ? area : `${area}, ${columnText(round)}`;
}

/** The round in which most of these standards were last looked at; the newest of several. */
function usualRound({ rounds, standards, outcomes }: Evidence, indicators: readonly PlacedIndicator[]) {
  const last = [...standards, ...outcomes.flatMap(({ parts }) => parts)].flatMap(({ indicator, found }) =>
    indicators.some(({ id }) => id === indicator.id) ? (found.at(-1)?.round.id ?? []) : []
  );
  const times = (round: Round) => last.filter((id) => id === round.id).length;
  return [...rounds].reverse().sort((a, b) => times(b) - times(a))[0];
}

/** What a standard’s latest round found here, in a few words. */
function hereText(standard: Standard | undefined, usual: Round | undefined): string {
  const last = standard?.found.at(-1);
  if (!last) return 'Not in any round';
  const share = shareIn(last);
  const absent = [last.n, last.of].find((cell) => !isKnown(cell));
  const said = share
    ? bareCounts(share)
    : absent && !isKnown(absent)
      ? sentence(REASON_WORDS[absent.reason])
      : '';
  return last.round.id === usual?.id ? said : `${said}, ${last.round.label}`;
}

const partOf = ({ group }: PlacedIndicator): string =>
  PARTS.find(({ groups }) => groups.includes(group))?.name ?? '';
const partIndex = (name: string): number => PARTS.findIndex((part) => part.name === name);

/** The first stands open; of the others some of their standards are named. */
function foldsOf(rows: readonly { readonly group: string; readonly standard: string }[]): readonly Fold[] {
  return [...new Set(rows.map(({ group }) => group))].map((group, index) => {
    const names = rows.filter((row) => row.group === group).map(({ standard }) => lowerFirst(standard));
    const told = names.slice(0, names.length > NAMED_IN_FOLD + 1 ? NAMED_IN_FOLD : names.length);
    const more = names.length - told.length;
    return {
      group,
      open: index === 0,
      says:
        index === 0
          ? sentence(counted(names.length, 'standard.', 'standards.'))
          : `${sentence(itemised(more > 0 ? [...told, `${number(more)} more`] : told))}.`
    };
  });
}

/**
 * Every finding of an inspection on a standard that audits look at, with the local figure beside it where there is one;
 * `drawn`: those that a chart shows already.
 */
export function foundElsewhere(
  context: Context,
  evidence: Evidence | undefined,
  drawn: readonly string[] = []
): TableFigure | undefined {
  const indicators = auditStandards(context.catalogue).filter(({ benchmarks }) => benchmarks.length > 0);
  const here = evidence !== undefined && !evidence.standards.every(isEmpty);
  const round = evidence && usualRound(evidence, indicators);
  const rows = indicators.flatMap((indicator) => {
    const standard = evidence?.standards.find(({ indicator: { id } }) => id === indicator.id);
    const outcomes = evidence?.outcomes.find(({ indicator: { id } }) => id === indicator.id);
    if (outcomes && isTold(outcomes) && indicator.benchmarks.every(isCounted)) return [];
    if (drawn.includes(indicator.id)) return [];
    const [first] = indicator.benchmarks;
    const shown = standard ?? outcomes?.parts.find((part) => !isEmpty(part)) ?? outcomes?.parts[0];
    return {
      id: indicator.id,
      standard: indicator.name,
      group: partOf(indicator),
      ...(here ? { here: hereText(shown, round) } : {}),
      says: indicator.benchmarks.map(({ says }) => says).join(' '),
      source: first ? sourceOf(first) : ''
    };
  });
  if (rows.length === 0) return undefined;
  const ordered = here ? rows.toSorted((a, b) => partIndex(a.group) - partIndex(b.group)) : rows;
  const tables = evidence ? tablesRead(evidence.standards.map(({ indicator }) => indicator)) : [];
  const cited = [...new Set(indicators.flatMap(({ benchmarks }) => benchmarks.map(({ source }) => source)))];
  return {
    id: 'found-elsewhere',
    title: here ? 'Here, and what inspectors found' : 'What inspectors found, standard by standard',
    mark: indicators[0]?.mark ?? 'neglect',
    table: {
      caption: 'What national inspections found on standards of audits, with where they say so',
      ...(here ? { groupBy: 'group', folds: foldsOf(ordered) } : {}),
      columns: [
        { key: 'standard', label: 'Standard', kind: 'text' },
        ...(here ? [{ key: 'group', label: 'About', kind: 'text' as const }] : []),
        ...(here
          ? [{ key: 'here', label: hereLabel(evidence.area.name, round), kind: 'text' as const }]
          : []),
        { key: 'says', label: 'Found elsewhere', kind: 'text' },
        { key: 'source', label: 'Where', kind: 'text' }
      ],
      rows: ordered.map(({ id: _, group, ...row }) => (here ? { group, ...row } : row)),
      indicators: ordered.map(({ id }) => id)
    },
    notes: elsewhereNotes(context, indicators),
    covers: listed(cited.map((source) => SAID_BY[source])),
    sources: [...sourcesOf(context, tables), ...cited.map((source) => DOCUMENTS[source])],
    ...(here
      ? {}
      : {
          elsewhere: {
            area: 'England: cases that inspections and other areas looked at',
            vintage: listed(cited.map(publishedIn).filter((year) => year !== ''))
          }
        }),
    file: here ? `found-elsewhere-${context.area.slug}-${context.period.id}` : 'found-elsewhere'
  };
}

function statementOf(context: Context, { indicator, parts }: Outcomes): Statement | undefined {
  const latest = parts[0]?.found.at(-1)?.round;
  const here = parts.flatMap(({ label, found }) => {
    const last = found.at(-1);
    const share = last && shareIn(last);
    return share ? [`${lowerFirst(label)}, ${bareCounts(share)}`] : [];
  });
  const [first] = indicator.benchmarks;
  const found = outcomesFound(indicator.outcomes ?? [], indicator.benchmarks);
  if (!latest || here.length === 0) return undefined;
  const there = found.length > 0 && first ? ` ${SAID_BY[first.source]}: ${outcomesFoundText(found)}.` : '';
  return {
    text: `${indicator.name}, ${latest.label}: ${itemised(here)}.${there}`,
    mark: indicator.mark,
    indicator: indicator.id,
    notes: there === '' ? [] : elsewhereNotes(context, [indicator])
  };
}

/** Something of it is known here. */
function isTold({ parts }: Outcomes): boolean {
  return parts.some((part) => !isEmpty(part));
}

export function besideSlot(context: Context, evidence: Evidence): Slot | undefined {
  const told = evidence.outcomes.filter(isTold);
  const charts = told.flatMap((outcomes) => outcomesChart(context, outcomes) ?? []);
  const table = foundElsewhere(context, evidence);
  if (charts.length === 0 && !table) return undefined;
  const statements = evidence.outcomes.flatMap((outcomes) => statementOf(context, outcomes) ?? []);
  return {
    id: 'audit-beside',
    heading: 'Beside what inspectors found',
    statements:
      statements.length > 0
        ? statements
        : [{ text: 'What inspectors found elsewhere is context: their cases were chosen in another way.' }],
    figures: [],
    charts,
    ...(table ? { tables: [table] } : {})
  };
}
