/** The official figures that come with the site, as a bundle that others can be held against. */
import { CATALOGUE_FILE, readCatalogue, type Catalogue } from '#lib/db/catalogue.ts';
import { decodeCube } from '#lib/db/decode.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Bundle } from '#lib/sources/bundle.ts';

/**
 * The official figures of the areas that have an id or a code in common with those given. The manifest is whole; of the
 * tables, rows of other areas are left out.
 *
 * @param read a file of the encoded bundle, by name
 * @param catalogue that of the same files, where it was read before
 */
export async function officialFigures(
  areas: readonly Area[],
  cubes: ReadonlyMap<string, Cube>,
  read: (name: string) => Promise<Uint8Array>,
  catalogue?: Catalogue
): Promise<Bundle> {
  const { manifest, dictionary, cubes: files } = catalogue ?? readCatalogue(await read(CATALOGUE_FILE));
  const names = new Set(areas.flatMap(namesOf));
  const wanted = new Set(
    manifest.areas.filter((area) => namesOf(area).some((name) => names.has(name))).map(({ id }) => id)
  );
  const decoded = await Promise.all(
    files.map(async (file) => {
      const cube = cubes.get(file.cube);
      if (cube === undefined)
        throw new Error(`official figures are of a kind that is not known: ${file.cube}`);
      const [streams, unsaid] = await Promise.all([
        Promise.all(file.files.map(read)),
        Promise.all(file.unsaid.map(read))
      ]);
      return decodeCube(cube, manifest.tables, { streams, unsaid }, dictionary, (area) => wanted.has(area));
    })
  );
  const tables = new Map(decoded.flat().map((table) => [table.table.id, table]));
  return {
    manifest,
    cubes: new Map(decoded.flat().map(({ cube }) => [cube.id, cube])),
    tables: manifest.tables.flatMap(({ id }) => tables.get(id) ?? []),
    registers: {}
  };
}

const namesOf = ({ id, codes }: Area): string[] => [id, ...codes.map(({ code }) => code)];
