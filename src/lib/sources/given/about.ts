/** What is said of own figures as a whole, from an about sheet or file; and the areas and agencies it names. */
import { slugOf, type Area } from '#lib/domain/area.ts';
import type { Named } from '#lib/domain/bundle.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { sheetFile, type About, type AboutEntry } from './sheet.ts';
import { areaSpelling } from './spelt-area.ts';
import { didYouMean, nearest } from './nearness.ts';
import { datesOf } from './spelt-date.ts';
import { inTurn } from './spelling.ts';
import type { RecognisedList } from './recognised.ts';
import type { z } from 'zod';

type Agency = z.infer<typeof Named>;

/** What may be said: other keys are told of. */
const KEYS =
  /^(nation|title|publisher|audience|source title|source edition|supplied on|licence|board|assessment|tool|contact role|area\d*|locality\d*|agency\d*)$/;

/** The key of a line of About: `Area 1` → `area1`, `supplied_on` → `supplied on`. */
export function aboutKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[:*]+$/, '')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(area|locality|agency) (\d+)$/, '$1$2');
}

/** About from the rows of a file with a key and a value in each; the first of two alike stays, and the list says so. */
export function aboutOfRows(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  file: string,
  list: ProblemList
): About {
  const entries = new Map<string, AboutEntry>();
  for (const { row, cells } of rows) {
    const [key, value] = [aboutKey(cells[0] ?? ''), (cells[1] ?? '').trim()];
    if (key === '' || key === 'key' || value === '') continue;
    if (!KEYS.test(key))
      list.warning('unknown-about', file, () => ({
        row,
        column: 'key',
        value: key,
        message: 'nothing is asked under this key, and it was not read',
        remedy:
          'Keys: nation, title, publisher, audience, area1, source title, source edition, supplied on, licence, board, assessment, tool, locality1, agency1.'
      }));
    else if (entries.has(key))
      list.error('about-twice', file, () => ({
        row,
        column: 'key',
        value: key,
        message: 'the key is given twice',
        remedy: /^(area|locality|agency)/.test(key)
          ? `Number them: ${key.replace(/\d+$/, '')}1, ${key.replace(/\d+$/, '')}2.`
          : 'Keep one of them.'
      }));
    else entries.set(key, { value, at: { file, row, column: 'value' } });
  }
  return { entries };
}

/** All that several About sheets say; the first that says something stands, and the list tells of another. */
export function joinAbout(abouts: readonly About[], list: ProblemList): About {
  const entries = new Map<string, AboutEntry>();
  for (const about of abouts)
    for (const [key, entry] of about.entries) {
      const held = entries.get(key);
      if (held === undefined) entries.set(key, entry);
      else if (held.value !== entry.value)
        list.error('about-twice', sheetFile(entry.at), () => ({
          row: entry.at.row,
          column: key,
          value: entry.value,
          message: `${sheetFile(held.at)} says “${held.value}” instead`,
          remedy: 'Keep one of them.'
        }));
    }
  return { entries };
}

export interface AboutPlaces {
  /** Areas that are named, official or the partnership’s own. */
  readonly areas: readonly Area[];
  readonly localities: readonly Area[];
  readonly agencies: readonly Agency[];
}

