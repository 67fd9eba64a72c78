/** bundle.json of own figures, from what is said of them and from what their tables hold. */
import type { Area } from '#lib/domain/area.ts';
import { slugOf } from '#lib/domain/area.ts';
import type { BundleManifest, Note, Table, Tier } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Nation } from '#lib/domain/nation.ts';
import { dateInWords, periodOf, type Period } from '#lib/domain/period.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import type { AboutPlaces } from './about.ts';
import type { UsedKeys } from './row-tidier.ts';
import { sheetFile, type About, type WrittenNote } from './sheet.ts';
import { datesOf } from './spelt-date.ts';
import { fold } from './spelling.ts';

export interface ManifestTable {
  readonly id: string;
  readonly path: string;
  readonly cube: Cube;
  /** What the reader calls it; else its cube’s name. */
  readonly title?: string;
  readonly dimensions: readonly string[];
  readonly used: UsedKeys;
}

export interface ManifestInput {
  readonly about: About;
  /** The nation that About names, where it does. */
  readonly nation?: Nation | undefined;
  readonly places: AboutPlaces;
  readonly official: readonly Area[];
  readonly cubes: ReadonlyMap<string, Cube>;
  readonly tables: readonly ManifestTable[];
  /** Areas and periods that registers name. */
  readonly named: { readonly areas: readonly string[]; readonly periods: readonly string[] };
  /** Dates of registered rounds, by id. */
  readonly rounds: ReadonlyMap<string, string>;
  readonly notes: readonly WrittenNote[];
  /** Where what is missing is to be written, in words: “about.csv”. */
  readonly aboutFile: string;
  /** What was given, in words: “plans.csv”. */
  readonly given: string;
}

/** Where what is said of CSVs is written. */
export const ABOUT_FILE = 'about.csv';

const OWN = 'own';

/** What every page needs to be said of the figures, with an example. */
const NEEDED = [
  ['title', 'Neglect in Riverbank, quarter 3'],
  ['publisher', 'Riverbank Safeguarding Partnership'],
  ['audience', 'restricted'],
  ['supplied on', '2024-07-15']
] as const;

/** Whole lines to copy, where there is no about.csv, or nothing stands in it. */
function sayNoAbout({ about, aboutFile, given }: ManifestInput, list: ProblemList): boolean {
  if (aboutFile !== ABOUT_FILE || about.entries.size > 0) return false;
  const lines = ['key,value', ...NEEDED.map(([key, value]) => `${key},"${value}"`)];
  list.error('about-missing', aboutFile, () => ({
    message: `nothing says whose figures these are, and of when: a file “${ABOUT_FILE}” is needed beside ${given}`,
    remedy: `Make a text file called ${ABOUT_FILE} of the lines below (or download it on the page of templates, /data/templates/), put in what is true of yours, and give both files together:\n${lines.join('\n')}`
  }));
  return true;
}

const MISSING = 'not said';
const NO_DATE = '2000-01-01';

/**
 * A manifest that says `protected: no`. What it needs and nobody said is told in the list, and stands in for itself, so
 * that the tables can be checked all the same.
 */
