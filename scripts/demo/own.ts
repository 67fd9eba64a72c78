/** The partnership’s own tables: counted by quarter and year, each authority as far as it goes. */
import { missing, type Reason } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { observed } from './count.ts';
import { OWN_YEARS, QUARTERS, REPORTING_YEARS, spanOf, type Span } from './days.ts';
import { YES } from './items.ts';
import type { Life } from './life.ts';
import { LARGE, LOCALITIES, MIDDLE, SMALL } from './places.ts';
import { OWN_HELP } from './tables-own.ts';
import { OWN_PLANS } from './tables-plans.ts';
import { OWN_DOOR } from './tables-door.ts';
import { OWN_WHO } from './tables-who.ts';
import type { OwnSketch } from './tables.ts';

const IN_QUARTERS = QUARTERS.map(spanOf);
const IN_YEARS = REPORTING_YEARS.filter(({ id }) => OWN_YEARS.some((year) => String(year) === id)).map(
  spanOf
);

export const OWN_TABLES: readonly OwnSketch[] = [...OWN_HELP, ...OWN_WHO, ...OWN_PLANS, ...OWN_DOOR];

/** Whether help that ended was taken up again is known a year later. */
const KNOWN_UNTIL = '2023';

/** One authority’s rows of a table; none where it does not supply it. */
export function ownRows(sketch: OwnSketch, area: string, life: Life): Observation[] {
  const spans = spansOf(sketch, area);
  return sketch.counts
    .flatMap((counting) => observed(counting, area, life, spans))
    .filter(({ measure, period }) => measure !== 'ended_reopened' || period.slice(0, 4) <= KNOWN_UNTIL)
    .filter((row) => isSupplied(sketch, row))
    .map((row) => ({ ...row, ...reasonFor(sketch, row) }));
}

/** Tables that tell of each locality as they do of its authority, once a year. */
const LOCAL: readonly string[] = ['known-neglect', 'known-once'];

/** The same for the localities of an authority that counts by them. */
export function localRows(sketch: OwnSketch, area: string, life: Life): Observation[] {
  if (!LOCAL.includes(sketch.id)) return [];
  return (LOCALITIES[area] ?? []).flatMap(({ id }) => {
    const here = { ...life, spells: life.spells.filter(({ child }) => child.home.locality === id) };
    return sketch.counts
      .flatMap((counting) => observed(counting, id, here, IN_YEARS))
      .filter(({ members }) => YES.includes(members.at(-1) ?? ''));
  });
}

function spansOf({ every, small }: OwnSketch, area: string): readonly Span[] {
  const often = area === SMALL ? small : every;
  if (often === 'never') return [];
  return often === 'year' ? IN_YEARS : [...IN_QUARTERS, ...IN_YEARS];
}

/**
 * Lanternport’s early help system is not linked to its social care system, so that nobody there is counted once; and it
 * alone gives ages so that older children can be told apart.
 */
function isSupplied({ id }: OwnSketch, { area }: Observation): boolean {
  if (id === 'plans-age' || LINKED.includes(id)) return area !== MIDDLE;
  return !id.endsWith('-older') || area === MIDDLE;
}

const LINKED: readonly string[] = [
  'known-once',
  'known-form',
  'known-disability',
  ...OWN_WHO.map(({ id }) => id)
];

/** Services that only a field of one’s own can tell apart. */
const WITHOUT_CODE: readonly string[] = ['dentist', 'adultmental', 'substance', 'probation'];

/** Why there is no figure: no field to record it, or not in yet. */
function reasonFor({ id }: OwnSketch, { area, period, members }: Observation): Partial<Observation> {
  const because = (reason: Reason) => ({ cell: missing(reason) });
  if (area === MIDDLE && id.endsWith('-detail') && WITHOUT_CODE.includes(members[0] ?? ''))
    return because('noCode');
  if (area === LARGE && id === 'conferences-timely' && LATE.includes(period)) return because('late');
  return {};
}

/** Periods for which a return is still awaited; the year waits for its last quarter. */
const LATE: readonly string[] = ['2024Q4', '2024'];
