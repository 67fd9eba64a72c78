/** Where no audit is supplied: what inspectors found, and what to supply. */
import { FEEDS } from '#lib/domain/labels.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { outcomesFound, outcomesFoundText, sourceOf } from '#lib/words/audits/benchmarks.ts';
import { SAID_BY } from '#lib/words/documents.ts';
import { inWords, sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import type { Made } from '../maker.ts';
import type { Question, Slot, Statement } from '../model.ts';
import { elsewhereNotes, foundElsewhere, outcomesChart } from './beside-slot.ts';
import { standardQuestion } from './questions.ts';
import { auditStandards } from './standards.ts';

/** The parts that findings of inspections play, in the order in which they are told. */
const TOLD = ['life-getting-better', 'assessments-weak-share', 'long-help-drift-share', 'challenge-outcomes'];

function headlineText(context: Context): string {
  const progress = context.indicator('life-getting-better');
  const found = outcomesFound(progress.outcomes ?? namesOf(progress), progress.benchmarks);
  const [first] = progress.benchmarks;
  const start =
    first && found.length > 0
      ? `${SAID_BY[first.source]}: ${outcomesFoundText(found)} on plans for neglect. `
      : '';
  const { kind } = context.area;
  const here =
    kind === 'country' || kind === 'region'
      ? `Audits are held area by area; none is published for ${areaInSentence(context.area)}.`
      : `What audits found in ${areaInSentence(context.area)} is not published; the ${context.catalogue.manifest.terms.board}’s audit tool holds it.`;
  return `${start}${here}`;
}

/** Outcomes by their names where nothing is supplied, so that none are placed. */
function namesOf({ benchmarks }: PlacedIndicator): readonly { readonly name: string }[] {
  return benchmarks.map(({ says }) => ({
    name: says.replace(/^\d+ of \d+:? (were )?/, '').replace(/\.$/, '')
  }));
}

function statementOf(context: Context, indicator: PlacedIndicator): Statement {
  const [first] = indicator.benchmarks;
  const where = first ? sourceOf(first) : '';
  return {
    text: `${indicator.benchmarks.map(({ says }) => says).join(' ')} (${where})`,
    mark: indicator.mark,
    indicator: indicator.id,
    notes: elsewhereNotes(context, [indicator])
  };
}

function elsewhereSlot(context: Context): Slot {
  const table = foundElsewhere(context, undefined);
  const told = TOLD.map((role) => context.indicator(role));
  const charts = told
    .filter(({ kind }) => kind === 'outcomes')
    .flatMap((indicator) => {
      const parts = namesOf(indicator).map(({ name }, index) => ({
        id: `${indicator.id}-${String(index)}`,
        label: sentence(name),
        indicator,
        found: []
      }));
      return outcomesChart(context, { indicator, parts }) ?? [];
    });
  return {
    id: 'audit-beside',
    heading: 'What inspectors found',
    statements: told
      .filter(({ benchmarks }) => benchmarks.length > 0)
      .map((each) => statementOf(context, each)),
    figures: [],
    charts,
    ...(table ? { tables: [table] } : {})
  };
}

function supplySlot(context: Context): Slot {
  const standards = auditStandards(context.catalogue);
  const [recipe] = (context.catalogue.kinds['assurance']?.supply ?? []).filter(
    ({ feeds }) => feeds?.includes('audit') === true
  );
  return {
    id: 'audit-supply',
    heading: 'How to see your own',
    statements: [
      {
        text: `${sentence(inWords(standards.length))} standards can be shown here: for each, so many families of so many that were read, by round, agency and tier of help.`
      },
      ...(recipe ? [{ text: recipe.recipe }] : [])
    ],
    figures: [],
    charts: [],
    facts: [
      ...(recipe?.steps ?? []).map((text, index) => ({ term: `Step ${String(index + 1)}`, text })),
      {
        term: 'How few is too few',
        text: 'Twenty families drawn at random already carry a percentage. With fewer, this page shows counts, or says that there is no conclusion.'
      }
    ],
    notSupplied: {
      what: `What multi-agency audits found in ${areaInSentence(context.area)}, and how the records were chosen.`,
      remedy: `It could come from: ${FEEDS.audit.toLowerCase()}. The sheets are under Data, “Templates”: “Assurance”, “Grades”, and the register of rounds.`
    }
  };
}

function questionsOf(context: Context): readonly Question[] {
  return TOLD.slice(0, 3).flatMap((role) => {
    const indicator = context.indicator(role);
    const [first] = indicator.benchmarks;
    return first
      ? (standardQuestion(
          indicator,
          `${first.says} (${SAID_BY[first.source]}) Nothing is supplied to say how it is here.`
        ) ?? [])
      : [];
  });
}

/** The page of an area without audits: context first, then what would fill it. */
export function nationalPage(context: Context): Made {
  const progress = context.indicator('life-getting-better');
  return {
    headline: {
      text: headlineText(context),
      mark: progress.mark,
      notes: elsewhereNotes(context, [progress])
    },
    slots: [elsewhereSlot(context), supplySlot(context)],
    questions: questionsOf(context)
  };
}
