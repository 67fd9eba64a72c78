/** The catalogue of indicators as rows to be read, by group. */
import { FEEDS, GROUPS } from '#lib/domain/labels.ts';
import type { Mark } from '#lib/domain/mark.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { inWordsOf } from '#lib/sources/nations.ts';
import { valueText } from '#lib/words/figure.ts';
import { listed, sentence } from '#lib/words/number.ts';

export interface IndicatorRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The first sentence of its definition. */
  readonly line: string;
  readonly mark: Mark;
  readonly standIn: boolean;
  readonly feeds: readonly string[];
  /** `Survey and multi-agency audit`. */
  readonly from: string;
  /** Whether the loaded figures have it. */
  readonly figures: 'yes' | 'no';
  /** The same in words, with the country's latest figure where there is one. */
  readonly have: string;
  readonly latest?: string;
  /** What it may be found by besides what is read here. */
  readonly words: string;
}

export interface IndicatorGroup {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly IndicatorRow[];
}

const firstSentence = (text: string): string => /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;

function latestOf({ national, manifest }: Catalogue, indicator: PlacedIndicator): string | undefined {
  const found = national[indicator.id];
  const country = manifest.areas.find(({ kind }) => kind === 'country');
  if (!found || !country) return undefined;
  const [lead] = indicator.outcomes ?? [];
  const what = lead === undefined ? '' : `${lead.name.toLowerCase()} `;
  return `${country.name} ${found.period}: ${what}${valueText(indicator, found.value)}`;
}

function haveOf({ kind, supplied, standIn }: PlacedIndicator): string {
  if (kind === 'derived') return 'Words only';
  if (!supplied) return 'Not supplied';
  return standIn === undefined ? 'Figures are here' : 'A stand-in is here';
}

type Say = (text: string) => string;

function rowOf(catalogue: Catalogue, indicator: PlacedIndicator, say: Say): IndicatorRow {
  const { id, mark, feeds, supplied, standIn, quote } = indicator;
  const definition = say(indicator.definition);
  const latest = latestOf(catalogue, indicator);
  const line = firstSentence(definition);
  return {
    id,
    slug: id.toLowerCase(),
    name: say(indicator.name),
    line,
    mark,
    standIn: supplied && standIn !== undefined,
    feeds,
    from: sentence(listed(feeds.map((feed) => FEEDS[feed].toLowerCase()))),
    figures: supplied ? 'yes' : 'no',
    have: haveOf(indicator),
    ...(latest === undefined ? {} : { latest }),
    words: [id, definition.slice(line.length), say(indicator.subtitle), quote?.text ?? ''].join(' ').trim()
  };
}

/**
 * Every indicator under its group, in the order of a child's way through the system; by name within it, and in the words of
 * the nation whose figures are loaded.
 */
export function indicatorGroups(catalogue: Catalogue): readonly IndicatorGroup[] {
  const say = inWordsOf(catalogue.manifest.nation);
  return Object.entries(GROUPS)
    .map(([id, name]) => ({
      id,
      name: say(name),
      rows: catalogue.indicators
        .filter(({ group }) => group === id)
        .map((indicator) => rowOf(catalogue, indicator, say))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    }))
    .filter(({ rows }) => rows.length > 0);
}