export function manifestOf(input: ManifestInput, list: ProblemList): BundleManifest {
  const { about, nation, tables } = input;
  const toldAtOnce = sayNoAbout(input, list);
  const said = (key: string) => about.entries.get(key)?.value;
  const need = (key: string, example: string): string | undefined => {
    const value = said(key);
    if (value !== undefined || toldAtOnce) return value;
    list.error('about-missing', input.aboutFile, () => ({
      column: key,
      message: `nothing is said under “${key}”, and every page needs it`,
      remedy: `In ${input.aboutFile}, write ${key} in the first column and, beside it, ${example}.`
    }));
    return undefined;
  };
  const title = need('title', 'what these figures are, such as “Neglect in Riverbank, quarter 3”') ?? MISSING;
  const publisher =
    need('publisher', 'whose figures these are, such as “Riverbank Safeguarding Partnership”') ?? MISSING;
  const audience = audienceOf(need('audience', '“public” or “restricted”'), input, list) ?? 'restricted';
  const suppliedOn =
    suppliedOf(need('supplied on', 'the date they were supplied, such as 2024-07-15'), input, list) ??
    NO_DATE;
  const periods = periodsOf(input, list);
  const licence = said('licence') ?? `Not licensed: ask ${publisher}`;
  return {
    id: slugOf(title).slice(0, 60).replace(/-$/, '') || 'own-figures',
    title,
    publisher,
    audience,
    protected: 'no',
    protection: 'not protected yet',
    licence,
    ...(nation === undefined ? {} : { nation: nation.id }),
    sources: [
      {
        id: OWN,
        publisher,
        title: said('source title') ?? title,
        edition: said('source edition') ?? `Supplied on ${dateInWords(suppliedOn)}`,
        publishedOn: suppliedOn,
        vintage: suppliedOn,
        licence
      }
    ],
    areas: areasOf(input),
    periods,
    tiers: tiersOf(input),
    agencies: agenciesOf(input),
    categories: namedOf(nation?.categories.members),
    ageBands: namedOf(nation?.ageBands),
    tables: tables.map(tableOf),
    notes: notesOf(input),
    terms: {
      board: said('board') ?? nation?.terms.board ?? 'safeguarding partnership',
      assessment: said('assessment') ?? nation?.terms.assessment ?? 'assessment',
      tool: said('tool') ?? nation?.terms.tool ?? 'neglect tool'
    }
  };
}

const namedOf = (members: readonly { readonly id: string; readonly name: string }[] = []) =>
  members.map(({ id, name }) => ({ id, name }));

function atEntry({ about, aboutFile }: ManifestInput, key: string) {
  const at = about.entries.get(key)?.at;
  return { file: at === undefined ? aboutFile : sheetFile(at), row: at?.row ?? 1 };
}

function audienceOf(
  text: string | undefined,
  input: ManifestInput,
  list: ProblemList
): BundleManifest['audience'] | undefined {
  const plain = text?.trim().toLowerCase();
  if (plain === undefined || plain === 'public' || plain === 'restricted') return plain;
  const { file, row } = atEntry(input, 'audience');
  list.error('bad-about', file, () => ({
    row,
    column: 'audience',
    value: plain,
    message: 'it is neither “public” nor “restricted”',
    remedy:
      'Write “restricted” where only the partnership may see the figures, and “public” where anybody may.'
  }));
  return undefined;
}

function suppliedOf(text: string | undefined, input: ManifestInput, list: ProblemList): string | undefined {
  if (text === undefined) return undefined;
  const [date, ...more] = datesOf(text);
  if (date !== undefined && more.length === 0) return date;
  const { file, row } = atEntry(input, 'supplied on');
  const inWords = [date, ...more].flatMap((each) => (each === undefined ? [] : dateInWords(each)));
  list.error('bad-about', file, () => ({
    row,
    column: 'supplied on',
    value: text,
    message: date === undefined ? 'it is not a date' : `it can mean ${inWords.join(' or ')}`,
    remedy: 'Write a date such as 2024-07-15.'
  }));
  return undefined;
}

const idsOf = (tables: readonly ManifestTable[], from: (used: UsedKeys) => Iterable<string>) => [
  ...new Set(tables.flatMap(({ used }) => [...from(used)]))
];

const membersOf = (tables: readonly ManifestTable[], open: string) =>
  idsOf(tables, ({ members }) => members.get(open) ?? []);

/** Areas that are used or named, and those that they lie in. Predecessors that are not among them are left away. */
function areasOf({ places, official, tables, named }: ManifestInput): Area[] {
  const known = new Map([...official, ...places.areas, ...places.localities].map((area) => [area.id, area]));
  const wanted = new Set<string>();
  const add = (id: string | undefined): void => {
    const area = id === undefined ? undefined : known.get(id);
    if (area === undefined || wanted.has(area.id)) return;
    wanted.add(area.id);
    add(area.parent);
  };
  [
    ...places.areas.map(({ id }) => id),
    ...idsOf(tables, ({ areas }) => areas),
    ...membersOf(tables, 'areas'),
    ...named.areas
  ].forEach(add);
  return [...known.values()]
    .filter(({ id }) => wanted.has(id))
    .map(({ predecessors, ...area }) => {
      const kept = predecessors?.filter((id) => wanted.has(id)) ?? [];
      return kept.length === 0 ? area : { ...area, predecessors: kept };
    });
}

