/** What every slot of the page of ages works from. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { compareWithBenchmark, type Comparison } from '#lib/stats/compare.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { categoryNote } from '#lib/words/age.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import { wholeOf } from '../lacking.ts';
import { countryName as plainName } from '../setting.ts';
import type { NoteRefs } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Ages, AgesAt } from './ages.ts';
import { nearestToOlder, type Band } from './bands.ts';

export type WithOlder = AgesAt & { readonly older: Band };

export const hasOlder = (ages: AgesAt): ages is WithOlder => ages.older !== undefined;

export interface AgePage {
  readonly context: Context;
  readonly ages: Ages;
  /** What the area has by age at the date, neglect first. */
  readonly here: readonly AgesAt[];
  /** What the page leads with; undefined where the area has nothing by age that may be shown. */
  readonly lead: AgesAt | undefined;
  /** The same of the country, in the bands of the lead; for an area without any, what the country has. */
  readonly country: AgesAt | undefined;
  /** What tells of 7 to 15 among the same children as the lead: itself, or another table. */
  readonly older: WithOlder | undefined;
  readonly isCountry: boolean;
  /** `England`, as a sentence names it. */
  readonly countryName: string;
  /** `England`, as a legend, a table and a caption name it: made-up figures say there that they are. */
  readonly countryLabel: string;
  readonly when: string;
  /** The day whose population its rates use: `30 June 2023`. */
  readonly counted: string | undefined;
}

/** Cells that say nothing but that they are withheld lead no page. */
export const tells = (ages: AgesAt): boolean =>
  !isWithheld(ages.count()) && ages.cut.some((band) => isKnown(ages.count(band)));

export function agePage(context: Context, ages: Ages): AgePage {
  const { area, england, period, catalogue } = context;
  const people = catalogue.manifest.periods.find(({ id }) => id === period.population);
  const here = ages.at();
  const lead = here.find(tells);
  const isCountry = area.id === england.id;
  const bands = lead ? [...lead.cut, ...(lead.older ? [lead.older] : [])] : [];
  const country = isCountry
    ? undefined
    : lead
      ? ages.like(lead, england.id, bands)
      : ages.at(england.id).find(tells);
  return {
    context,
    ages,
    here,
    lead,
    country,
    older:
      lead && (hasOlder(lead) ? lead : here.filter(hasOlder).find(({ counted }) => counted === lead.counted)),
    isCountry,
    countryName: areaInSentence(england),
    countryLabel: england.name,
    when: dateInWords(period.end),
    counted: people && dateInWords(people.end)
  };
}

/** What the authority of a locality has by age, which can be counted by locality too. */
export interface WholeAges {
  readonly name: string;
  readonly here: readonly AgesAt[];
}

/** Undefined of any other area, and where its authority has nothing by age. */
export function wholeAges({ context, ages }: AgePage): WholeAges | undefined {
  const whole = wholeOf(context);
  const here = whole ? ages.at(whole.id).filter(tells) : [];
  return whole && here.length > 0 ? { name: whole.name, here } : undefined;
}

export interface Focus {
  readonly ages: AgesAt;
  readonly band: Band;
}

/** 7 to 15, else the oldest band within it. */
export function focusOf({ lead, older }: Pick<AgePage, 'lead' | 'older'>): Focus | undefined {
  if (older) return { ages: older, band: older.older };
  const band = lead && nearestToOlder(lead.cut);
  return lead && band ? { ages: lead, band } : undefined;
}

/** The country’s table of the same that has this band. */
export function countryOf(
  { context, ages, isCountry }: AgePage,
  own: AgesAt,
  band: Band
): AgesAt | undefined {
  return isCountry ? undefined : ages.like(own, context.england.id, [band]);
}

/** Whether the country’s plans are counted by their first category, and those of the area by the latest. */
export const isOtherCategory = (own: AgesAt | undefined, country: AgesAt | undefined): boolean =>
  country?.counted.category === 'first' && own?.counted.category === 'latest';

/** `England`, for legends and tables; `England, by first category` where that of the area is the latest. */
export const countryAs = (
  { countryLabel }: AgePage,
  own: AgesAt | undefined,
  country: AgesAt | undefined
): string => (isOtherCategory(own, country) ? `${countryLabel}, by first category` : countryLabel);

/** Beside a value of the country, as far as the range of the area tells; none where it counts a few. */
export function beside(own: Result, other: Cell): Comparison | undefined {
  const { value, ranges, denominator, indicator } = own;
  if (!isKnown(value) || !isKnown(other) || !ranges) return undefined;
  if (indicator.kind === 'share' && isKnown(denominator) && shareAs(denominator.value) === 'counts')
    return undefined;
  return compareWithBenchmark(value.value, other.value, ranges);
}

/** Caveats of what is counted, and that the country’s plans are by another category where they are. */
export function notesAt({ context }: AgePage, ages: AgesAt, country?: AgesAt): NoteRefs {
  const { table } = ages;
  const bound = context.catalogue.manifest.notes.filter(
    (note) =>
      note.table === table &&
      (note.areas === undefined || note.areas.includes(context.area.id)) &&
      (note.periods === undefined || note.periods.includes(context.period.id))
  );
  const differ = country !== undefined && country.counted.category !== ages.counted.category;
  return context.notes.add(
    ...(differ ? [categoryNote(plainName(context.england))] : []),
    ...ages.counted.rate.caveats,
    ...bound.map(({ text }) => text)
  );
}

export function sourcesAt({ context }: AgePage, ...ages: readonly (AgesAt | undefined)[]): readonly string[] {
  const tables = ages.flatMap((each) => (each ? [each.table] : []));
  const people = context.catalogue.manifest.tables.filter(({ cube }) => cube === 'population');
  return sourcesOf(context, [...tables, ...people.map(({ id }) => id)]);
}

/** The dates its figures cover. */
export const coversAt = ({ context, when }: AgePage, { counted }: AgesAt): string =>
  counted.kind === 'flow' ? context.period.label : when;
