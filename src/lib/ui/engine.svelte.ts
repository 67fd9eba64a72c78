import type { Component } from 'svelte';
import { fetchedOnce } from './fetched-once.ts';
import { FETCHING } from './fetching.ts';
import { EngineDied } from '#lib/db/port.ts';
import type { Facts } from '#lib/db/facts.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import type { Asking } from '#lib/views/at-vintage.ts';
import type { ViewModel } from '#lib/views/model.ts';

/** `up` once this page can answer any area, period and comparator by itself; links then stay inside it. */
export const engine = $state({ up: false });

export interface Work {
  readonly words: string;
  /** 0 to 1, where it is known how much there is to fetch. */
  readonly part?: number;
}

/** Why a place cannot be shown although the engine runs, in the words of the view. */
export class NotShowable extends Error {
  override name = 'NotShowable';
}

export interface Live {
  readonly View: Component<{ model: ViewModel; today?: string }>;
  /**
   * The model of a place; of an earlier edition where the place names one that is kept. Rejects with `NotShowable` where
   * there is none.
   */
  modelOf(place: ViewPlace, asking?: Asking): Promise<ViewModel>;
}

let starting: Promise<Live> | undefined;
/** Ends the engine that is running, where one is. */
let end: (() => Promise<void>) | undefined;
const listeners = new Set<(work: Work) => void>();
const tell = (work: Work) => listeners.forEach((listener) => listener(work));

/** What makes a view and what shows it. */
export const maker = fetchedOnce(async () => {
  const [{ viewOf }, { default: View }] = await Promise.all([
    import('#lib/views/view.ts'),
    import('./View.svelte')
  ]);
  return { viewOf, View };
});

async function start(): Promise<Live> {
  tell({ words: `${FETCHING}.` });
  const [{ published, forgetPublished }, { View }] = await Promise.all([
    import('#lib/store/published.ts'),
    maker()
  ]);
  const loaded = await published(({ loaded: got, total }) =>
    tell({
      words:
        total > 0 && got < total
          ? `${FETCHING}: ${Math.floor((got / total) * 100)}% of it is here.`
          : 'Opening the published figures.',
      ...(total > 0 ? { part: Math.min(1, got / total) } : {})
    })
  );
  engine.up = true;
  const forget = () => {
    forgetPublished();
    starting = undefined;
    end = undefined;
  };
  end = async () => {
    forget();
    await (await import('#lib/store/editions.ts')).closeEdition();
    await loaded.close();
  };
  return {
    View,
    modelOf: (place, asking) =>
      answerFrom(loaded, place, asking).catch((error: unknown) => {
        if (error instanceof EngineDied) forget();
        throw error;
      })
  };
}

/** The model of a place from figures that are open. Rejects with `NotShowable` where there is none. */
export async function answerFrom(facts: Facts, place: ViewPlace, asking: Asking = {}): Promise<ViewModel> {
  const answer = await (asksForKept(facts, place)
    ? earlierPage(facts, place, asking)
    : (await maker()).viewOf(facts, place, asking.reckonedOn));
  if ('unanswerable' in answer) throw new NotShowable(answer.unanswerable);
  return answer;
}

const asksForKept = ({ catalogue }: Facts, { vintage }: ViewPlace): boolean =>
  vintage !== undefined && catalogue.editions?.includes(vintage) === true;

async function earlierPage(facts: Facts, place: ViewPlace, asking: Asking) {
  const [{ viewAtVintage }, { edition, closeEdition }] = await Promise.all([
    import('#lib/views/at-vintage.ts'),
    import('#lib/store/editions.ts')
  ]);
  try {
    return await viewAtVintage(facts, edition, place, asking);
  } catch (error) {
    if (error instanceof EngineDied) await closeEdition();
    throw error;
  }
}

/** Stops the engine of the published figures, so that another has its memory. It starts again when it is wanted. */
export async function stopEngine(): Promise<void> {
  await starting?.catch(() => {});
  await end?.();
}

/** Starts the engine once, however often it is asked; a failed start may be tried again. */
export async function startEngine(onWork?: (work: Work) => void): Promise<Live> {
  if (onWork) listeners.add(onWork);
  starting ??= start();
  try {
    return await starting;
  } catch (error) {
    starting = undefined;
    throw error;
  } finally {
    if (onWork) listeners.delete(onWork);
  }
}
