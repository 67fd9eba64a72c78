/** The rounds of audit of an area: what the register says of each, and which round a figure belongs to. */
import { tiersNamed, type RoundFacts } from '#lib/domain/audit-round.ts';
import { monthInWords } from '#lib/domain/dates.ts';
import type { Period } from '#lib/domain/period.ts';
import type { RegisterRow } from '#lib/domain/register.ts';
import type { Context } from '../context.ts';

/** One round as it was held in one area. */
export interface Round extends RoundFacts {
  readonly id: string;
  /** `November 2023`, or the year whose figures do not say of which round they are. */
  readonly label: string;
  /** ISO; the last day of the period where the register does not know the round. */
  readonly date: string;
  /** The most families or records in which any standard was looked at here. */
  readonly read?: number;
}

type Row = RegisterRow<'rounds'>;

export interface RoundBook {
  /** By the id that figures give. */
  known(id: string, period: Period): Round;
  /** The one round that figures of a period can be of; `most` is the largest N among them. */
  within(period: Period, most: number): Round;
}

/** Surveys are rounds too, and are no audits. */
export function roundBook({ catalogue }: Pick<Context, 'catalogue'>): RoundBook {
  const rows = (catalogue.registers.rounds ?? []).filter(({ kind }) => kind !== 'survey');
  const { tiers } = catalogue.manifest;
  const registered = ({ round, method, frame, date }: Row): Round => ({
    id: round,
    label: monthInWords(date),
    date,
    method,
    frame,
    tiers: tiersNamed(frame, tiers)
  });
  const unregistered = (id: string, { label, end }: Period): Round => ({ id, label, date: end });
  return {
    known: (id, period) => {
      const row = rows.find(({ round }) => round === id);
      return row ? registered(row) : unregistered(id, period);
    },
    within: (period, most) => {
      const named = rows.find(({ round }) => round === period.id);
      const held = rows.filter(({ date }) => date >= period.start && date <= period.end);
      const able = held.filter(({ size }) => size === undefined || size >= most);
      const [only, ...more] = named ? [named] : held.length === 1 ? held : able;
      return only && more.length === 0 ? registered(only) : unregistered(`in-${period.id}`, period);
    }
  };
}
