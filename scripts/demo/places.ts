/** Where the demonstration plays: no such places or councils exist. */
import type { Area } from '#lib/domain/area.ts';
import type { Neighbour } from '#lib/domain/register.ts';

export const PARTNERSHIP = 'quillvale';
export const REGION = 'middlecoast';
export const COUNTRY = 'madeupengland';

export const LARGE = 'kestrelshire';
export const MIDDLE = 'lanternport';
export const SMALL = 'quillmere';

/** Children aged 0 to 17 in mid-2023, about. */
export const OWN: Readonly<Record<string, { readonly name: string; readonly children: number }>> = {
  [LARGE]: { name: 'Kestrelshire', children: 164_000 },
  [MIDDLE]: { name: 'Lanternport', children: 66_000 },
  [SMALL]: { name: 'Quillmere', children: 8_300 }
};

export interface Locality {
  readonly id: string;
  readonly name: string;
  readonly children: number;
  /** Times as many families as elsewhere come to notice. */
  readonly need: number;
  readonly tile: { readonly column: number; readonly row: number };
}

/** Kestrelshire alone counts by locality. Together they are the whole of it. */
export const LOCALITIES: Readonly<Record<string, readonly Locality[]>> = {
  [LARGE]: [
    { id: 'amberfold', name: 'Amberfold', children: 41_000, need: 0.95, tile: { column: 1, row: 0 } },
    { id: 'brackwater', name: 'Brackwater', children: 36_000, need: 1.15, tile: { column: 0, row: 1 } },
    { id: 'cobblebeck', name: 'Cobblebeck', children: 30_500, need: 1, tile: { column: 1, row: 1 } },
    { id: 'dunmarsh', name: 'Dunmarsh', children: 24_500, need: 1.1, tile: { column: 2, row: 1 } },
    { id: 'elderhurn', name: 'Elderhurn', children: 19_000, need: 0.9, tile: { column: 1, row: 2 } },
    { id: 'fallowdown', name: 'Fallowdown', children: 13_000, need: 0.9, tile: { column: 2, row: 2 } }
  ]
};

/** Other authorities, so that there is somebody to compare with; the first six lie in the region. */
export const OTHERS: Readonly<Record<string, { readonly name: string; readonly children: number }>> = {
  brindlemoor: { name: 'Brindlemoor', children: 41_000 },
  copperhythe: { name: 'Copperhythe', children: 58_000 },
  fennelport: { name: 'Fennelport', children: 72_000 },
  gannetshire: { name: 'Gannetshire', children: 118_000 },
  larkminster: { name: 'Larkminster', children: 35_000 },
  otterhythe: { name: 'Otterhythe', children: 49_000 },
  ploverton: { name: 'Ploverton', children: 63_000 },
  sorrelshire: { name: 'Sorrelshire', children: 134_000 },
  thistlemere: { name: 'Thistlemere', children: 28_000 },
  wagtailshire: { name: 'Wagtailshire', children: 97_000 },
  whimbrelshire: { name: 'Whimbrelshire', children: 83_000 },
  yarrowminster: { name: 'Yarrowminster', children: 54_000 }
};
export const IN_REGION: readonly string[] = Object.keys(OTHERS).slice(0, 6);

function authority(id: string, name: string, parent: string): Area {
  return { id, slug: id, kind: 'authority', name, codes: [], parent };
}

export const AREAS: readonly Area[] = [
  { id: COUNTRY, slug: 'england', kind: 'country', name: 'England (made up)', codes: [] },
  { id: REGION, slug: 'middle-coast', kind: 'region', name: 'Middle Coast', codes: [], parent: COUNTRY },
  {
    id: PARTNERSHIP,
    slug: 'quill-vale-partnership',
    kind: 'partnership',
    name: 'Quill Vale partnership',
    codes: [],
    parent: REGION,
    note: 'Three authorities with one board: Kestrelshire, Lanternport and Quillmere.'
  },
  ...Object.entries(OWN).map(([id, { name }]) => authority(id, name, PARTNERSHIP)),
  ...Object.entries(LOCALITIES).flatMap(([parent, localities]) =>
    localities.map(({ id, name, tile }): Area => ({
      id,
      slug: id,
      kind: 'locality',
      name,
      codes: [],
      parent,
      tile
    }))
  ),
  ...Object.entries(OTHERS).map(([id, { name }]) =>
    authority(id, name, IN_REGION.includes(id) ? REGION : COUNTRY)
  )
];

const CLOSENESS = [
  'Extremely close',
  'Very close',
  'Very close',
  'Close',
  'Close',
  'Close',
  'Close',
  'Somewhat close',
  'Somewhat close',
  'Somewhat close'
] as const;

/** The other authorities most like each, which here means of most nearly its size. */
export function neighbours(): Neighbour[] {
  const sizes = Object.entries({ ...OWN, ...OTHERS });
  return sizes.flatMap(([area, { children }]) =>
    Object.entries(OTHERS)
      .filter(([id]) => id !== area)
      .map(([id, other]) => ({ id, far: Math.abs(Math.log(other.children / children)) }))
      .toSorted((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
      .slice(0, CLOSENESS.length)
      .map(({ id }, at) => ({
        area,
        rank: at + 1,
        neighbour: id,
        closeness: CLOSENESS[at] ?? 'Not close',
        model: 'made up'
      }))
  );
}
