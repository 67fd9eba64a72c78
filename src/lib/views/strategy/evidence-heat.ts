/** Shares side by side as n of N: year by year, or one year in each authority of a partnership. */
import type { Mark } from '#lib/domain/mark.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import type { ChartModel } from '../model.ts';
import { coversYears, sourcesOf } from '../provenance.ts';
import { noteHeld } from './notes.ts';
import type { Held } from './whose.ts';
import { countBehind } from '../indicator/page.ts';

export interface HeatAbout {
  readonly id: string;
  /** The message. */
  readonly title: string;
  /** What is counted, without where and when. */
  readonly subtitle: string;
}

interface RowOf {
  readonly held: Held;
  /** What the row is called where not by its indicator. */
  readonly label?: string;
}

function labelOf({ held, label }: RowOf, mixed: boolean): string {
  const name = label ?? held.indicator.name;
  return held.whole && mixed ? `${name} (the whole of ${held.area.name})` : name;
}

/** Rows in the order given, a column for each year that any of them has; undefined without rows. */
export function heatByYear(
  context: Context,
  rows: readonly RowOf[],
  { id, title, subtitle }: HeatAbout
): ChartModel | undefined {
  const years = context.years.filter((year) => rows.some(({ held }) => held.years.includes(year)));
  if (rows.length === 0 || years.length === 0) return undefined;
  const findings = rows.flatMap(({ held }, i) =>
    held.years.map((year): Finding => {
      const answer = held.at(year);
      return {
        standard: String(i),
        round: year.id,
        n: countBehind(answer, answer.numerator),
        of: countBehind(answer, answer.denominator)
      };
    })
  );
  const covers = coversYears(years, 'flow');
  const [lead] = rows;
  const mixed = rows.some(({ held }) => held.area.id !== lead?.held.area.id);
  const one = mixed ? context.area : (lead?.held.area ?? context.area);
  const where =
    one.kind === 'partnership' && one.id !== context.area.id
      ? `the whole of ${one.name}`
      : areaInSentence(one);
  const full = `${subtitle}, ${where}, ${covers}`;
  const { spec, table } = heatTable(
    findings,
    rows.map((row, i) => ({ id: String(i), label: labelOf(row, mixed) })),
    years.map((year) => ({ id: year.id, label: year.end.slice(0, 4) })),
    { shade: 'share of those counted', met: 'count', audits: 'out of', caption: full }
  );
  const said = spec.rows
    .map(
      ({ label, places }) =>
        `${label}: ${places.map(({ text, column }) => `${text} in ${column}`).join(', ')}`
    )
    .join('. ');
  const marks = rows.map(({ held }) => held.indicator.mark);
  return {
    id,
    title,
    subtitle: full,
    description: `${title}. ${said}.`,
    mark: commonMark(marks),
    spec,
    table,
    notes: rows
      .flatMap(({ held }) => noteHeld(context, held))
      .filter((note, i, all) => all.indexOf(note) === i),
    covers,
    sources: sourcesOf(
      context,
      rows.map(({ held }) => held.indicator.numerator?.table ?? '')
    ),
    file: `${id}-${context.area.slug}`
  };
}

function commonMark(marks: readonly Mark[]): Mark {
  return marks.includes('all') ? 'all' : marks.includes('includes') ? 'includes' : 'neglect';
}

/** A chart for each mark, so that no figure stands under another’s. */
export function heatsByMark(
  context: Context,
  rows: readonly RowOf[],
  about: (mark: Mark, rows: readonly RowOf[]) => HeatAbout
): readonly ChartModel[] {
  return (['neglect', 'includes', 'all'] as const).flatMap((mark) => {
    const some = rows.filter(({ held }) => held.indicator.mark === mark);
    return some.length === 0 ? [] : (heatByYear(context, some, about(mark, some)) ?? []);
  });
}

/** The latest year of each indicator in each authority of a partnership: side by side, never added up. */
export function heatByArea(
  context: Context,
  rows: readonly { readonly label: string; readonly of: readonly Held[] }[],
  { id, title, subtitle }: HeatAbout
): ChartModel | undefined {
  const held = rows.flatMap(({ of }) => of);
  const areas = context.catalogue.manifest.areas.filter((area) =>
    held.some((each) => each.area.id === area.id)
  );
  if (areas.length === 0) return undefined;
  const { period } = context;
  const findings = rows.flatMap(({ of }, i) =>
    of.map((each): Finding => {
      const answer = each.at(period);
      return {
        standard: String(i),
        round: each.area.id,
        n: countBehind(answer, answer.numerator),
        of: countBehind(answer, answer.denominator)
      };
    })
  );
  const full = `${subtitle}, ${period.label}`;
  const { spec, table } = heatTable(
    findings,
    rows.map(({ label }, i) => ({ id: String(i), label })),
    areas.map((area) => ({ id: area.id, label: area.name })),
    { shade: 'share of those counted', met: 'count', audits: 'out of', caption: full }
  );
  return {
    id,
    title,
    subtitle: full,
    description: `${title}. ${spec.rows.map(({ label, places }) => `${label}: ${places.map(({ text, column }) => `${areas.find((area) => area.id === column)?.name ?? column} ${text}`).join(', ')}`).join('. ')}.`,
    mark: commonMark(held.map(({ indicator }) => indicator.mark)),
    spec,
    table,
    notes: held.flatMap((each) => noteHeld(context, each)).filter((note, i, all) => all.indexOf(note) === i),
    covers: period.label,
    sources: sourcesOf(
      context,
      held.map(({ indicator }) => indicator.numerator?.table ?? '')
    ),
    file: `${id}-${context.area.slug}-${period.id}`
  };
}
