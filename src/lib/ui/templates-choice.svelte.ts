/** What somebody wants templates for: areas, periods, and the rows of each kind of count. */
import type { Nation } from '#lib/domain/nation.ts';
import { TO_MARCH } from '#lib/domain/period.ts';
import type { WorkbookTemplate } from '#lib/domain/template.ts';
import {
  dateId,
  endedPeriods,
  lastFourQuarters,
  MOST_PERIODS,
  periodsBetween,
  type PeriodsBy
} from '#lib/exports/template-periods.ts';

/** Choices of one page, from what is usual. Nothing of it is kept. */
export class TemplatesChoice {
  areas = $state.raw<readonly string[]>([]);
  by = $state<PeriodsBy>('quarter');
  from = $state('');
  to = $state('');
  /** The one date, as the browser’s field has it: `2025-12-31`. */
  date = $state('');
  /** Whose years, tiers, categories and ages; those of England where none is chosen. */
  nation = $state.raw<Nation | undefined>(undefined);
  /** The groups of rows that are wanted, as `cube/group`. */
  #wanted = $state.raw<readonly string[]>([]);
  readonly #today: string;

  /** @param today by which the last periods are known */
  constructor({ sheets }: WorkbookTemplate, today: string) {
    this.#today = today;
    this.#wanted = sheets
      .filter(({ chosen }) => chosen)
      .flatMap(({ cube, rows }) => rows.filter((row) => row.chosen).map(({ id }) => `${cube}/${id}`));
    this.count('quarter');
  }

  /** When reporting years end. */
  get calendar() {
    return this.nation?.calendar ?? TO_MARCH;
  }

  /** Follows another nation, from the periods that are usual by its calendar. */
  follow(nation: Nation | undefined): void {
    this.nation = nation;
    this.count(this.by);
  }

  /** The quarters or years to choose from, the latest first. */
  get offered(): readonly string[] {
    return this.by === 'date' ? [] : endedPeriods(this.by, this.#today, this.calendar);
  }

  /** Counts by another kind of period, from what is usual for it. */
  count(by: PeriodsBy): void {
    this.by = by;
    const usual =
      by === 'year'
        ? endedPeriods('year', this.#today, this.calendar).slice(0, 3).reverse()
        : lastFourQuarters(this.#today, this.calendar);
    this.from = usual[0] ?? '';
    this.to = usual.at(-1) ?? '';
  }

  get periods(): readonly string[] {
    if (this.by !== 'date') return periodsBetween(this.from, this.to);
    const id = dateId(this.date);
    return id === undefined ? [] : [id];
  }

  /** The areas that sheets are made for: those of another nation are not known here, and are written in by hand. */
  get asked(): readonly string[] {
    return this.nation === undefined ? this.areas : ['Your area'];
  }

  addArea(name: string): void {
    if (!this.areas.includes(name)) this.areas = [...this.areas, name];
  }

  dropArea(name: string): void {
    this.areas = this.areas.filter((other) => other !== name);
  }

  /** Asks for a group of rows, or no longer. */
  want(cube: string, group: string, wanted: boolean): void {
    const others = this.#wanted.filter((key) => key !== `${cube}/${group}`);
    this.#wanted = wanted ? [...others, `${cube}/${group}`] : others;
  }

  /** The groups that are wanted of a cube. */
  wantedOf(cube: string): readonly string[] {
    return this.#wanted.flatMap((key) => (key.startsWith(`${cube}/`) ? [key.slice(cube.length + 1)] : []));
  }

  /** What is missing before anything can be made, in a sentence each. */
  get missing(): readonly string[] {
    return [
      ...(this.asked.length === 0 ? ['Choose at least one area.'] : []),
      ...(this.periods.length === 0 ? [this.by === 'date' ? 'Give the date.' : 'Choose periods.'] : []),
      ...(this.periods.length > MOST_PERIODS
        ? [
            `${this.periods.length} periods are more than a sheet can hold to be read: choose up to ${MOST_PERIODS}.`
          ]
        : [])
    ];
  }
}
