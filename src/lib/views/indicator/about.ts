/** What an indicator means, how it is worked out, where it comes from, and how it could be supplied. */
import { FEEDS, GROUPS } from '#lib/domain/labels.ts';
import { MARK_LABELS, MARK_MEANINGS } from '#lib/domain/mark.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Term } from '#lib/domain/term.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { NO_RANGE } from '#lib/words/audits/sample.ts';
import { DOCUMENTS, SAID_BY } from '#lib/words/documents.ts';
import { listed, sentence } from '#lib/words/number.ts';
import { supplyText } from '#lib/words/supply.ts';
import type { Fact, Question, Slot, SourceLine, Statement } from '../model.ts';
import type { IndicatorPage } from './page.ts';
import { termFacts } from './terms-in-words.ts';

const NOTHING = { figures: [], charts: [] } as const;

const RANGES: Readonly<Record<PlacedIndicator['interval'], string>> = {
  wilson: 'How far a share of so many could move with nothing underlying changed (Wilson, 95%).',
  count: 'How far a count of this size could move with nothing underlying changed (exact or Byar, 95%).',
  none: 'None is worked out.'
};

function rangeText({ interval, siblings }: PlacedIndicator): string {
  const wider =
    interval === 'none'
      ? ''
      : siblings
        ? ' Widened, because brothers and sisters are counted together; an authority’s own to what figures of its size usually do from year to year.'
        : '';
  return `${RANGES[interval]}${wider}`;
}

function directionText({ mark, kind, direction: { good, reason } }: PlacedIndicator): string {
  const recognised = mark === 'neglect' && (kind === 'rate' || kind === 'count' || kind === 'share');
  const way = {
    none: recognised ? 'Neither. A rise may be better recognition, and a fall less of it.' : 'Neither.',
    up: 'Higher.',
    down: 'Lower.'
  }[good];
  return reason === undefined ? way : `${way} ${reason}`;
}

/** `Plans by category (D4)`: the tables that it is read from. */
function tableTexts({ manifest }: Catalogue, indicator: PlacedIndicator): readonly string[] {
  const read = new Set(termsOf(indicator).map(({ table }) => table));
  return manifest.tables
    .filter(({ id }) => read.has(id))
    .map(({ title, code }) => (code === undefined ? title : `${title} (${code})`));
}

function dimensionNames({ cubes }: Catalogue, { breakdowns, numerator }: PlacedIndicator): readonly string[] {
  const own = cubes.find(({ cube }) => cube === numerator?.cube)?.dimensions ?? [];
  return breakdowns.map((id) => own.find((each) => each.id === id)?.name ?? id.replaceAll('_', ' '));
}

