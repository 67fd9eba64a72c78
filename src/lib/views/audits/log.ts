/** The partnership’s log of actions and decisions, as far as it bears on audits of an area. */
import type { Area } from '#lib/domain/area.ts';
import type { RegisterRow } from '#lib/domain/register.ts';
import type { Context } from '../context.ts';
import { logDay } from '../log-day.ts';
import { auditStandards } from './standards.ts';

export type Action = RegisterRow<'actions'>;
export type Decision = RegisterRow<'decisions'>;

/** Whether the registers are those of this area’s partnership. */
function isOurs({ area, catalogue }: Pick<Context, 'area' | 'catalogue'>): boolean {
  const { own, manifest } = catalogue;
  if (own) return own.areas.includes(area.id);
  if (area.kind === 'country' || area.kind === 'region') return false;
  const partnerships = manifest.areas.filter(({ kind }) => kind === 'partnership').map(({ id }) => id);
  return (
    partnerships.length === 0 ||
    partnerships.includes(area.id) ||
    (area.parent !== undefined && partnerships.includes(area.parent))
  );
}

/** Areas beside this one in its partnership. */
function besides({ area, catalogue }: Pick<Context, 'area' | 'catalogue'>): readonly Area[] {
  return area.kind === 'partnership'
    ? []
    : catalogue.manifest.areas.filter(
        ({ id, parent, kind }) => id !== area.id && kind === area.kind && parent === area.parent
      );
}

/** What names another area of the partnership, and not this one, is left to that one’s page. */
function concerns(context: Pick<Context, 'area' | 'catalogue'>, text: string): boolean {
  const others = besides(context).filter(({ name }) => text.includes(name));
  return others.length === 0 || text.includes(context.area.name);
}

const named = (list: string | undefined): readonly string[] =>
  (list ?? '').split(/[\s,;]+/).filter((id) => id !== '');

export interface Log {
  readonly actions: readonly Action[];
  readonly decisions: readonly Decision[];
  /** Indicators that a decision names. */
  readonly decided: readonly string[];
  /** ISO date of its last day, where that is known. */
  readonly logged?: string | undefined;
}

/** Up to the day of the page for decisions; actions whatever their date, since what is due lies ahead. */
export function auditLog(context: Pick<Context, 'area' | 'catalogue' | 'period'>): Log {
  if (!isOurs(context)) return { actions: [], decisions: [], decided: [] };
  const { actions = [], decisions = [] } = context.catalogue.registers;
  const standards = auditStandards(context.catalogue).map(({ id }) => id);
  const ofAudits = (indicator: string | undefined) => named(indicator).some((id) => standards.includes(id));
  const about = decisions.filter(
    ({ indicator, decision, owner_role, date }) =>
      date <= context.period.end &&
      ofAudits(indicator) &&
      concerns(context, `${decision} ${owner_role ?? ''}`)
  );
  return {
    actions: actions.filter(
      ({ indicator, action, owner_role, finding, result }) =>
        ofAudits(indicator) && concerns(context, [action, owner_role, finding, result].join(' '))
    ),
    decisions: about,
    decided: about.flatMap(({ indicator }) => named(indicator)),
    logged: logDay(context.catalogue)
  };
}
