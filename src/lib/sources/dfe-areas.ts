import { type Area, type AreaCode, slugOf } from '#lib/domain/area.ts';
import type { GeographyChanges } from './dfe-changes.ts';
import type { PlacedRow } from './dfe-rows.ts';

const ENGLAND = 'E92000001';
const LONDON = 'E12000007';
const PARTS_OF_LONDON: ReadonlySet<string> = new Set(['E13000001', 'E13000002']);

/** Which three-digit DfE code each ONS code goes with, from every row that has both. */
export type CodeBook = ReadonlyMap<string, string>;

export function codeBook(rows: readonly PlacedRow[]): CodeBook {
  return new Map(rows.filter((row) => row.dfe !== '' && row.ons !== '').map((row) => [row.ons, row.dfe]));
}

/** The lasting id of a row's area, or undefined where the row has no code that is known. */
export function areaIdOf(row: PlacedRow, codes: CodeBook): string | undefined {
  switch (row.level) {
    case 'country':
      return row.country;
    case 'region':
      return row.region === '' ? undefined : row.region;
    case 'authority': {
      const dfe = row.dfe || codes.get(row.ons);
      return dfe === undefined ? undefined : `la${dfe}`;
    }
  }
}

interface Sighting {
  readonly row: PlacedRow;
  /** The reporting year the row belongs to: for a population estimate, the year whose rates use it. */
  readonly year: number;
}

/**
 * Every area seen, England first, then regions, then authorities by DfE code. One authority is one series as long as
 * its DfE code stays, whatever its ONS codes; parents and addresses are those of its latest year, its name the one that
 * most rows of that year use. Of equals the later sighting wins.
 */
export function areasOf(sightings: readonly Sighting[], codes: CodeBook, facts: GeographyChanges): Area[] {
  const byId = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const id = areaIdOf(sighting.row, codes);
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), sighting]);
  }
  const years = sightings.filter(({ row }) => row.level === 'authority').map(({ year }) => year);
  const first = Math.min(...years);
  const last = Math.max(...years);
  const bare = [...byId].map(([id, seen]) => bareArea(id, seen, { first, last }));
  const ids = new Set(bare.map((area) => area.id));
  const placed = bare.map((area) => ({
    ...area,
    ...parentOf(area, ids),
    ...predecessorsOf(area.id, ids, facts)
  }));
  return withSlugs(placed.toSorted(inOrder));
}

type Bare = Omit<Area, 'slug'> & { readonly regionOfLatest?: string };

function bareArea(id: string, seen: readonly Sighting[], span: { first: number; last: number }): Bare {
  const byYear = seen.toSorted((a, b) => a.year - b.year);
  const latest = byYear.at(-1)?.row;
  const level = latest?.level ?? 'authority';
  const now = byYear.filter(({ year }) => year === byYear.at(-1)?.year).map(({ row }) => row);
  const names = {
    country: latest?.countryName,
    region: latest?.regionName,
    authority: commonest(now.map(({ name }) => name))
  };
  const from = byYear[0]?.year ?? span.first;
  const to = byYear.at(-1)?.year ?? span.last;
  const dated = level === 'authority';
  return {
    id,
    kind: level,
    name: names[level] || id,
    codes: level === 'authority' ? authorityCodes(id, byYear) : [{ scheme: 'ons', code: id }],
    ...(dated && from > span.first ? { from } : {}),
    ...(dated && to < span.last ? { to } : {}),
    ...(dated && latest?.region ? { regionOfLatest: latest.region } : {})
  };
}

/** The text met most often; of equals, the one met last. Blank only where all are. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return texts.findLast((text) => counts.get(text) === most) ?? '';
}

function authorityCodes(id: string, byYear: readonly Sighting[]): AreaCode[] {
  const spans = new Map<string, { from: number; to: number }>();
  for (const { row, year } of byYear) {
    if (row.ons === '') continue;
    const span = spans.get(row.ons);
    spans.set(
      row.ons,
      span ? { from: Math.min(span.from, year), to: Math.max(span.to, year) } : { from: year, to: year }
    );
  }
  const ons = [...spans]
    .toSorted(([a, s], [b, t]) => s.to - t.to || s.from - t.from || a.localeCompare(b))
    .map(([code, span]): AreaCode => ({ scheme: 'ons', code, ...span }));
  return [{ scheme: 'dfe', code: id.slice(2) }, ...ons];
}

function parentOf(area: Bare, ids: ReadonlySet<string>): { parent?: string } {
  const parent =
    area.kind === 'authority'
      ? area.regionOfLatest
      : area.kind === 'region'
        ? PARTS_OF_LONDON.has(area.id) && ids.has(LONDON)
          ? LONDON
          : ENGLAND
        : undefined;
  return parent !== undefined && ids.has(parent) ? { parent } : {};
}

function predecessorsOf(
  id: string,
  ids: ReadonlySet<string>,
  facts: GeographyChanges
): { predecessors?: string[] } {
  const from = facts.changes
    .filter((change) => change.to.some((code) => `la${code}` === id))
    .flatMap((change) => change.from.map((code) => `la${code}`))
    .filter((code) => ids.has(code));
  return from.length > 0 ? { predecessors: from } : {};
}

const KIND_ORDER = ['country', 'region', 'authority', 'partnership', 'locality'];

function inOrder(a: Bare, b: Bare): number {
  return KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || a.id.localeCompare(b.id, 'en');
}

/** Current areas take their plain name; a former one whose name is taken says until when: `dorset-to-2019`. */
function withSlugs(areas: readonly Bare[]): Area[] {
  const taken = new Set<string>();
  const slugs = new Map<string, string>();
  for (const area of areas.toSorted((a, b) => Number(a.to !== undefined) - Number(b.to !== undefined))) {
    const plain = slugOf(area.name);
    const dated = area.to === undefined ? plain : `${plain}-to-${area.to}`;
    const slug =
      [plain, dated].find((candidate) => !taken.has(candidate)) ?? `${plain}-${area.id.toLowerCase()}`;
    taken.add(slug);
    slugs.set(area.id, slug);
  }
  return areas.map(({ regionOfLatest: _region, ...area }) => {
    const { id, kind, name, codes, ...rest } = area;
    return { id, slug: slugs.get(id) ?? slugOf(id), kind, name, codes, ...rest };
  });
}
