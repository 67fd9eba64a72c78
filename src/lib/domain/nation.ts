/** What differs between the nations of the United Kingdom, as data: `data/nations/<nation>.json`. */
import { z } from './zod.ts';
import { BundleManifest, Named, Terms, Tier } from './bundle.ts';
import { Dimension, Member, type Cube } from './cube.ts';
import { Calendar } from './period.ts';

/** Where something is known from, and what of the pack it bears out. */
const Bearing = z.strictObject({
  for: z.string().min(1),
  publisher: z.string().min(1),
  title: z.string().min(1),
  url: z.url().optional()
});

/** Words that are said in a nation in place of those of England, the longer first. */
const Saying = z.strictObject({ of: z.string().min(1), say: z.string().min(1) });
export type Saying = z.infer<typeof Saying>;

export const NationId = BundleManifest.shape.nation.unwrap();
export type NationId = z.infer<typeof NationId>;

/** A nation: when its years end, how it names help and boards, and by which categories and ages it counts. */
const Nation = z.strictObject({
  id: NationId,
  /** As its own area of kind `country` is called. */
  name: z.string().min(1),
  calendar: Calendar,
  terms: Terms,
  tiers: z.array(Tier).min(1),
  agencies: z.array(Named),
  /** The reasons for which a child is on a plan or on the register. */
  categories: z.strictObject({
    /** What one is called: `Category`, `Concern`. */
    name: z.string().min(1),
    relation: Dimension.shape.relation,
    note: z.string().min(1),
    members: z.array(Member).min(1)
  }),
  /** The ages that its figures are published by. */
  ageBands: z.array(Member).min(1),
  sayings: z.array(Saying),
  sources: z.array(Bearing).min(1)
});
export type Nation = z.infer<typeof Nation>;

/** A nation as its file has it, which may name sayings that it shares with others. */
export const NationFile = Nation.extend({ saysToo: z.enum(['elsewhere']).optional() });

/** What a manifest says of its nation and of its own categories. */
export interface NationSettings {
  readonly nation?: Nation | undefined;
  readonly categories: readonly z.infer<typeof Named>[];
  /** Tiers by the names that the bundle gives them, else by those of the nation. */
  readonly tiers?: readonly Pick<Tier, 'id' | 'name'>[] | undefined;
}

const isCategory = ({ id }: Pick<Dimension, 'id'>) =>
  id === 'category_initial' || id === 'category_latest' || id === 'earlier_category';

/** Own categories after those of the nation; where both have one, under the name of their own. */
function categoriesIn(dimension: Dimension, { nation, categories }: NationSettings): Dimension {
  const unknown = dimension.members.filter(({ id }) => id === dimension.unknown);
  const shared = nation === undefined ? dimension.members : [...nation.categories.members, ...unknown];
  const named = new Map(categories.map(({ id, name }) => [id, name]));
  const own = categories.filter(({ id }) => shared.every((member) => member.id !== id));
  if (nation === undefined && own.length === 0) return dimension;
  return {
    ...dimension,
    ...(nation === undefined
      ? {}
      : {
          name: dimension.name.replace(/category/i, (word) =>
            word === 'Category' ? nation.categories.name : nation.categories.name.toLowerCase()
          ),
          relation: nation.categories.relation,
          note: nation.categories.note
        }),
    members: [
      ...shared.map((member) =>
        nation === undefined ? member : { ...member, name: named.get(member.id) ?? member.name }
      ),
      ...own.map(({ id, name }) => ({ id, name }))
    ]
  };
}

/** Ages of the nation that the dictionary does not have. */
function agesIn(dimension: Dimension, { ageBands }: Nation): Dimension {
  const missing = ageBands.filter(
    ({ id, from }) => from !== undefined && dimension.members.every((member) => member.id !== id)
  );
  return missing.length === 0 ? dimension : { ...dimension, members: [...dimension.members, ...missing] };
}

/** Tiers under the names that hold there. */
function tiersIn(dimension: Dimension, tiers: readonly Pick<Tier, 'id' | 'name'>[]): Dimension {
  const names = new Map(tiers.map(({ id, name }) => [id, name]));
  return {
    ...dimension,
    members: dimension.members.map((member) => ({ ...member, name: names.get(member.id) ?? member.name }))
  };
}

/** The text in the words of the nation. */
export function saidIn(sayings: readonly Saying[], text: string): string {
  return sayings.reduce((said, { of, say }) => said.replaceAll(of, say), text);
}

/**
 * A cube as a bundle counts it: with the categories, ages, tiers and words of its nation, and categories of its own. The
 * same cube where nothing differs.
 */
export function cubeFor(cube: Cube, settings: NationSettings): Cube {
  const { nation } = settings;
  const dimensions = cube.dimensions.map((dimension) => {
    if (isCategory(dimension)) return categoriesIn(dimension, settings);
    if (nation === undefined) return dimension;
    if (dimension.open === 'tiers') return tiersIn(dimension, settings.tiers ?? nation.tiers);
    return dimension.id === 'age' ? agesIn(dimension, nation) : dimension;
  });
  const same = dimensions.every((dimension, at) => dimension === cube.dimensions[at]);
  if (nation === undefined || nation.sayings.length === 0) return same ? cube : { ...cube, dimensions };
  const say = (text: string) => saidIn(nation.sayings, text);
  return {
    ...cube,
    name: say(cube.name),
    about: say(cube.about),
    measures: cube.measures.map((measure) => ({
      ...measure,
      name: say(measure.name),
      unit: { one: say(measure.unit.one), many: say(measure.unit.many) }
    })),
    dimensions
  };
}

/** The dictionary as a bundle counts by it. */
export function cubesFor(
  cubes: ReadonlyMap<string, Cube>,
  settings: NationSettings
): ReadonlyMap<string, Cube> {
  return new Map([...cubes].map(([id, cube]) => [id, cubeFor(cube, settings)]));
}
