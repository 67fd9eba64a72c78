/** The statement of a release: what was done so that nobody can be identified, and what that cannot promise. */
import { dateInWords } from '#lib/domain/dates.ts';
import type { DisclosureRecord, DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { ProtectionSummary } from '#lib/disclosure/protect-bundle.ts';
import { settingsInWords } from '#lib/disclosure/settings.ts';
import { besideInWords } from './disclosure-beside.ts';
import { limitsInWords } from './disclosure-limits.ts';
import { counted, inWords, listed, number, sentence } from './number.ts';

/** A release that its publisher answers for. */
export interface ReleaseToState {
  readonly record: DisclosureRecord;
  /** SHA-256 of its files; a draft has none yet. */
  readonly hash?: string;
  readonly title: string;
  readonly publisher: string;
  readonly audience: 'public' | 'restricted';
  /**
   * How many were withheld for which reason: given for the copy that is signed and stays in the office, never for what
   * goes out with the release, since it would help to work the withheld counts out.
   */
  readonly summary?: ProtectionSummary;
  /** Titles of the tables, for the ids of the record. */
  readonly tables?: readonly { readonly id: string; readonly title: string }[];
}

export interface StatementSection {
  readonly id: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Rows of what and how many, under the sentences. */
  readonly rows?: readonly { readonly what: string; readonly value: string }[];
  /** Points of a list, under the rows. */
  readonly points?: readonly string[];
}

/** Plain sentences, for a page, for paper and for a terminal alike. */
export interface Statement {
  readonly title: string;
  /** Said at the head of each page of paper. */
  readonly running: string;
  /** Of what, by whom, for whom, when: one line each. */
  readonly about: readonly { readonly term: string; readonly text: string }[];
  readonly sections: readonly StatementSection[];
  /** The roles that sign: never a person’s name. */
  readonly signatories: readonly { readonly role: string; readonly signs: string }[];
}

/** The statement of a release; for those who sign it off where its summary is given. */
export function statementOf(release: ReleaseToState): Statement {
  const { record, title, publisher, audience, hash, summary } = release;
  const isForSignOff = summary !== undefined;
  return {
    title: isForSignOff
      ? 'What protects the people behind these figures: for sign-off'
      : 'What protects the people behind these figures',
    running: `${publisher} · ${record.release}${isForSignOff ? ' · for sign-off, not for release' : ''}`,
    about: [
      { term: 'Release', text: `${title} (${record.release})` },
      { term: 'Published by', text: publisher },
      { term: 'Who may read it', text: READERS[audience] },
      { term: 'Made on', text: dateInWords(record.madeOn) },
      {
        term: 'Fingerprint of its files',
        text:
          hash === undefined ? 'none yet: it is made when the release is saved' : `SHA-256: ${inGroups(hash)}`
      }
    ],
    sections: [
      rules(record.settings, titlesOf(release)),
      amount(record, summary),
      heldAgainst(record),
      found(record),
      narrowest(record, titlesOf(release)),
      {
        id: 'limits',
        heading: 'What this cannot promise',
        sentences: ['No check of figures can rule out these:'],
        points: limitsInWords(record.settings, audience)
      }
    ],
    signatories: [
      {
        role: 'Analyst who made the release',
        signs: 'I gave all earlier releases and official figures that I know of.'
      },
      { role: 'Information governance lead', signs: 'I have read what it cannot promise, and accept it.' },
      {
        role: 'For the partnership',
        signs:
          audience === 'public'
            ? 'This release may be published.'
            : 'This release may go to the partners named to me, and to nobody else.'
      }
    ]
  };
}

/** In groups of eight, so that two copies can be held beside one another. */
const inGroups = (hash: string) => hash.match(/.{1,8}/g)?.join(' ') ?? hash;

const READERS: Readonly<Record<'public' | 'restricted', string>> = {
  public: 'anybody',
  restricted: 'the partnership only (restricted)'
};

type Titles = (table: string) => string;

function titlesOf({ tables = [] }: ReleaseToState): Titles {
  return (id) => `‘${tables.find((table) => table.id === id)?.title ?? id}’`;
}

function rules(settings: DisclosureSettings, titleOf: Titles): StatementSection {
  const keep = settings.keep.map(({ table, measure }) => ({
    table: `${titleOf(table)}${measure === undefined ? '' : ` (${measure})`}`
  }));
  const untouched = settings.notAboutChildren;
  return {
    id: 'rules',
    heading: 'The rules in force',
    sentences: [`They are called “${settings.name}”.`],
    points: [
      ...settingsInWords({ ...settings, keep }),
      ...(untouched.length === 0
        ? []
        : [`What says nothing of a child is shown as it is. Units of that kind: ${listed(untouched)}.`])
    ]
  };
}

const COUNTED = 'Figures about children in the tables (where a number is out of another, both are counted)';

const WHY_NOT_SPLIT = 'because whoever knew it could work out more of the small counts than the rules allow';

function amount({ cells, withheld, kept }: DisclosureRecord, summary?: ProtectionSummary): StatementSection {
  const split =
    summary === undefined
      ? []
      : [
          {
            what: 'of them small counts, withheld for their own sake (primary)',
            value: number(summary.primary)
          },
          {
            what: 'of them others, withheld so that no small one can be worked out (complementary)',
            value: number(summary.complementary)
          }
        ];
  return {
    id: 'amount',
    heading: 'How much is withheld',
    sentences: [
      withheld === 0
        ? 'No figure had to be withheld.'
        : summary === undefined
          ? `How many were withheld because they are small, and how many to protect those, is said nowhere in the release, ${WHY_NOT_SPLIT}.`
          : `The two kinds are told apart here for those who sign, and nowhere in the release, ${WHY_NOT_SPLIT}. Do not publish this page with it.`
    ],
    rows: [
      { what: COUNTED, value: number(cells) },
      { what: 'Withheld', value: number(withheld) },
      ...split,
      { what: 'Of figures that are not shown to be nought, the share that is shown', value: shareText(kept) }
    ]
  };
}

/** A share that is not all is never called all, nor one that is not none none. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.01) return 'less than 1%';
  return share < 1 && share > 0.99 ? 'more than 99%' : `${number(Math.floor(share * 100 + 1e-9))}%`;
}

function heldAgainst({ relations, beside }: DisclosureRecord): StatementSection {
  return {
    id: 'against',
    heading: 'What it was held against',
    sentences: [
      relations === 0
        ? 'No figure is tied to another by a sum.'
        : `The figures are tied to one another, and to those below, in ${counted(relations, 'way', 'ways')}: parts and totals, ages, areas, shorter and longer times, tiers within tiers, the same figure in two places. All were followed.`
    ],
    points: [
      ...besideInWords(beside),
      ...(beside.some(({ kind }) => kind === 'other audience')
        ? ['Whoever has that release too learns no more than the rules allow.']
        : [])
    ]
  };
}

function found({ withheld, implied, givenAway, beside, settings }: DisclosureRecord): StatementSection {
  const least = settings.minimumWidth;
  const butFor = givenAway === 0 ? 'I' : 'But for what is out already, i';
  return {
    id: 'found',
    heading: 'What the check found',
    sentences: [
      'A second program, written apart from the one that withholds, tried to work out each hidden figure from all that is shown, by adding and taking away.',
      withheld === 0
        ? 'There was no withheld figure to work out.'
        : least === 1
          ? `${butFor}t could not work out ${oneOrAll(withheld)}.`
          : `${butFor}t could not work out ${oneOrAll(withheld)}, nor say of any that it lies between two numbers that are less than ${number(least)} apart.`,
      ...(implied === 0
        ? []
        : [
            `${sentence(figures(implied))} that no table shows and that may be small, such as what is left when one number is taken from another, cannot be worked out either.`
          ]),
      ...(givenAway === 0
        ? []
        : [
            `${sentence(figures(givenAway))} can be worked out from what others publish or from an earlier release, if nothing has changed since, whatever is withheld here. This release cannot mend that, and does not repeat ${givenAway === 1 ? 'it' : 'them'}.`
          ]),
      ...(givenAway === 0 && beside.length > 0
        ? ['What was published before, here or by others, gives no small figure away.']
        : [])
    ]
  };
}

const oneOrAll = (withheld: number) => (withheld === 1 ? 'the one that is withheld' : 'any that is withheld');
const figures = (count: number) => `${inWords(count)} ${count === 1 ? 'figure' : 'figures'}`;

/** Tables named one by one; the rest are counted. */
const NAMED = 5;

function narrowest({ narrowest: tables }: DisclosureRecord, titleOf: Titles): StatementSection {
  const withheld = tables
    .filter((table) => table.withheld > 0)
    .sort((a, b) => (a.width ?? Infinity) - (b.width ?? Infinity) || (a.table < b.table ? -1 : 1));
  const rest = withheld.length - NAMED;
  return {
    id: 'narrowest',
    heading: 'Where a reader comes closest',
    sentences:
      withheld.length === 0
        ? ['No table has a withheld figure, so that there is nothing to come close to.']
        : [
            withheld.length === 1
              ? 'One table has withheld figures.'
              : `${sentence(inWords(withheld.length))} tables have withheld figures.${rest > 0 ? ` These are the ${inWords(NAMED)} in which a reader comes closest.` : ''}`
          ],
    points: withheld
      .slice(0, NAMED)
      .map(({ table, width, withheld }) => closestText(titleOf(table), width, withheld))
  };
}

function closestText(table: string, width: number | undefined, withheld: number): string {
  const of = withheld === 1 ? 'the one withheld count' : `the ${number(withheld)} withheld counts`;
  const eachOf = withheld === 1 ? of : `each of ${of}`;
  if (width === undefined)
    return `In ${table}, a reader who adds and takes away all they can finds no highest number for ${withheld === 1 ? of : `any of ${of}`}.`;
  if (width === 0)
    return `In ${table}, a reader who adds and takes away can work out ${withheld === 1 ? of : `one of ${of}`}.`;
  return `In ${table}, a reader who adds and takes away all they can is still left with at least ${number(width + 1)} numbers in a row that ${eachOf} could be.`;
}

/** The statement as text, for a terminal or a file: lines that a reader can also print. */
export function statementText({ title, about, sections, signatories }: Statement): string {
  const lines = [
    title,
    '='.repeat(title.length),
    ...about.map(({ term, text }) => `${term}: ${text}`),
    ...sections.flatMap(({ heading, sentences, rows = [], points = [] }) => [
      '',
      heading,
      '-'.repeat(heading.length),
      ...sentences,
      ...rows.map(({ what, value }) => `  ${what}: ${value}`),
      ...points.map((point) => `- ${point}`)
    ]),
    '',
    'Signed',
    '------',
    ...signatories.flatMap(({ role, signs }) => [
      `${role}: “${signs}”`,
      'Signature ______________________________  Date ______________'
    ])
  ];
  return `${lines.join('\n')}\n`;
}
