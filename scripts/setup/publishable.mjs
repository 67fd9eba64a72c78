/**
 * What a bundle must be before a site may be built of it.
 *
 * @typedef {{ protected?: unknown, audience?: unknown, nation?: unknown, areas?: readonly { slug?: unknown, kind?: unknown }[] }} Manifest
 */

/**
 * Why no figure of a bundle may leave it, in a sentence; undefined where they may.
 *
 * @param {Manifest} manifest bundle.json
 * @param {string} named the folder, as it was given
 */
export function whyRaw(manifest, named) {
  return manifest.protected === 'yes'
    ? undefined
    : `${named} is not protected ("protected": "no"): its small numbers could identify a child. Protect it first: npm run lens -- protect ${named} --out <folder>.`;
}

/**
 * Why no site may be built of a bundle, in a sentence; undefined where one may.
 *
 * @param {Manifest} manifest bundle.json
 * @param {string} named the folder, as it was given
 * @param {boolean} restricted whether the reader asked for a restricted one
 */
export function whyNoSite(manifest, named, restricted) {
  const raw = whyRaw(manifest, named);
  if (raw !== undefined) return raw;
  if (manifest.audience !== 'public' && !restricted)
    return `${named} is for a restricted audience: whoever can open the site would see it. If only that audience can, say so with --restricted; every page is then marked.`;
  if (manifest.nation !== undefined && manifest.nation !== 'england')
    return `${named} is of another nation (“nation”: ${JSON.stringify(manifest.nation)}), and a site stands on the official figures of England. Load it under “Your own figures” (/own/) of any copy of the site: there it stands by itself.`;
  const countries = (manifest.areas ?? []).filter(({ kind }) => kind === 'country');
  return countries.length === 0 || countries.some(({ slug }) => slug === 'england')
    ? undefined
    : `${named} has a country, and pages set every area beside the one whose slug is "england": name it so, or leave the country out, and official figures stand beside the bundle’s.`;
}
