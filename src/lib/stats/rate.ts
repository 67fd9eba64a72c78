/** Rates of events to a population, as they stand or as if every area had children of the same ages. */
import { byar, countInterval, type Estimate, type IntervalOptions } from './interval.ts';

export interface RateOptions extends IntervalOptions {
  /** How many people the rate is for: 10,000 unless told. */
  readonly per?: number;
}

export const USUAL_PER = 10_000;

function perOf({ per = USUAL_PER }: RateOptions): number {
  if (!(Number.isFinite(per) && per > 0)) throw new RangeError(`per must be above 0: ${per}`);
  return per;
}

function checkPopulation(population: number): void {
  if (!(Number.isFinite(population) && population > 0))
    throw new RangeError(`population must be above 0: ${population}`);
}

/**
 * Events for every `per` people, with the interval of the count of events (exact below 10, Byar from 10). Throws where
 * the population is not above 0 or the count is below 0.
 */
export function rate(count: number, population: number, options: RateOptions = {}): Estimate {
  checkPopulation(population);
  const per = perOf(options);
  const { value, lower, upper } = countInterval(count, options);
  const scaled = (events: number) => (events / population) * per;
  return { value: scaled(value), lower: scaled(lower), upper: scaled(upper) };
}

/** One band of age: its events, its people here, and its people in the standard population. */
export interface Band {
  readonly count: number;
  readonly population: number;
  readonly standard: number;
}

/** Fewer events than this support no directly standardised rate (OHID, technical guidance). */
export const STANDARDISED_EVENTS_NEEDED = 10;

export type StandardisedRate =
  ({ readonly status: 'known' } & Estimate) | { readonly status: 'tooFewEvents'; readonly events: number };

/**
 * The rate an area would have with the standard population's ages: Σwᵢ(Oᵢ/nᵢ) / Σwᵢ, with Dobson's interval (Dobson,
 * Kuulasmaa, Eberle and Scherer 1991, Statistics in Medicine 10: 457–462) around Byar's limits of all events. Refused
 * below 10 events. Throws where a band's population is not above 0, a count is below 0, or no band has a standard.
 */
export function directlyStandardisedRate(
  bands: readonly Band[],
  options: RateOptions = {}
): StandardisedRate {
  const per = perOf(options);
  for (const { population, standard } of bands) {
    checkPopulation(population);
    if (!(Number.isFinite(standard) && standard >= 0))
      throw new RangeError(`standard population must be 0 or more: ${standard}`);
  }
  const total = (part: (band: Band) => number) => bands.reduce((sum, band) => sum + part(band), 0);
  const weights = total((band) => band.standard);
  if (!(weights > 0)) throw new RangeError(`standard populations must add to more than 0: ${weights}`);
  const events = total((band) => band.count);
  const limits = byar(events, options);
  if (bands.some((band) => band.count < 0)) throw new RangeError('count must be 0 or more in every band');
  if (events < STANDARDISED_EVENTS_NEEDED) return { status: 'tooFewEvents', events };
  const value = total((band) => (band.standard * band.count) / band.population) / weights;
  const variance = total((band) => band.count * (band.standard / band.population) ** 2) / weights ** 2;
  const scale = Math.sqrt(variance / events);
  return {
    status: 'known',
    value: value * per,
    lower: Math.max(0, value + scale * (limits.lower - events)) * per,
    upper: (value + scale * (limits.upper - events)) * per
  };
}