/** Its definition and, where there is one, what it stands in for. */
export function meaning({ worked: { indicator } }: IndicatorPage): readonly Statement[] {
  const { definition, meant, subtitle, mark } = indicator;
  return [
    { text: definition },
    ...(meant === undefined
      ? []
      : [
          { text: `Meant: ${lowerFirst(meant.subtitle)}.`, mark: meant.mark },
          { text: `Shown here in its stead: ${lowerFirst(subtitle)}.`, mark }
        ])
  ];
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export function howSlot({ catalogue, worked: { indicator }, sample }: IndicatorPage): Slot {
  const { id, group, kind, subtitle, mark, unit } = indicator;
  const tables = tableTexts(catalogue, indicator);
  const by = dimensionNames(catalogue, indicator);
  const numbers: readonly Fact[] =
    kind === 'derived'
      ? []
      : [
          { term: `Mark: ${MARK_LABELS[mark]}`, text: MARK_MEANINGS[mark] },
          ...termFacts(catalogue, indicator),
          { term: 'Unit', text: unit },
          { term: 'Range', text: sample && !sample.drawn.byChance ? NO_RANGE : rangeText(indicator) },
          { term: 'Which way is good', text: directionText(indicator) },
          ...(by.length > 0 ? [{ term: 'Can be looked at by', text: listed(by.map(lowerFirst), 'or') }] : []),
          ...(tables.length > 0 ? [{ term: 'Read from', text: tables.join('; ') }] : [])
        ];
  return {
    id: 'how',
    heading: 'How it is worked out',
    statements: [{ text: `${subtitle}.` }],
    ...NOTHING,
    facts: [...numbers, { term: 'Known as', text: `${id}, in the group “${GROUPS[group]}”` }]
  };
}

export function originSlot({ worked: { indicator } }: IndicatorPage): Slot {
  const { quote, benchmarks, feeds, source } = indicator;
  const place = (where: string | undefined) => (where === undefined ? '' : `, ${where}`);
  return {
    id: 'origin',
    heading: 'Where it comes from',
    statements:
      quote === undefined
        ? [{ text: 'It is asked for here in our own words. No source document is quoted.' }]
        : [],
    ...NOTHING,
    ...(quote === undefined
      ? {}
      : { quote: { text: quote.text, source: `${SAID_BY[quote.source]}${place(quote.place)}` } }),
    facts: [
      ...benchmarks.map((found) => ({
        term: `To set beside it: ${SAID_BY[found.source]}${place(found.place)}`,
        text: found.says
      })),
      {
        term: 'Figures can come from',
        text: `${sentence(listed(feeds.map((feed) => FEEDS[feed].toLowerCase())))}.`
      },
      ...(source === undefined ? [] : [{ term: 'Published in', text: `${source}.` }])
    ]
  };
}

/** The cubes that would have to be supplied: all of one that has nothing, or what a stand-in stands in for. */
function wantedCubes({ cubes }: Catalogue, indicator: PlacedIndicator): readonly string[] {
  const { supplied, meant, numerator, denominator, outcomes, coverage } = indicator;
  const terms: readonly (Term | undefined)[] = supplied
    ? [meant?.numerator, meant?.denominator]
    : [
        numerator,
        denominator,
        ...(outcomes ?? []).map((outcome) => outcome.numerator),
        ...(coverage?.parts ?? []).flatMap((part) => part.terms)
      ];
  const wanted = terms.flatMap((term) => (term === undefined ? [] : [term.cube]));
  const loaded = new Set(cubes.map(({ cube }) => cube));
  return [...new Set(wanted)].filter((cube) => cube !== 'population' || !loaded.has(cube));
}

function registerFacts({ supplied, document, register }: PlacedIndicator): readonly Fact[] {
  if (supplied) return [];
  if (document !== undefined)
    return [
      {
        term: 'Partnership records, once a year; most areas hold it',
        text: `A line for “${document}” in the list of documents: is it in place, when was it reviewed, and when is the next review due.`
      }
    ];
  return register === undefined
    ? []
    : [
        {
          term: 'Partnership records, each round; most areas hold it',
          text: 'The list of rounds: its date, how the sample was drawn, and how many were looked at.'
        }
      ];
}

/** How to supply what is not here; undefined where nothing is missing. */
export function supplySlot({ catalogue, worked: { indicator } }: IndicatorPage): Slot | undefined {
  if (indicator.kind === 'derived' || (indicator.supplied && indicator.meant === undefined)) return undefined;
  const published = !indicator.supplied && indicator.feeds.includes('research');
  const facts = wantedCubes(catalogue, indicator).flatMap((cube): Fact[] =>
    (catalogue.kinds[cube]?.supply ?? [])
      .filter(({ by }) => published || by !== 'published')
      .filter(({ feeds }) => feeds === undefined || feeds.some((feed) => indicator.feeds.includes(feed)))
      .map((supply) => ({ term: supplyText(supply), text: supply.recipe }))
  );
  const all = [...registerFacts(indicator), ...facts];
  const [cube] = wantedCubes(catalogue, indicator);
  const about = catalogue.kinds[cube ?? '']?.about;
  if (all.length === 0 && about !== undefined)
    all.push({
      term: sentence(listed(indicator.feeds.map((feed) => FEEDS[feed].toLowerCase()))),
      text: about
    });
  if (all.length === 0) return undefined;
  return {
    id: 'supply',
    heading: indicator.supplied ? 'How to give what is meant' : 'How to supply it',
    statements: [
      {
        text: 'Counts only, never rows about people.'
      }
    ],
    ...NOTHING,
    facts: all
  };
}

export function caveatsSlot({ worked: { indicator } }: IndicatorPage): Slot | undefined {
  return indicator.caveats.length === 0
    ? undefined
    : {
        id: 'caveats',
        heading: 'What to keep in mind',
        statements: indicator.caveats.map((text) => ({ text })),
        ...NOTHING
      };
}

/** The questions it always raises; none of what “multiple” holds, where its combinations tell. */
export function questionsOf({ worked: { indicator } }: IndicatorPage): readonly Question[] {
  if (indicator.role === 'plans-multiple-share' && indicator.combinations !== undefined) return [];
  return indicator.questions.map(({ ask, who, settles }, index) => ({
    id: `question-${String(index + 1)}`,
    ask,
    because: '',
    who: `${who}.`.replace(/\.\.$/, '.'),
    evidence: `${settles}.`.replace(/\.\.$/, '.')
  }));
}

/** The documents that are quoted or set beside it, for the foot of the page. */
export function citedIn({ worked: { indicator } }: IndicatorPage): readonly SourceLine[] {
  const cited = [indicator.quote?.source, ...indicator.benchmarks.map(({ source }) => source)];
  return [...new Set(cited)].flatMap((id) => (id === undefined ? [] : [{ id, text: DOCUMENTS[id] }]));
}
