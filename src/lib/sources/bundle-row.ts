import type { Table } from '#lib/domain/bundle.ts';
import type { Cell, Flag } from '#lib/domain/cell.ts';
import { ALL, type Cube, type Dimension } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { atRow, readCell, readFlags, type CellResult } from './bundle-cell.ts';
import type { ManifestFrame } from './bundle-manifest.ts';
import {
  memberRemedy,
  memberVocabulary,
  vocabularyOf,
  type RoundIds,
  type Vocabulary
} from './bundle-members.ts';
import type { ProblemList } from './bundle-problem-list.ts';

/** What the rows of every table refer to. */
export interface TableContext {
  readonly frame: ManifestFrame;
  readonly rounds: RoundIds;
  readonly areas: Vocabulary;
  readonly periods: Vocabulary;
  readonly dates: ReadonlySet<string>;
}

/** The context of a manifest; `rounds` are the ids of `registers/rounds.csv`. */
export function tableContext(frame: ManifestFrame, rounds: RoundIds): TableContext {
  return {
    frame,
    rounds,
    areas: vocabularyOf(
      frame.areas.map((area) => ({
        id: area.id,
        names: [area.name, area.slug, ...area.codes.map((code) => code.code)]
      }))
    ),
    periods: vocabularyOf(frame.periods.map((period) => ({ id: period.id, names: [period.label] }))),
    dates: new Set(frame.periods.filter((period) => period.kind === 'date').map((period) => period.id))
  };
}

/** What to do about a value that is more than what it is out of, where both stand in one row. */
export const CORRECT_OUT_OF = 'Correct the value or the “of” column.';

const VALUE = { value: 'value', status: 'status' };
const OF = { value: 'of', status: 'of_status' };

/** A column whose cells are ids of something. */
interface KeyColumn {
  readonly rule: 'unknown-area' | 'unknown-period' | 'unknown-measure' | 'unknown-member';
  readonly column: string;
  /** What the column is called in a sentence. */
  readonly called?: string;
  readonly at: number;
  readonly vocabulary: Vocabulary;
  readonly remedy: string;
}

/** Reads the rows of one file, whose header holds every column of its table. */
export class RowReader {
  readonly #file: string;
  readonly #list: ProblemList;
  readonly #dates: ReadonlySet<string>;
  readonly #flows: ReadonlySet<string>;
  readonly #measureNames: ReadonlyMap<string, string>;
  readonly #whole: boolean;
  readonly #outOf: boolean;
  readonly #area: KeyColumn;
  readonly #period: KeyColumn;
  readonly #measure: KeyColumn;
  readonly #members: readonly KeyColumn[];
  readonly #at: Readonly<Record<'value' | 'status' | 'flags' | 'of' | 'ofStatus', number>>;

