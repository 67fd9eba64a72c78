/** Bundles that journeys bring along, made here, as the files a reader would choose. */
import { known, missing } from '#lib/domain/cell.ts';
import type { BundleManifest } from '#lib/domain/bundle.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { madeBundle } from '../disclosure/made-bundle.ts';

export const cubes = await readDictionary();

/** A file as a browser is handed one. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const zipOf = (bundle: Bundle, name = 'ours.zip'): ChosenFile => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(writeZip(writeBundle(bundle)))
});

/** The files of a bundle, without the folders they lie in. */
export const filesOf = (bundle: Bundle): ChosenFile[] =>
  [...writeBundle(bundle)].map(([path, content]) => ({
    name: path.replace(/^.*\//, ''),
    mimeType: 'text/plain',
    buffer: Buffer.from(content)
  }));

/** A year of a made-up authority that has the code of a real one, so that official figures of it exist. */
export function rawBundle(): Bundle {
  const bundle = madeBundle(cubes, { years: [2024], authorities: 1 });
  return withManifest(bundle, {
    areas: bundle.manifest.areas.map((area) =>
      area.id === 'city' ? { ...area, codes: [{ scheme: 'dfe', code: '857' }] } : area
    )
  });
}

/** Enough figures that protecting them takes several seconds. */
export const largeBundle = (): Bundle => madeBundle(cubes, { years: [2023, 2024], authorities: 2 });

export const withManifest = (bundle: Bundle, part: Partial<BundleManifest>): Bundle => ({
  ...bundle,
  manifest: { ...bundle.manifest, ...part }
});

/** Plans by category at one date: neglect, physical, emotional, sexual, multiple; undefined is withheld. */
export function plansBundle(
  counts: readonly (number | undefined)[],
  protectedAlready: 'yes' | 'no',
  total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
): Bundle {
  const made = madeBundle(cubes, { years: [2024], authorities: 1 });
  const plans = made.tables.find(({ table }) => table.id === 'plans-neglect');
  if (plans === undefined) throw new Error('no table of plans is made');
  const table = { ...plans.table, title: 'Plans by category', dimensions: ['category_latest'] };
  const members = ['neglect', 'physical', 'emotional', 'sexual', 'multiple'];
  const row = (member: string, count: number | undefined) => ({
    area: 'city',
    period: '2024Q1',
    measure: 'open',
    members: [member],
    cell: count === undefined ? missing('withheld') : known(count)
  });
  const observations = [row('all', total), ...members.map((member, at) => row(member, counts[at]))];
  return withManifest(
    { ...made, tables: [{ ...plans, table, observations }], cubes: new Map([[plans.cube.id, plans.cube]]) },
    { protected: protectedAlready, tables: [table] }
  );
}
