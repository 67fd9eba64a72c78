/** Where no audit is supplied: what inspectors found, and what to supply. */
import { partnershipOf } from '#lib/domain/area.ts';
import { known } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { canSupplyText, heldByAreaText } from '#lib/words/audits/absent.ts';
import { isCounted, outcomesFoundText, sourceOf } from '#lib/words/audits/benchmarks.ts';
import { DOCUMENTS, publishedIn, SAID_BY, SAMPLES } from '#lib/words/documents.ts';
import { number, sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import type { Made } from '../maker.ts';
import type { ChartModel, Fact, Question, Slot, Statement } from '../model.ts';
import { elsewhereNotes, foundElsewhere } from './beside-slot.ts';
import { lackOf } from '../lacking.ts';
import { countryName, isAbroad } from '../setting.ts';
import type { AuditsElsewhere } from './elsewhere.ts';
import { standardQuestion } from './questions.ts';
import { auditStandards } from './standards.ts';

/** The parts that findings of inspections play, in the order in which they are told. */
const TOLD = [
  'life-getting-better',
  'assessments-weak-share',
  'long-help-drift-share',
  'challenge-outcomes',
  'audits-held-count'
] as const;
/** Those of them that raise a question anywhere. */
const ASKED = TOLD.slice(0, 3);

interface Outcome {
  readonly name: string;
  readonly n: number;
  readonly of: number;
}

/** `27 of 44 were clearly better.` → clearly better, 27 of 44: outcomes by the names that the finding gives them. */
function outcomesOf({ benchmarks }: PlacedIndicator): readonly Outcome[] {
  return benchmarks.filter(isCounted).map(({ says, n, of }) => ({
    name: says.replace(/^\d+ of \d+:? (were )?/, '').replace(/\.$/, ''),
    n,
    of
  }));
}

const isLocal = ({ area }: Context) => area.kind !== 'country' && area.kind !== 'region';

function hereText(context: Context, elsewhere: AuditsElsewhere | undefined): string {
  const { area, catalogue } = context;
  const { manifest } = catalogue;
  const name = areaInSentence(area);
  if (!isLocal(context)) return heldByAreaText(countryName({ name }), lackOf(context));
  if (elsewhere) return elsewhere.text;
  const whole = area.kind === 'locality' ? manifest.areas.find(({ id }) => id === area.parent) : undefined;
  return canSupplyText({
    board: manifest.terms.board,
    partnership: partnershipOf(whole ?? area, manifest.areas)?.name,
    area: whole ? areaInSentence(whole) : name,
    abroad: isAbroad(catalogue),
    lack: lackOf(context)
  });
}

function headline(context: Context, elsewhere: AuditsElsewhere | undefined): Statement {
  const progress = context.indicator('life-getting-better');
  const found = outcomesOf(progress);
  const [first] = progress.benchmarks;
  const said =
    first && found.length > 0
      ? `Work with neglect that inspectors reviewed (${SAID_BY[first.source]}): ${outcomesFoundText(found)}.`
      : '';
  const here = hereText(context, elsewhere);
  return {
    text: (elsewhere ? [here, said] : [said, here]).join(' ').trim(),
    mark: progress.mark,
    notes: elsewhereNotes(context, [progress])
  };
}

function statementOf(context: Context, indicator: PlacedIndicator): Statement {
  const [first] = indicator.benchmarks;
  return {
    text: `${indicator.name}. ${indicator.benchmarks.map(({ says }) => says).join(' ')}${first ? ` (${sourceOf(first)})` : ''}`,
    mark: indicator.mark,
    indicator: indicator.id,
    notes: elsewhereNotes(context, [indicator])
  };
}

function chartOf(context: Context, indicator: PlacedIndicator): ChartModel | undefined {
  const found = outcomesOf(indicator);
  const [first, source] = [found[0], indicator.benchmarks[0]];
  if (!first || !source) return undefined;
  const sample = SAMPLES[source.source];
  const whose = sample === undefined ? '' : ` in ${sample.of} sample`;
  const title = `${sentence(first.name)}${whose}: ${number(first.n)} of ${number(first.of)}`;
  const year = publishedIn(source.source);
  const of = `England: ${number(first.of)} families in ${sample?.study ?? SAID_BY[source.source]}`;
  const subtitle = `${indicator.name}. ${of}${year === '' ? '' : `, ${year}`}, not drawn at random`;
  return {
    id: `elsewhere-${indicator.id.toLowerCase()}`,
    title,
    subtitle,
    description: `${title}. ${sentence(outcomesFoundText(found))}.`,
    mark: indicator.mark,
    indicator: indicator.id,
    spec: {
      kind: 'bars',
      unit: `of ${number(first.of)}`,
      decimals: 0,
      rows: found.map(({ name, n, of }, index) => ({
        id: String(index),
        label: sentence(name),
        role: 'england',
        cell: known(n),
        text: `${number(n)} of ${number(of)}`
      }))
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'outcome', label: 'Found', kind: 'text' },
        { key: 'count', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' }
      ],
      rows: found.map(({ name, n, of }) => ({ outcome: sentence(name), count: known(n), of: known(of) }))
    },
    notes: elsewhereNotes(context, [indicator]),
    covers: year,
    sources: [DOCUMENTS[source.source]],
    elsewhere: { area: of, vintage: year },
    file: `elsewhere-${indicator.id.toLowerCase()}-${source.source}`
  };
}