  constructor(
    table: Table,
    cube: Cube,
    dimensions: readonly Dimension[],
    header: readonly string[],
    context: TableContext,
    list: ProblemList
  ) {
    const at = (name: string) => header.indexOf(name);
    const { measures } = cube;
    this.#file = table.file;
    this.#list = list;
    this.#dates = context.dates;
    this.#flows = new Set(measures.filter((measure) => measure.kind === 'flow').map((measure) => measure.id));
    this.#measureNames = new Map(measures.map(({ id, name }) => [id, name]));
    this.#whole = cube.value === 'count';
    this.#outOf = cube.outOf;
    this.#area = {
      rule: 'unknown-area',
      column: 'area',
      at: at('area'),
      vocabulary: context.areas,
      remedy: 'Use the id of an area in bundle.json, or add the area there.'
    };
    this.#period = {
      rule: 'unknown-period',
      column: 'period',
      at: at('period'),
      vocabulary: context.periods,
      remedy: 'Use the id of a period in bundle.json, or add the period there.'
    };
    this.#measure = {
      rule: 'unknown-measure',
      column: 'measure',
      at: at('measure'),
      vocabulary: vocabularyOf(measures.map((measure) => ({ id: measure.id, names: [measure.name] }))),
      remedy: `Write one of: ${measures.map((measure) => measure.id).join(', ')}.`
    };
    this.#members = dimensions.map((dimension) => ({
      rule: 'unknown-member',
      column: dimension.id,
      called: dimension.name,
      at: at(dimension.id),
      vocabulary: memberVocabulary(dimension, context.frame, context.rounds),
      remedy: memberRemedy(dimension, cube.id)
    }));
    this.#at = {
      value: at('value'),
      status: at('status'),
      flags: at('flags'),
      of: at('of'),
      ofStatus: at('of_status')
    };
  }

  /** The observation of a row; undefined where its key or a cell is wrong, which the list then says. */
  read(row: number, cells: readonly string[]): Observation | undefined {
    const area = this.#key(this.#area, row, cells);
    const period = this.#key(this.#period, row, cells);
    const measure = this.#key(this.#measure, row, cells);
    const members: string[] = [];
    for (const column of this.#members) {
      const member = this.#key(column, row, cells);
      if (member !== undefined) members.push(member);
    }
    const cell = this.#value(row, cells);
    const of = this.#outOf ? this.#outOfCell(row, cells, cell) : undefined;
    if (area === undefined || period === undefined || measure === undefined || cell === undefined)
      return undefined;
    if (members.length < this.#members.length || (this.#outOf && of === undefined)) return undefined;
    if (this.#flows.has(measure) && this.#dates.has(period)) {
      this.#list.error('flow-on-a-date', this.#file, () => ({
        row,
        column: 'period',
        value: period,
        message: `“${this.#measureNames.get(measure) ?? measure}” is counted over a period, and this is a single date`,
        remedy: 'Use the period it was counted over.'
      }));
      return undefined;
    }
    return of === undefined
      ? { area, period, measure, members, cell }
      : { area, period, measure, members, cell, of };
  }

  #key(key: KeyColumn, row: number, cells: readonly string[]): string | undefined {
    const value = textAt(cells, key.at);
    if (key.vocabulary.accepts(value)) return value;
    this.#list.error(key.rule, this.#file, () => {
      const noun = key.rule.replace('unknown-', '');
      const meant = key.vocabulary.meant(value);
      return {
        row,
        column: key.column,
        value,
        message:
          key.called !== undefined
            ? value === ''
              ? `“${key.called}” is blank`
              : `it is none of the words that “${key.called}” takes`
            : value === ''
              ? `the ${noun} is blank`
              : `the ${noun} is not known`,
        remedy:
          value === '' && noun === 'member'
            ? `Write “${ALL}” for the total.`
            : meant === undefined
              ? key.remedy
              : `Was “${meant}” meant?`
      };
    });
    return undefined;
  }

  #flags(row: number, cells: readonly string[]): readonly Flag[] {
    const read = readFlags(textAt(cells, this.#at.flags));
    if ('flags' in read) return read.flags;
    this.#list.error('bad-flag', this.#file, () => ({
      row,
      column: 'flags',
      value: read.bad,
      message: 'it is not a flag',
      remedy: 'Write r (revised), p (provisional), e (estimated) or b (break), or leave it blank.'
    }));
    return [];
  }

  #cell(row: number, result: CellResult): Cell | undefined {
    if ('cell' in result) return result.cell;
    for (const fault of result.faults) this.#list.error(fault.rule, this.#file, () => atRow(row, fault));
    return undefined;
  }

  #value(row: number, cells: readonly string[]): Cell | undefined {
    const flags = this.#flags(row, cells);
    const [value, status] = [textAt(cells, this.#at.value), textAt(cells, this.#at.status)];
    const cell = this.#cell(row, readCell(value, status, flags, this.#whole, VALUE));
    if (cell?.kind === 'missing' && flags.length > 0)
      this.#list.error('flag-without-value', this.#file, () => ({
        row,
        column: 'flags',
        value: flags.join(' '),
        message: 'a flag stands beside a value, and there is none',
        remedy: 'Clear the flag.'
      }));
    return cell;
  }

  #outOfCell(row: number, cells: readonly string[], part: Cell | undefined): Cell | undefined {
    const [value, status] = [textAt(cells, this.#at.of), textAt(cells, this.#at.ofStatus)];
    const of = this.#cell(row, readCell(value, status, [], this.#whole, OF));
    if (of?.kind === 'known' && part?.kind === 'known' && part.value > of.value)
      this.#list.error('part-over-total', this.#file, () => ({
        row,
        column: 'value',
        value: String(part.value),
        message: `the value is more than the ${of.value} it is out of`,
        remedy: CORRECT_OUT_OF
      }));
    return of;
  }
}

function textAt(cells: readonly string[], at: number): string {
  return (cells[at] ?? '').trim();
}
