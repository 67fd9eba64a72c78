/** What every page has round its own words: area, period, comparators, sources, and what must be said above it all. */
import type { Area } from '#lib/domain/area.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { isPlain, standingOf } from '#lib/domain/standing.ts';
import type { Source } from '#lib/domain/bundle.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { notKeptText } from '#lib/words/edition.ts';
import { officialCode } from './codes.ts';
import type { NoteBook } from './notebook.ts';
import type { ViewModel } from './model.ts';
import type { Setting } from './setting.ts';
import { areaName } from './title.ts';

type Own = 'title' | 'headline' | 'slots' | 'questions' | 'sources' | 'notes';

const link = ({ slug, name }: Area) => ({ slug, name });

/** Notes bound to this area and to no table: those of this period are said at the top, the lasting ones in the notes. */
function areaNotices({ manifest }: Catalogue, { area, period }: Setting, notes: NoteBook): readonly string[] {
  const bound = manifest.notes.filter(
    (note) => note.table === undefined && note.areas?.includes(area.id) === true
  );
  notes.add(...bound.filter((note) => note.periods === undefined).map((note) => note.text));
  return bound.filter((note) => note.periods?.includes(period.id) === true).map((note) => note.text);
}

/** Whose figures a page leads with: after the last year that is published, the partnership’s own. */
function leadSource({ manifest, own }: Catalogue, { area, period }: Setting): Source | undefined {
  const later = own !== undefined && period.end > own.after && own.areas.includes(area.id);
  return later ? manifest.sources.find(({ id }) => own.sources.includes(id)) : manifest.sources[0];
}

/** Two sources on one page, each true of itself. */
function besideNotice({ own }: Catalogue, { area, period }: Setting): readonly string[] {
  return own !== undefined && own.areas.includes(area.id) && period.end <= own.after
    ? [
        `Figures of ${own.publisher} are loaded beside official statistics. Where both count the same children they may differ: each is true of its own source.`
      ]
    : [];
}

/** A page but for what it says itself. `primary` is the source that its figures come from first. */
export function frameOf(
  catalogue: Catalogue,
  place: ViewPlace,
  setting: Setting,
  notes: NoteBook,
  primary: Source | undefined = leadSource(catalogue, setting)
): Omit<ViewModel, Own> {
  const { manifest } = catalogue;
  const { area, period, compare, compareChoices, offered } = setting;
  const vintage = primary?.vintage ?? '';
  const standing = standingOf(manifest);
  const code = officialCode(area);
  return {
    view: place.view,
    area: {
      id: area.id,
      slug: area.slug,
      name: areaName(catalogue, area),
      kind: area.kind,
      ...(code === undefined ? {} : { code })
    },
    period: { id: period.id, label: period.label, end: period.end },
    compare: { id: compare, label: compareChoices.find((choice) => choice.id === compare)?.label ?? '' },
    choices: {
      periods: [...offered].reverse().map((year) => ({ id: year.id, label: dateInWords(year.end) })),
      compares: compareChoices
    },
    position: `Position at ${dateInWords(period.end)}`,
    edition: primary ? `${primary.publisher}, ${primary.title}, ${primary.edition}` : '',
    vintage,
    ...(primary ? { licence: primary.licence } : {}),
    ...(primary?.newer === undefined ? {} : { newer: primary.newer }),
    ...(isPlain(standing) ? {} : { standing }),
    successors: manifest.areas.filter((other) => other.predecessors?.includes(area.id)).map(link),
    predecessors: manifest.areas.filter((other) => area.predecessors?.includes(other.id)).map(link),
    notices: [
      ...setting.notices,
      ...besideNotice(catalogue, setting),
      ...areaNotices(catalogue, setting, notes),
      ...(place.vintage !== undefined && place.vintage !== vintage
        ? [notKeptText(place.vintage, vintage, catalogue.editions ?? [])]
        : [])
    ]
  };
}
