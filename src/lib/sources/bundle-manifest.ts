import { z } from '#lib/domain/zod.ts';
import { BundleManifest } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from './bundle-problem-list.ts';
import { cubesFor, type Nation } from '#lib/domain/nation.ts';
import { checkReferences } from './bundle-references.ts';
import { schemaProblems } from './bundle-schema-problems.ts';
import { decodeText } from './csv-decode.ts';
import { nationOf } from './nations.ts';

export const MANIFEST = 'bundle.json';

const shape = BundleManifest.shape;

/** What the files need of a manifest, so that they can still be checked when something else in it is wrong. */
const Frame = z.object({
  areas: shape.areas,
  periods: shape.periods,
  tiers: shape.tiers,
  agencies: shape.agencies,
  categories: shape.categories,
  tables: shape.tables
});
export type ManifestFrame = z.infer<typeof Frame>;

export interface ReadManifest {
  /** Present where the whole manifest obeys its schema. */
  readonly manifest?: BundleManifest;
  /** Present where at least the parts that tables hang on do. */
  readonly frame?: ManifestFrame;
  /** The dictionary as this bundle counts by it: with the categories and ages of its nation, and its own. */
  readonly cubes: ReadonlyMap<string, Cube>;
}

const WithNation = z.looseObject({ nation: z.string() });

/** What the manifest leaves out, as the pack of its nation has it; what it says itself stands. */
function withPack(data: unknown): { readonly data: unknown; readonly nation?: Nation } {
  const parsed = WithNation.safeParse(data);
  const nation = nationOf(parsed.data?.nation);
  if (!parsed.success || nation === undefined) return { data };
  const { terms, tiers, agencies, categories, ageBands } = nation;
  const named = (items: readonly { readonly id: string; readonly name: string }[]) =>
    items.map(({ id, name }) => ({ id, name }));
  const usual = { terms, tiers, agencies, categories: named(categories.members), ageBands: named(ageBands) };
  return { data: { ...usual, ...parsed.data }, nation };
}

function parseJson(content: string | Uint8Array, list: ProblemList): unknown {
  const decoded = decodeText(content, MANIFEST);
  list.take(decoded.problems);
  if (decoded.text === undefined) return undefined;
  try {
    const data: unknown = JSON.parse(decoded.text);
    return data;
  } catch (error) {
    list.error('bad-json', MANIFEST, () => ({
      message: `the file is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'Look for a comma or a quote too many or too few near that place, or a file cut short.'
    }));
    return undefined;
  }
}

/** Reads and checks `bundle.json`. Everything wrong goes into the list at once, with its path as the column. */
export function readManifest(
  content: string | Uint8Array,
  cubes: ReadonlyMap<string, Cube>,
  list: ProblemList
): ReadManifest {
  const parsed = parseJson(content, list);
  if (parsed === undefined) return { cubes };
  const { data, nation } = withPack(parsed);
  const whole = BundleManifest.safeParse(data);
  if (!whole.success) list.take(schemaProblems(MANIFEST, whole.error, data));
  const frame = Frame.safeParse(data);
  checkReferences(data, MANIFEST, cubes, list);
  return {
    ...(whole.success ? { manifest: whole.data } : {}),
    ...(frame.success ? { frame: frame.data } : {}),
    cubes: cubesFor(cubes, { nation, categories: frame.data?.categories ?? [], tiers: frame.data?.tiers })
  };
}