/** The areas, localities and agencies that About names. */
export function placesOf(
  { entries }: About,
  official: readonly Area[],
  list: ProblemList,
  recognised: (file: string) => RecognisedList
): AboutPlaces {
  const numbered = (stem: string) => [...entries].filter(([key]) => new RegExp(`^${stem}\\d*$`).test(key));
  const spelt = areaSpelling(official);
  const areas = numbered('area').flatMap(([key, { value, at }]): Area[] => {
    const own = ownArea(value, official.length === 0);
    if (own !== undefined) return [own];
    const { meanings } = spelt(value);
    const [only, ...more] = meanings;
    const area = official.find(({ id }) => id === only?.id);
    const file = sheetFile(at);
    if (area !== undefined && more.length === 0) {
      if (area.name !== value && area.id !== value)
        recognised(file).add({ file, column: key, from: value, to: area.id, name: area.name, kind: 'area' });
      return [area];
    }
    const near = more.length > 0 ? [] : nearest(value, official);
    list.error(more.length > 0 ? 'unclear-spelling' : 'unknown-area', file, () => ({
      row: at.row,
      column: key,
      value,
      message: more.length > 0 ? `it can mean ${inTurn(meanings)}` : 'no authority of England is called so',
      remedy:
        more.length > 0
          ? 'Write the code of the one that is meant.'
          : near.length > 0
            ? didYouMean(near, ({ name }) => name)
            : `Write its name as national figures do, or its code; of an area of your own, write what it is: “${value} (authority)” or “${value} (partnership)”.`
    }));
    return [];
  });
  return {
    areas,
    localities: numbered('locality').flatMap(([key, entry]) => localityOf(key, entry, areas, official, list)),
    agencies: numbered('agency').flatMap(([key, entry]) => agencyOf(key, entry, list))
  };
}

/** `Riverbank (authority)`: an area that is no official one. Without a list of those, any name is one. */
function ownArea(value: string, any: boolean): Area | undefined {
  const [, name = value, kind] = /^(.+?)\s*\((authority|partnership)\)$/i.exec(value) ?? [];
  const slug = slugOf(name);
  if ((kind === undefined && !any) || slug === '') return undefined;
  return {
    id: idOf(slug),
    slug,
    kind: kind?.toLowerCase() === 'partnership' ? 'partnership' : 'authority',
    name: name.trim(),
    codes: []
  };
}

const idOf = (slug: string) => (/^[a-z]/.test(slug) ? slug : `area-${slug}`);

function localityOf(
  key: string,
  { value, at }: AboutEntry,
  areas: readonly Area[],
  official: readonly Area[],
  list: ProblemList
): Area[] {
  const [, name = value, parent] = /^(.+?)\s*\(([^()]+)\)$/.exec(value) ?? [];
  const slug = slugOf(name);
  const found = parent === undefined ? areas : areas.filter(({ name: own }) => own === parent);
  const meant = parent === undefined || found.length > 0 ? [] : areaSpelling(official)(parent).meanings;
  const inArea =
    parent !== undefined && found.length === 0
      ? official.filter(({ id }) => meant.some((each) => each.id === id))
      : found;
  const [only, ...more] = inArea;
  if (only !== undefined && more.length === 0 && slug !== '')
    return [{ id: idOf(slug), slug, kind: 'locality', name: name.trim(), codes: [], parent: only.id }];
  list.error('unknown-area', sheetFile(at), () => ({
    row: at.row,
    column: key,
    value,
    message: 'the area that the locality lies in is not said, or not known',
    remedy: 'Write the locality and then its area in brackets, such as “North (Leicester)”.'
  }));
  return [];
}

/** What to write for an agency with its dates. */
export const AGENCY_DATES =
  'Write since when it could have referred or attended behind its name, such as “Turning Point; from 2020-04-01”, and until when where it has ended: “Turning Point; from 2020-04-01; to 2024-03-31”.';

/** `Turning Point; from 2020-04-01`: an agency, with the dates it was there where they are said. */
function agencyOf(key: string, { value, at }: AboutEntry, list: ProblemList): Agency[] {
  const [name = '', ...parts] = value.split(';').map((part) => part.trim());
  const dates: { from?: string; to?: string } = {};
  for (const part of parts) {
    const [, word, text = ''] = /^(from|to)\s+(.*)$/i.exec(part) ?? [];
    const [date, ...others] = word === undefined ? [] : datesOf(text);
    if (date !== undefined && others.length === 0) dates[word?.toLowerCase() === 'to' ? 'to' : 'from'] = date;
    else if (part !== '')
      list.error('bad-about', sheetFile(at), () => ({
        row: at.row,
        column: at.column ?? key,
        value: part,
        message: 'it is neither “from” nor “to” with a date behind it',
        remedy: AGENCY_DATES
      }));
  }
  const id = slugOf(name);
  return id === '' ? [] : [{ id, name, ...dates }];
}
