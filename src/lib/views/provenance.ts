/** What a chart's figures cover and where they come from, for its download. */
import type { Source } from '#lib/domain/bundle.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import type { Context } from './context.ts';
import type { SourceLine } from './model.ts';

/** `Department for Education, Children in need, Reporting year 2024. Open Government Licence v3.0.` */
export function sourceText(source: Source): string {
  return `${source.publisher}, ${source.title}, ${source.edition}. ${source.licence}.`;
}

/** A source as the foot of a page names it. */
export function sourceLine(source: Source): SourceLine {
  return {
    id: source.id,
    text: sourceText(source),
    ...(source.url === undefined ? {} : { url: source.url })
  };
}

/** The sources of the tables named, each once, in the order of the bundle. */
export function sourcesOf(context: Context, tables: readonly string[]): readonly string[] {
  const { manifest } = context.catalogue;
  const used = new Set(
    manifest.tables.filter((table) => tables.includes(table.id)).map((table) => table.source)
  );
  return manifest.sources.filter((source) => used.has(source.id)).map(sourceText);
}

/** The tables that indicators read. */
export function tablesOf(context: Context, ...indicators: readonly string[]): readonly string[] {
  return indicators.flatMap((id) => termsOf(context.result(id).indicator).map(({ table }) => table));
}

/** The dates of the years drawn: stocks at 31 March, or flows of years to it. */
export function coversYears(years: readonly Period[], kind: 'stock' | 'flow'): string {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return '';
  const name = (period: Period) => (kind === 'flow' ? period.label : dateInWords(period.end));
  return first === last ? name(last) : `${name(first)} to ${dateInWords(last.end)}`;
}
