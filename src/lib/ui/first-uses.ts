import { MARK_LABELS, type Mark } from '#lib/domain/mark.ts';
import type { Question, Slot, ViewModel } from '#lib/views/model.ts';
import { firstSentence } from '#lib/words/sentences.ts';
import { firstRange } from './first-range.ts';
import { RANGE, SAID_ELSEWHERE, SAID_TERMS, type SaidTerm } from './glossary.ts';
import { chartOwner, figureOwner, questionOwner, statementOwner, supplyOwner } from './note-links.ts';

/** Where a text first says a term on its page. */
export interface FirstUse {
  readonly start: number;
  readonly end: number;
  readonly term: SaidTerm;
}

export interface FirstUses {
  /** By the text's owner. */
  readonly inTexts: ReadonlyMap<string, readonly FirstUse[]>;
  /** By the owner of the mark. */
  readonly ofMarks: ReadonlyMap<string, SaidTerm>;
  /** In alphabetical order. */
  readonly terms: readonly SaidTerm[];
}

export const NO_USES: FirstUses = { inTexts: new Map(), ofMarks: new Map(), terms: [] };

/** The id of the element that holds what a term means. */
export const meaningId = ({ term }: SaidTerm): string =>
  `w-${term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;

const byWords = (terms: readonly SaidTerm[]): ReadonlyMap<string, SaidTerm> =>
  new Map(terms.flatMap((term) => term.said.map((words) => [words.toLowerCase(), term] as const)));

const BY_WORDS = byWords(SAID_TERMS);
const BY_WORDS_ELSEWHERE = byWords(SAID_ELSEWHERE);

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any way of saying any term, the longest first; words in quotes of their own bring the quotes along. */
const SAID = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...BY_WORDS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu'
);

/** A stretch of text that holds a term, with the punctuation that no line may begin or end without. */
export interface Kept extends FirstUse {
  /** What stands between the last one and this, opening quotes left out. */
  readonly before: string;
  readonly opening: string;
  readonly words: string;
  readonly closing: string;
}

const OPENING = /[^\s\p{L}\p{N}]*$/u;
const CLOSING = /^[^\s\p{L}\p{N}]*/u;

/** A text in the order of its terms, and what is left after the last. */
export function keptTogether(
  text: string,
  uses: readonly FirstUse[]
): { readonly kept: readonly Kept[]; readonly rest: string } {
  const kept: Kept[] = [];
  let from = 0;
  for (const use of uses) {
    const lead = text.slice(from, use.start);
    const opening = OPENING.exec(lead)?.[0] ?? '';
    const closing = CLOSING.exec(text.slice(use.end))?.[0] ?? '';
    const words = text.slice(use.start, use.end);
    kept.push({ ...use, before: lead.slice(0, lead.length - opening.length), opening, words, closing });
    from = use.end + closing.length;
  }
  return { kept, rest: text.slice(from) };
}

/** The term by which a mark is explained; neglect is what the whole page is about. */
const termOfMark = (mark: Mark, known: typeof BY_WORDS): SaidTerm | undefined => known.get(MARK_LABELS[mark]);

type Told =
  { readonly owner: string; readonly text: string } | { readonly owner: string; readonly mark: Mark };

const told = (owner: string, text: string, mark: Mark | undefined): readonly Told[] => [
  { owner, text },
  ...(mark === undefined ? [] : [{ owner, mark }])
];

function toldInSlot({ id, statements, figures, charts, tables = [], notSupplied }: Slot): readonly Told[] {
  const numbers = figures.map(({ mark }, index) => ({ owner: figureOwner(id, index), mark }));
  return [
    ...statements.flatMap(({ text, mark }, index) => told(statementOwner(id, index), text, mark)),
    ...numbers,
    ...charts.flatMap((chart) => told(chartOwner(chart.id), chart.subtitle, chart.mark)),
    ...tables.flatMap(({ id: table, mark, counts }) =>
      counts === undefined ? [{ owner: chartOwner(table), mark }] : []
    ),
    ...(notSupplied
      ? [
          { owner: supplyOwner(id, 'what'), text: notSupplied.what },
          { owner: supplyOwner(id, 'remedy'), text: notSupplied.remedy }
        ]
      : [])
  ];
}

const toldInQuestion = ({ id, ask, because, evidence }: Question): readonly Told[] => [
  { owner: questionOwner(id, 'ask'), text: ask },
  { owner: questionOwner(id, 'because'), text: because },
  { owner: questionOwner(id, 'evidence'), text: evidence }
];

/** Where, in reading order, a page first says each term of the glossary, in words or by a mark. */
export function firstUses(model: ViewModel): FirstUses {
  const [terms, known] =
    model.nation === undefined ? [SAID_TERMS, BY_WORDS] : [SAID_ELSEWHERE, BY_WORDS_ELSEWHERE];
  const inTexts = new Map<string, readonly FirstUse[]>();
  const ofMarks = new Map<string, SaidTerm>();
  const met = new Set<SaidTerm>(firstRange(model) === undefined ? [] : [RANGE]);
  const { text: headline, mark } = model.headline;
  const [first, further] = firstSentence(headline);
  const all = [
    { owner: 'headline', text: first },
    { owner: 'headline-further', text: further },
    ...(mark === undefined ? [] : [{ owner: 'headline', mark }]),
    ...model.slots.flatMap(toldInSlot),
    ...model.questions.flatMap(toldInQuestion)
  ];
  for (const here of all) {
    if ('mark' in here) {
      const term = termOfMark(here.mark, known);
      if (term === undefined || met.has(term)) continue;
      met.add(term);
      ofMarks.set(here.owner, term);
    } else {
      const uses = [...here.text.matchAll(SAID)].flatMap(({ index, 0: words }): readonly FirstUse[] => {
        const term = known.get(words.toLowerCase());
        if (term === undefined || met.has(term)) return [];
        met.add(term);
        return [{ start: index, end: index + words.length, term }];
      });
      if (uses.length > 0) inTexts.set(here.owner, uses);
    }
  }
  return { inTexts, ofMarks, terms: terms.filter((term) => met.has(term)) };
}
