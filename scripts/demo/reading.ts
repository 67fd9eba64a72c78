/** Figures of a bundle, read one by one. */
import { isKnown } from '#lib/domain/cell.ts';
import type { Bundle } from '#lib/sources/bundle.ts';

/** One figure that a story leans on. */
export interface Seen {
  readonly table: string;
  readonly area: string;
  readonly period: string;
  readonly measure: string;
  readonly members: readonly string[];
  readonly field: 'value' | 'of';
  readonly value: number;
}

export type Asked = Pick<Seen, 'table' | 'area' | 'period' | 'measure' | 'members'> & {
  readonly field?: Seen['field'];
};

/** Reads figures of a bundle one by one, and keeps what was read. */
export class Reading {
  readonly #cells = new Map<string, number>();
  readonly seen: Seen[] = [];

  constructor(bundle: Pick<Bundle, 'tables'>) {
    for (const { table, observations } of bundle.tables)
      for (const { area, period, measure, members, cell, of } of observations) {
        const key = [table.id, area, period, measure, ...members].join('|');
        if (isKnown(cell)) this.#cells.set(`${key}|value`, cell.value);
        if (of && isKnown(of)) this.#cells.set(`${key}|of`, of.value);
      }
  }

  /** Undefined where it is withheld or not there. */
  find({ table, area, period, measure, members, field = 'value' }: Asked): number | undefined {
    return this.#cells.get([table, area, period, measure, ...members, field].join('|'));
  }

  /** @throws where there is no such figure. */
  at(asked: Asked): number {
    const value = this.find(asked);
    if (value === undefined) throw new Error(`there is no figure ${JSON.stringify(asked)}`);
    this.seen.push({ field: 'value', ...asked, value });
    return value;
  }
}
