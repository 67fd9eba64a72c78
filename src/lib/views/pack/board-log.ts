/** The partnership’s log of actions and decisions, as far as it bears on one area. */
import type { RegisterRow } from '#lib/domain/register.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { logDay } from '../log-day.ts';
import type { ViewModel } from '../model.ts';

export type Action = RegisterRow<'actions'>;
export type Decision = RegisterRow<'decisions'>;

export interface BoardLog {
  readonly actions: readonly Action[];
  readonly decisions: readonly Decision[];
  /** ISO date of its last day, where that is known. */
  readonly logged?: string | undefined;
}

/** What of a catalogue tells whose log it holds. */
export type LogSource = Pick<Catalogue, 'manifest' | 'registers' | 'own'>;

/** Whether the registers are those of this area’s partnership. */
function isOurs({ own, manifest }: LogSource, area: ViewModel['area']): boolean {
  if (own) return own.areas.includes(area.id);
  if (area.kind === 'country' || area.kind === 'region') return false;
  const partnerships = manifest.areas.filter(({ kind }) => kind === 'partnership').map(({ id }) => id);
  const parent = manifest.areas.find(({ id }) => id === area.id)?.parent;
  return (
    partnerships.length === 0 ||
    partnerships.includes(area.id) ||
    (parent !== undefined && partnerships.includes(parent))
  );
}

/** What names other areas of the partnership, and not this one, is left to those. */
function concerns({ manifest }: LogSource, area: ViewModel['area'], text: string): boolean {
  if (area.kind === 'partnership') return true;
  const parent = manifest.areas.find(({ id }) => id === area.id)?.parent;
  const besides = manifest.areas.filter(
    (other) => other.id !== area.id && other.kind === area.kind && other.parent === parent
  );
  return besides.every(({ name }) => !text.includes(name)) || text.includes(area.name);
}

/** Actions whatever their date, since what is due lies ahead; decisions up to the day given. The latest decision is first. */
export function boardLog(source: LogSource, area: ViewModel['area'], until: string): BoardLog {
  if (!isOurs(source, area)) return { actions: [], decisions: [] };
  const { actions = [], decisions = [] } = source.registers;
  const bears = (...texts: readonly (string | undefined)[]) =>
    concerns(source, area, texts.filter((text) => text !== undefined).join(' '));
  return {
    actions: actions.filter(({ action, owner_role, finding, result, review }) =>
      bears(action, owner_role, finding, result, review)
    ),
    decisions: decisions
      .filter(({ date, decision, owner_role }) => date <= until && bears(decision, owner_role))
      .toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    logged: logDay(source)
  };
}

/** Indicators that a line of a log names. */
export const namedIn = (list: string | undefined): readonly string[] =>
  (list ?? '').split(/[\s,;]+/).filter((id) => id !== '');