function periodsOf({ tables, named, rounds, nation }: ManifestInput, list: ProblemList): Period[] {
  const found = new Map<string, Period>();
  const add = (id: string, where: string) => {
    const date = rounds.get(id);
    const period =
      periodOf(id, nation?.calendar) ??
      (date === undefined
        ? undefined
        : { id, kind: 'round' as const, start: date, end: date, label: `${id}, ${dateInWords(date)}` });
    if (period !== undefined) found.set(id, period);
    else
      list.error('round-without-date', where, () => ({
        column: 'period',
        value: id,
        message: 'the round has no date',
        remedy: 'Add it to the register of rounds (registers/rounds.csv), with its date.'
      }));
  };
  for (const { used, path } of tables) for (const id of used.periods) if (!found.has(id)) add(id, path);
  for (const id of named.periods) if (!found.has(id) && periodOf(id) !== undefined) add(id, '');
  return [...found.values()].sort((a, b) =>
    a.end < b.end ? -1 : a.end > b.end ? 1 : a.start < b.start ? -1 : 1
  );
}

/** The tiers that everybody shares, as they nest. */
const TIERS: readonly Omit<Tier, 'name'>[] = [
  { id: 'inneed', order: 0, place: 'above', statutory: true, contains: ['cinplan', 'cpplan'] },
  { id: 'universal', order: 1, place: 'rung', statutory: false },
  { id: 'targeted', order: 2, place: 'rung', statutory: false },
  { id: 'familyhelp', order: 3, place: 'rung', statutory: true },
  { id: 'cinplan', order: 4, place: 'rung', statutory: true },
  { id: 'cpplan', order: 5, place: 'rung', statutory: true },
  { id: 'preproceedings', order: 6, place: 'rung', statutory: true },
  { id: 'care', order: 7, place: 'rung', statutory: true }
];

function tiersOf({ tables, cubes }: ManifestInput): Tier[] {
  const used = new Set(membersOf(tables, 'tiers'));
  const plans = tables.some(({ cube }) => cube.id === 'plans') ? ['cpplan'] : [];
  const named = new Map(
    [...cubes.values()].flatMap(({ dimensions }) =>
      dimensions
        .filter(({ open }) => open === 'tiers')
        .flatMap(({ members }) => members.map(({ id, name }) => [id, name] as const))
    )
  );
  return TIERS.filter(({ id }) => used.has(id) || plans.includes(id)).map((tier) => ({
    ...tier,
    name: named.get(tier.id) ?? tier.id
  }));
}

function agenciesOf({ tables, places, cubes }: ManifestInput): BundleManifest['agencies'] {
  const own = new Set(places.agencies.map(({ id }) => id));
  const shared = new Map(
    [...cubes.values()].flatMap(({ dimensions }) =>
      dimensions
        .filter(({ open }) => open === 'agencies')
        .flatMap(({ members, unknown }) =>
          members.filter(({ id }) => id !== unknown).map(({ id, name }) => [id, { id, name }] as const)
        )
    )
  );
  const used = membersOf(tables, 'agencies').flatMap((id) => (own.has(id) ? [] : (shared.get(id) ?? [])));
  return [...places.agencies, ...used];
}

function tableOf({ id, path, cube, title, dimensions }: ManifestTable): Table {
  const by = dimensions.flatMap(
    (each) => cube.dimensions.find((dimension) => dimension.id === each)?.name.toLowerCase() ?? []
  );
  const words = by.length === 0 ? cube.name : `${cube.name} by ${new Intl.ListFormat('en-GB').format(by)}`;
  return { id, file: path, cube: cube.id, source: OWN, title: title ?? words, dimensions: [...dimensions] };
}

/** What was written about the figures; bound to the tables of a cube where it names one. */
function notesOf({ notes, tables }: ManifestInput): Note[] {
  return notes.flatMap(({ table, text }, at): Note[] => {
    const named = fold(table ?? '');
    const about = tables.filter(({ id, title, cube }) =>
      [id, title ?? '', cube.id, cube.name].some((each) => fold(each) === named)
    );
    const id = `note-${at + 1}`;
    if (named === '' || about.length === 0)
      return [{ id, text: named === '' ? text : `${table ?? ''}: ${text}` }];
    return about.map((each, index) => ({
      id: index === 0 ? id : `${id}-${index + 1}`,
      text,
      table: each.id
    }));
  });
}
