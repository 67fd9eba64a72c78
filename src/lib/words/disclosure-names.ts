/** Figures by the names that a reader knows, from the ids that disclosure control gives them. */
import { ALL, type Cube, type Dimension } from '#lib/domain/cube.ts';
import type { BundleManifest } from '#lib/domain/bundle.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import type { Period } from '#lib/domain/period.ts';
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

/** The parts of a figure’s id: see `cellId` in the folder `disclosure`. */
interface Parts {
  readonly release?: string;
  readonly table: string;
  readonly measure: string;
  readonly area: string;
  readonly period: string;
  readonly members: readonly (readonly [string, string])[];
  readonly face: 'value' | 'of' | 'not';
  /** The release since which it changed. */
  readonly since?: string;
}

const CHANGED = ' changed since ';

function partsOf(id: string): Parts {
  const [cell = '', since] = id.split(CHANGED);
  const [place = '', measure = '', area = '', period = '', ...rest] = cell.split('|');
  const at = place.indexOf(':');
  const last = rest.at(-1);
  const face = last === 'of' || last === 'not' ? last : 'value';
  return {
    ...(at < 0 ? {} : { release: place.slice(0, at) }),
    table: place.slice(at + 1),
    measure,
    area,
    period,
    members: rest
      .filter((part) => part.includes('='))
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const),
    face,
    ...(since === undefined ? {} : { since })
  };
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
  const tableOf = (id: string) => first(({ manifest }) => manifest.tables.find((each) => each.id === id));
  const cubeOf = (table: string) => {
    const cube = tableOf(table)?.cube;
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
    return found === undefined ? stretch(id) : lowerFirst(whenOf(found, kind));
  };
  const member = (cube: Cube | undefined, dimension: string, id: string) =>
    memberName(
      cube?.dimensions.find((each) => each.id === dimension),
      id,
      (open) => first(({ manifest }) => openName(manifest, open, id))
    );
  const release = (id: string) =>
    first(({ manifest }) =>
      manifest.disclosure?.release === id || manifest.id === id ? quoted(manifest.title) : undefined
    ) ?? quoted(id);
  const table = (id: string) => quoted(tableOf(id)?.title ?? id);

  return {
    table,
    figure: (id) => {
      const parts = partsOf(id);
      const cube = cubeOf(parts.table);
      const measure = cube?.measures.find((each) => each.id === parts.measure);
      const counted = lowerFirst(measure?.name ?? parts.measure);
      const where = parts.release === undefined ? '' : ` of ${release(parts.release)}`;
      return {
        what: parts.since === undefined ? counted : `change since ${release(parts.since)} in ${counted}`,
        traits: [
          ...parts.members.map(([dimension, id]): Trait => ({
            of: dimension,
            text: member(cube, dimension, id)
          })),
          ...(parts.face === 'value' ? [] : [faceTrait(parts.face)]),
          { of: 'area', text: inArea(parts.area) },
          { of: 'period', text: when(parts.period, measure?.kind ?? 'stock') },
          { of: 'table', text: `in ${table(parts.table)}${where}` }
        ]
      };
    }
  };
}

function faceTrait(face: 'of' | 'not'): Trait {
  return {
    of: 'face',
    text: face === 'of' ? 'the number it is out of' : 'the rest of the number it is out of'
  };
}

function whenOf(period: Period, kind: 'stock' | 'flow'): string {
  return whenText(period, kind);
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
  if (id === ALL || id === 'other tiers') return id === ALL ? 'all' : id;
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
