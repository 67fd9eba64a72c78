import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Halt } from './halt.mjs';
import { ROOT } from './paths.mjs';

/** @typedef {{ slug: string, name: string, kind?: string }} Place */

const BUNDLE = join('data', 'published', 'bundle.json');
const SUGGESTED = 3;

/**
 * The areas that pages can be made of, as the published figures declare them; undefined where they cannot be read,
 * which encoding them will say better.
 *
 * @param {string} [file]
 * @returns {Place[] | undefined}
 */
export function publishedAreas(file = join(ROOT, BUNDLE)) {
  try {
    const { areas } = JSON.parse(readFileSync(file, 'utf8'));
    return areas.map((/** @type {Place} */ { slug, name, kind }) => ({
      slug: String(slug),
      name: String(name),
      kind: String(kind)
    }));
  } catch {
    return undefined;
  }
}

/**
 * The areas that a site has pages for: a bundle without a country stands beside the published figures.
 *
 * @param {string} bundle its folder; '' for the published figures
 */
export function areasOfSite(bundle) {
  if (bundle === '') return publishedAreas();
  const own = publishedAreas(join(bundle, 'bundle.json'));
  return own === undefined || own.some(({ kind }) => kind === 'country')
    ? own
    : [...own, ...(publishedAreas() ?? [])];
}

/**
 * Letters to add, leave out, change or exchange with their neighbour to make one word of another (the optimal string
 * alignment distance). Not that of `src/lib/sources/given/nearness.ts`: this runs before anything is installed.
 *
 * @param {string} from
 * @param {string} to
 */
export function lettersBetween(from, to) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  const at = (/** @type {number} */ i, /** @type {number} */ j) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= from.length; i += 1) {
    /** @type {number[]} */
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= to.length; j += 1) {
      const changed = at(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped ? at(i - 2, j - 2) + 1 : Infinity)
      );
    }
  }
  return at(from.length, to.length);
}

/**
 * The areas probably meant by a slug that is none: those that hold it or are held in it, then those a few letters
 * away.
 *
 * @param {string} slug
 * @param {readonly Place[]} places
 * @returns {string[]} slugs, the nearest first
 */
export function areasLike(slug, places) {
  const few = Math.max(1, Math.floor(slug.length / 3));
  const whole = (/** @type {string} */ text, /** @type {string} */ part) => `-${text}-`.includes(`-${part}-`);
  const ranked = places.flatMap((place) => {
    const letters = lettersBetween(slug, place.slug);
    const parts = whole(place.slug, slug) || whole(slug, place.slug);
    if (!parts && letters > few && !(slug.length > 3 && place.slug.startsWith(slug))) return [];
    return [{ slug: place.slug, far: parts ? 0 : letters }];
  });
  return ranked
    .sort((a, b) => a.far - b.far)
    .slice(0, SUGGESTED)
    .map((place) => place.slug);
}

/**
 * Stops with one sentence where an area that was asked for is none, before anything is built.
 *
 * @param {string} areas as --areas takes them
 * @param {readonly Place[] | undefined} places undefined: not known, and not checked
 * @param {string} [bundle] the folder of another bundle than the published figures
 */
export function requireKnownAreas(areas, places, bundle = '') {
  if (places === undefined || areas === 'all') return;
  const wanted = areas.split(',').filter((slug) => slug !== '');
  const unknown = wanted.filter((slug) => !places.some((place) => place.slug === slug));
  if (unknown.length === 0) return;
  const named = unknown.map((slug) => {
    const near = areasLike(slug, places);
    return `"${slug}"${near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`}`;
  });
  throw new Halt(
    `--areas: no area of ${bundle === '' ? 'the published figures' : 'this bundle'} has the slug ${named.join(' or ')}; ${bundle === '' ? BUNDLE : join(bundle, 'bundle.json')} lists all ${places.length}.`
  );
}
