/** The authorities of a partnership side by side: their rounds, and never a sum of them. */
import { roundsDiffer } from '#lib/domain/audit-round.ts';
import type { Area } from '#lib/domain/area.ts';
import { readUnit, standardsText } from '#lib/words/audits/findings.ts';
import { chosenText, sampleText } from '#lib/words/audits/rounds.ts';
import { inWords, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import type { Made } from '../maker.ts';
import { MOST_QUESTIONS, type ChartModel, type Question, type Slot } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { foundElsewhere } from './beside-slot.ts';
import type { Evidence, Standard } from './evidence.ts';
import { isFewerBetter } from './found-words.ts';
import { isEmpty } from './heat.ts';
import type { BoardFigures } from './board.ts';
import { apparent } from './apparent.ts';
import { auditLog, type Action } from './log.ts';
import { clauseOf } from './message.ts';
import { boundNotes, tablesRead } from './notes.ts';
import { auditQuestions } from './questions.ts';
import { pairOfAction, sinceSlot } from './since-slot.ts';
import { verdictOf, type Verdict } from './verdict.ts';

type Told = Exclude<Verdict, { kind: 'nothing' }>;

interface Held {
  readonly area: Area;
  readonly evidence: Evidence;
  readonly verdict: Told;
}

const NEVER_ADDED =
  'Side by side, and never added up: each authority drew its own families. Two columns with a rule between them are not comparable.';

/** Standards that any of them looked at, in the order of the catalogue, as far as something of them is known. */
function standardsOf(held: readonly Held[]): readonly Standard[] {
  const all = held.flatMap(({ evidence }) => evidence.standards).filter((each) => !isEmpty(each));
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** So many are drawn; the page of each authority has them all. */
const MOST = 12;

/** Those that clearly changed anywhere lead, then those that only seem to have; then those that inspectors spoke of. */
function inOrder(
  held: readonly Held[],
  standards: readonly Standard[],
  decided: readonly string[]
): readonly Standard[] {
  const leading = held.flatMap(({ verdict }) =>
    verdict.kind === 'changed'
      ? [...verdict.better, ...verdict.worse]
      : verdict.kind === 'notComparable'
        ? apparent(verdict.judged.pairs, decided).slice(0, 2)
        : []
  );
  const place = ({ id, indicator }: Standard) => {
    const at = leading.findIndex(({ standard }) => standard.id === id);
    if (at >= 0) return at;
    return leading.length + (indicator.benchmarks.length > 0 ? 0 : 1);
  };
  return [...standards].sort((a, b) => place(a) - place(b)).slice(0, MOST);
}

function chartOf(context: Context, held: readonly Held[], decided: readonly string[]): ChartModel {
  const standards = inOrder(held, standardsOf(held), decided);
  const unit = standards[0] ? readUnit(standards[0].indicator) : 'records';
  const findings = standards.flatMap(({ id }) => {
    const present = held.flatMap(({ area, evidence, verdict }) => {
      const { latest } = verdict.judged;
      const found = evidence.standards
        .find((each) => each.id === id)
        ?.found.find(({ round }) => round.id === latest.id);
      return found ? [{ area, found }] : [];
    });
    return present.map(({ area, found }, index): Finding => {
      const before = present[index - 1]?.found.round;
      return {
        standard: id,
        round: area.id,
        n: found.n,
        of: found.of,
        comparable: before === undefined || roundsDiffer(before, found.round).length === 0
      };
    });
  });
  const subtitle = `Audits of neglect in ${context.area.name}, the latest round of each authority`;
  const columns = held.map(({ area, verdict: { judged } }) => ({
    id: area.id,
    label: `${area.name}, ${judged.latest.label}, ${chosenText(judged.latest.method)}`
  }));
  const { spec, table } = heatTable(
    findings,
    standards.map((standard) => ({
      id: standard.id,
      label: standard.label,
      fewerIsBetter: isFewerBetter(standard)
    })),
    columns,
    {
      shade: `share of ${unit} in which it was found`,
      met: 'found in',
      audits: unit,
      caption: subtitle,
      apart: 'not comparable with the authority before'
    }
  );
  const tables = tablesRead(standards.map(({ indicator }) => indicator));
  return {
    id: 'audit-side-by-side',
    title: 'The latest round of each authority, side by side',
    subtitle,
    description: `${held.map(({ area, verdict: { judged } }) => `${area.name}, ${sampleText(judged.latest)}`).join('. ')}.`,
    mark: standards[0]?.indicator.mark ?? 'neglect',
    spec,
    table,
    notes: boundNotes(
      context,
      tables,
      held.map(({ area }) => area.id)
    ),
    covers: [...new Set(held.map(({ verdict }) => verdict.judged.latest.label))].join(', '),
    sources: sourcesOf(context, tables),
    file: `audits-${context.area.slug}-${context.period.id}`
  };
}

function sideSlot(context: Context, held: readonly Held[], decided: readonly string[]): Slot {
  const all = standardsOf(held).length;
  return {
    id: 'audit-side-by-side',
    heading: 'Each authority’s latest round',
    statements: [
      {
        text: `${all > MOST ? `${sentence(inWords(MOST))} of ${standardsText(all)}` : sentence(standardsText(all))}, authority by authority.${all > MOST ? ' The others stand on each authority’s own page of Audits.' : ''}`,
        mark: 'neglect'
      },
      { text: NEVER_ADDED },
      ...held.map(({ area, verdict }) => ({
        text: `${area.name}. ${sentence(sampleText(verdict.judged.latest))}.`
      }))
    ],
    figures: [],
    charts: [chartOf(context, held, decided)]
  };
}

function questionsOf(context: Context, held: readonly Held[]): readonly Question[] {
  const log = auditLog(context);
  return held.flatMap(({ area, evidence, verdict }) =>
    auditQuestions(context, evidence, verdict, { ...log, actions: [] })
      .slice(0, 1)
      .map((question) => ({
        ...question,
        id: `${area.id}-${question.id}`,
        because: `${area.name}. ${question.because}`
      }))
  );
}

/** A page of the areas within an area that has no audits of its own; undefined where none of them has any either. */
export function partnershipPage(
  context: Context,
  evidenceIn: (area: Area) => Evidence,
  board: BoardFigures
): Made | undefined {
  if (context.area.kind !== 'partnership') return undefined;
  const held = context.catalogue.manifest.areas
    .filter(({ parent }) => parent === context.area.id)
    .flatMap((area): Held[] => {
      const evidence = evidenceIn(area);
      const verdict = verdictOf(evidence);
      return verdict.kind === 'nothing' ? [] : [{ area, evidence, verdict }];
    });
  if (held.length === 0) return undefined;
  const log = auditLog(context);
  const pairOf = (action: Action) => {
    const said = [action.action, action.owner_role, action.finding].join(' ');
    const named = held.filter(({ area }) => said.includes(area.name));
    const [only] = named.length > 0 ? named : held;
    return only && (named.length === 1 || held.length === 1)
      ? pairOfAction(action, only.verdict.judged.pairs)
      : undefined;
  };
  const table = foundElsewhere(context, undefined);
  return {
    headline: {
      text: sentence(`${held.map(({ evidence, verdict }) => clauseOf(evidence, verdict)).join('; ')}.`),
      mark: 'neglect'
    },
    slots: [
      sideSlot(context, held, log.decided),
      sinceSlot(context, log, pairOf, board),
      ...(table
        ? [
            {
              id: 'audit-beside',
              heading: 'What inspectors found',
              statements: [
                { text: 'Context for every authority: cases of other places, chosen in other ways.' }
              ],
              figures: [],
              charts: [],
              tables: [table]
            }
          ]
        : [])
    ],
    questions: questionsOf(context, held).slice(0, MOST_QUESTIONS)
  };
}
