/** Figures by the names that a reader knows, from the ids that disclosure control gives them. */
import { ALL, type Cube, type Dimension } from '#lib/domain/cube.ts';
import type { BundleManifest } from '#lib/domain/bundle.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { placeOf, type CellPlace } from '#lib/disclosure/audit-place.ts';
import { areaInSentence } from './place.ts';
import { lowerFirst } from './number.ts';
import { whenText } from './when.ts';

/** A bundle as far as names go. */
export interface NamedBundle {
  readonly manifest: BundleManifest;
  readonly cubes: ReadonlyMap<string, Cube>;
}

/** One part of what tells a figure from others: `area`, `period`, `table`, or the id of a dimension. */
export interface Trait {
  readonly of: string;
  /** As it stands in the middle of a sentence. */
  readonly text: string;
}

/** One figure in the reader’s own words. */
export interface NamedFigure {
  /** What is counted: `children on a plan`. */
  readonly what: string;
  readonly traits: readonly Trait[];
}

/** What tables, areas, periods, members and releases are called. */
export interface Names {
  /** The title of a table, in quotation marks: `‘Plans by age’`. */
  readonly table: (id: string) => string;
  readonly figure: (id: string) => NamedFigure;
}

const quoted = (title: string) => `‘${title}’`;

/** Names from the bundle in hand and from those it is held against: the first that knows an id names it. */
export function namesOf(bundles: readonly NamedBundle[]): Names {
  const first = <T>(find: (bundle: NamedBundle) => T | undefined): T | undefined => {
    for (const bundle of bundles) {
      const found = find(bundle);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const released = (id: string) =>
    first((bundle) =>
      bundle.manifest.disclosure?.release === id || bundle.manifest.id === id ? bundle : undefined
    );
  const tableOf = (id: string, release?: string) => {
    const find = ({ manifest }: NamedBundle) => manifest.tables.find((each) => each.id === id);
    const theirs = release === undefined ? undefined : released(release);
    return (theirs === undefined ? undefined : find(theirs)) ?? first(find);
  };
  const cubeOf = (table: string, release?: string) => {
    const cube = tableOf(table, release)?.cube;
    return cube === undefined ? undefined : first(({ cubes }) => cubes.get(cube));
  };
  const area = (id: string) => {
    const found = first(({ manifest }) => manifest.areas.find((each) => each.id === id));
    return found === undefined ? id : areaInSentence(found);
  };
  const inArea = (id: string) =>
    id.startsWith('rest of ') ? `the rest of ${area(id.slice('rest of '.length))}` : area(id);
  const when = (id: string, kind: 'stock' | 'flow') => {
    const found = first(({ manifest }) => manifest.periods.find((each) => each.id === id));
    return found === undefined ? stretch(id) : lowerFirst(whenText(found, kind));
  };
  const member = (cube: Cube | undefined, dimension: string, id: string) =>
    memberName(
      cube?.dimensions.find((each) => each.id === dimension),
      id,
      (open) => first(({ manifest }) => openName(manifest, open, id))
    );
  const release = (id: string) => {
    const manifest = released(id)?.manifest;
    if (manifest === undefined) return quoted(id);
    return manifest.disclosure === undefined ? quoted(manifest.title) : `${quoted(manifest.title)} (${id})`;
  };
  const table = (id: string, release?: string) => quoted(tableOf(id, release)?.title ?? id);

  return {
    table: (id) => table(id),
    figure: (id) => {
      const place = placeOf(id);
      const cube = cubeOf(place.table, place.release);
      const measure = cube?.measures.find((each) => each.id === place.measure);
      const counted = lowerFirst(measure?.name ?? place.measure);
      const where = place.release === undefined ? '' : ` of ${release(place.release)}`;
      return {
        what: place.since === undefined ? counted : `change since ${release(place.since)} in ${counted}`,
        traits: [
          ...Object.entries(place.members).map(([dimension, id]): Trait => ({
            of: dimension,
            text: member(cube, dimension, id)
          })),
          ...faceTraits(place.face),
          { of: 'area', text: inArea(place.area) },
          { of: 'period', text: when(place.period, measure?.kind ?? 'stock') },
          { of: 'table', text: `in ${table(place.table, place.release)}${where}` }
        ]
      };
    }
  };
}

function faceTraits(face: CellPlace['face']): Trait[] {
  switch (face) {
    case 'value':
    case 'change':
      return [];
    case 'of':
      return [{ of: 'face', text: 'the number it is out of' }];
    case 'not':
      return [{ of: 'face', text: 'the rest of the number it is out of' }];
  }
}

/** `2023-04-01 to 2023-06-30`: a stretch that is in no list of periods. */
function stretch(id: string): string {
  const dates = /^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/.exec(id);
  return dates === null ? id : `from ${dateInWords(dates[1] ?? '')} to ${dateInWords(dates[2] ?? '')}`;
}

function memberName(
  dimension: Dimension | undefined,
  id: string,
  open: (list: NonNullable<Dimension['open']>) => string | undefined
): string {
  const others = /^the others(?: of (.+))?$/.exec(id);
  if (others !== null)
    return others[1] === undefined ? 'all others' : `all others of ${memberName(dimension, others[1], open)}`;
  if (id === ALL) return 'all';
  if (id.startsWith('not ')) return `all but ${memberName(dimension, id.slice(4), open)}`;
  const declared = dimension?.members.find((each) => each.id === id)?.name;
  const listed = declared ?? (dimension?.open === undefined ? undefined : open(dimension.open)) ?? id;
  return lowerFirst(listed);
}

function openName(
  { tiers, agencies, categories, areas }: BundleManifest,
  list: NonNullable<Dimension['open']>,
  id: string
): string | undefined {
  const lists = { tiers, agencies, categories, areas };
  const entries: readonly { readonly id: string; readonly name: string }[] =
    list === 'tiers' || list === 'agencies' || list === 'categories' || list === 'areas' ? lists[list] : [];
  return entries.find((each) => each.id === id)?.name;
}

/** `children on a plan: neglect, 5 to 9, Riverbank, at 31 March 2026, in ‘Plans by age’`; `without` leaves traits out. */
export function figureText({ what, traits }: NamedFigure, without: readonly string[] = []): string {
  const told = traits.filter(({ of }) => !without.includes(of)).map(({ text }) => text);
  return told.length === 0 ? what : `${what}: ${told.join(', ')}`;
}

/** Several figures, told apart by what they do not share; nothing is lost where they share all but one thing. */
export function apart(figures: readonly NamedFigure[]): {
  readonly shared: string;
  readonly own: readonly string[];
} {
  const [first] = figures;
  if (first === undefined) return { shared: '', own: [] };
  const common = (trait: Trait) =>
    figures.every(({ traits }) => traits.some(({ of, text }) => of === trait.of && text === trait.text));
  const sameWhat = figures.every(({ what }) => what === first.what);
  const shared = first.traits.filter(common);
  const own = figures.map(({ what, traits }) => {
    const left = traits.filter((trait) => !common(trait)).map(({ text }) => text);
    const said = left.length === 0 ? 'all' : left.join(', ');
    return sameWhat ? said : left.length === 0 ? what : `${what} (${said})`;
  });
  return {
    shared: sameWhat
      ? figureText({ what: first.what, traits: shared })
      : shared.map(({ text }) => text).join(', '),
    own
  };
}
