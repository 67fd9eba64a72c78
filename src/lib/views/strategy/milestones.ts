/** What a partnership wrote down of its strategy: milestones, documents and targets that bear on an area. */
import { partnershipOf, type Area } from '#lib/domain/area.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { RegisterRow } from '#lib/domain/register.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { laterDateText } from '#lib/words/strategy/set-out.ts';
import type { Context } from '../context.ts';
import { wholeOf } from '../lacking.ts';

export interface Milestone {
  /** ISO date. */
  readonly date: string;
  readonly what: string;
  /** Absent where it is the whole partnership’s. */
  readonly area?: Area;
  /** The indicators that it names. */
  readonly indicators: readonly PlacedIndicator[];
}

/** Registers name no partnership: what is nobody’s in particular is of those whose figures came with it. */
export function isOfPartnership(catalogue: Catalogue, area: Area): boolean {
  const { own, manifest } = catalogue;
  if (own !== undefined && !own.areas.includes(area.id)) return false;
  if (partnershipOf(area, manifest.areas) !== undefined) return true;
  return area.kind === 'authority' && !manifest.areas.some(({ kind }) => kind === 'partnership');
}

/** A locality has the milestones of its authority, and those of the partnership that this belongs to. */
function bearsOn(context: Context, at: string | undefined): boolean {
  const { catalogue, area } = context;
  if (!at) return isOfPartnership(catalogue, wholeOf(context) ?? area);
  const named = catalogue.manifest.areas.find(({ id, slug }) => id === at || slug === at);
  const within = area.kind === 'partnership' && named?.parent === area.id;
  return named !== undefined && (named.id === area.id || within || named.id === area.parent);
}

/** In order of date, those of any. */
function allMilestones(context: Context): readonly Milestone[] {
  const { catalogue, area } = context;
  const named = (ids: string | undefined) =>
    (ids ?? '').split(/[\s,;]+/).flatMap((id) => catalogue.indicators.find((each) => each.id === id) ?? []);
  return (catalogue.registers.milestones ?? [])
    .filter((row) => bearsOn(context, row.area))
    .map(({ date, what, area: at, indicators }): Milestone => {
      const whose = catalogue.manifest.areas.find(({ id, slug }) => id === at || slug === at);
      return {
        date,
        what,
        ...(whose && whose.id !== area.id ? { area: whose } : {}),
        indicators: named(indicators)
      };
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** In order of date, up to the last day of the page’s year. */
export function milestonesOf(context: Context): readonly Milestone[] {
  return allMilestones(context).filter(({ date }) => date <= context.period.end);
}

interface FirstLater {
  /** ISO date of the first milestone after the page’s own date. */
  readonly date: string;
  /** ISO date of the first position that has it; absent where none does yet. */
  readonly position?: string;
}

function firstLater(context: Context): FirstLater | undefined {
  const first = allMilestones(context).find(({ date }) => date > context.period.end);
  const position = first && context.offered.find(({ end }) => end >= first.date);
  return first && { date: first.date, ...(position ? { position: position.end } : {}) };
}

/** Where the dates of a strategy are all after that of the page; undefined where none is loaded. */
export function laterText(context: Context): string | undefined {
  const first = firstLater(context);
  return first && laterDateText(areaInSentence(context.area), first.date, first.position);
}

export function documentsOf({ catalogue, area }: Context): readonly RegisterRow<'documents'>[] {
  return isOfPartnership(catalogue, area) ? (catalogue.registers.documents ?? []) : [];
}

export interface Target {
  readonly indicator: PlacedIndicator;
  readonly value?: number;
  readonly direction?: 'up' | 'down';
  readonly by?: string;
  readonly setBy: string;
}

/** Those of the partnership and of the area itself; another authority’s are its own. */
export function targetsOf(context: Context): readonly Target[] {
  const { catalogue, area } = context;
  if (!isOfPartnership(catalogue, area)) return [];
  const whose = (name: string) => catalogue.manifest.areas.find((each) => each.name === name);
  return (catalogue.registers.targets ?? []).flatMap((row): Target[] => {
    const indicator = catalogue.indicators.find(({ id }) => id === row.indicator);
    const setter = whose(row.set_by);
    const another = setter?.kind === 'authority' && setter.id !== area.id && setter.parent !== area.id;
    if (!indicator || another) return [];
    const value = row.value ? Number(row.value) : undefined;
    return [
      {
        indicator,
        setBy: row.set_by,
        ...(value !== undefined && Number.isFinite(value) ? { value } : {}),
        ...(row.direction ? { direction: row.direction } : {}),
        ...(row.by ? { by: row.by } : {})
      }
    ];
  });
}
