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