function elsewhereSlot(context: Context): Slot {
  const told = TOLD.map((role) => context.indicator(role)).filter(({ benchmarks }) => benchmarks.length > 0);
  const drawn = told.filter(({ kind }) => kind === 'outcomes');
  const table = foundElsewhere(
    context,
    undefined,
    told.map(({ id }) => id)
  );
  return {
    id: 'audit-beside',
    heading: 'What inspectors found',
    statements: told.map((each) => statementOf(context, each)),
    figures: [],
    charts: drawn.flatMap((indicator) => chartOf(context, indicator) ?? []),
    ...(table ? { tables: [table] } : {})
  };
}

const STEPS: readonly Fact[] = [
  {
    term: 'Count',
    text: 'For each standard, the families in which it was met, and the families in which it was judged. Several children of one family count as one family.'
  },
  {
    term: 'Say how they were chosen',
    text: 'In the register of rounds: drawn at random or not, from whom, how many, and when. Without it no two rounds are compared.'
  },
  {
    term: 'Say what followed',
    text: 'In the log of actions: what, who, by when, done or not, and with what result.'
  },
  {
    term: 'How few is too few',
    text: 'From 20 families on this page gives a percentage. With fewer it gives counts, or says that there is no conclusion.'
  }
];

function supplySlot(context: Context): Slot {
  const standards = auditStandards(context.catalogue).length;
  return {
    id: 'audit-supply',
    heading: 'How to see your own',
    statements: [
      {
        text: `An audit can answer ${number(standards)} standards here, by round, agency and tier of help. Only counts are asked for, never anything about a family.`
      }
    ],
    figures: [],
    charts: [],
    facts: STEPS,
    notSupplied: {
      what: `What multi-agency audits found in ${areaInSentence(context.area)}, and how the records were chosen.`,
      remedy:
        'The audit tool holds it. The sheets are under Data, Templates: “What audits of children’s records found”, “How good plans are”, “Rounds” and “Actions”.'
    }
  };
}

function questions(context: Context, elsewhere: AuditsElsewhere | undefined): readonly Question[] {
  return ASKED.flatMap((role) => {
    const indicator = context.indicator(role);
    const [first] = indicator.benchmarks;
    return first
      ? (standardQuestion(
          indicator,
          `${first.says} (${SAID_BY[first.source]}) ${elsewhere?.because ?? 'Nothing is supplied to say how it is here.'}`
        ) ?? [])
      : [];
  });
}

/** The page of an area without audits: context first, then what would fill it where none is loaded at all. */
export function nationalPage(context: Context, elsewhere: AuditsElsewhere | undefined): Made {
  const supply = isLocal(context) && !elsewhere;
  return {
    headline: headline(context, elsewhere),
    slots: [elsewhereSlot(context), ...(supply ? [supplySlot(context)] : [])],
    questions: questions(context, elsewhere)
  };
}
