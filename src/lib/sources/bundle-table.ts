import type { Table } from '#lib/domain/bundle.ts';
import type { Cell } from '#lib/domain/cell.ts';
import { ALL, type Cube, type Dimension } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { tableColumns } from './bundle.ts';
import { atRow, readCell, readFlags, type CellResult } from './bundle-cell.ts';
import type { ManifestFrame } from './bundle-manifest.ts';
import {
  memberRemedy,
  memberVocabulary,
  vocabularyOf,
  type RoundIds,
  type Vocabulary
} from './bundle-members.ts';
import { cellKey, checkParts } from './bundle-parts.ts';
import type { ProblemList } from './bundle-problem-list.ts';
import { refuseRowLevel } from './bundle-row-level.ts';
import { readCsv } from './csv.ts';

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

function checkHeader(
  file: string,
  header: readonly string[],
  table: Table,
  cube: Cube,
  list: ProblemList
): boolean {
  const wanted = tableColumns(cube, table.dimensions);
  const unknown = header.filter((name) => name !== '' && !wanted.includes(name));
  const absent = wanted.filter((name) => !header.includes(name));
  for (const column of unknown)
    list.error('unknown-column', file, () => ({
      row: 1,
      column,
      value: column,
      message: `the column is not one of table “${table.id}”`,
      remedy: cube.dimensions.some((dimension) => dimension.id === column)
        ? `Add “${column}” to the dimensions of the table in bundle.json, or delete the column.`
        : `Delete it, or correct its name. Columns: ${wanted.join(', ')}.`
    }));
  for (const column of absent)
    list.error('missing-column', file, () => ({
      row: 1,
      column,
      message: 'the column is missing',
      remedy: table.dimensions.includes(column)
        ? `Add it, with “${ALL}” for totals, or take “${column}” out of the dimensions of the table in bundle.json.`
        : `Add it. Columns: ${wanted.join(', ')}.`
    }));
  return absent.length === 0;
}

function notKnown(
  list: ProblemList,
  file: string,
  row: number,
  column: string,
  value: string,
  vocabulary: Vocabulary,
  declared: string
): void {
  const rule = column === 'area' || column === 'period' || column === 'measure' ? column : 'member';
  list.error(`unknown-${rule}`, file, () => {
    const meant = vocabulary.meant(value);
    return {
      row,
      column,
      value,
      message: value === '' ? `the ${rule} is blank` : `the ${rule} is not known`,
      remedy:
        value === '' && rule === 'member'
          ? `Write “${ALL}” for the total.`
          : meant === undefined
            ? declared
            : `Was “${meant}” meant?`
    };
  });
}

function cellOf(list: ProblemList, file: string, row: number, result: CellResult): Cell | undefined {
  if ('cell' in result) return result.cell;
  for (const fault of result.faults) list.error(fault.rule, file, () => atRow(row, fault));
  return undefined;
}

/**
 * Reads one table's file against its cube. Rows that are wrong are left out and named in the list; the caller
 * drops the bundle if there is any error.
 */
export function readTable(
  content: string | Uint8Array,
  table: Table,
  cube: Cube,
  context: TableContext,
  list: ProblemList
): Observation[] {
  const file = table.file;
  const csv = readCsv(content, file);
  if (refuseRowLevel(file, csv.header, list)) return [];
  list.take(csv.problems);
  if (csv.header.length === 0 || !checkHeader(file, csv.header, table, cube, list)) return [];
  if (csv.rows.length === 0 && csv.problems.length === 0)
    list.warning('no-rows', file, () => ({
      message: 'the table has a header and no rows',
      remedy: 'Add its rows, or take the table out of bundle.json.'
    }));

  const dimensions = table.dimensions.flatMap((id): Dimension[] =>
    cube.dimensions.filter((dimension) => dimension.id === id)
  );
  const at = (name: string) => csv.header.indexOf(name);
  const place = { area: at('area'), period: at('period'), measure: at('measure') };
  const columns = {
    value: at('value'),
    status: at('status'),
    flags: at('flags'),
    of: at('of'),
    ofStatus: at('of_status')
  };
  const measures = vocabularyOf(cube.measures.map((measure) => ({ id: measure.id, names: [measure.name] })));
  const flows = new Set(
    cube.measures.filter((measure) => measure.kind === 'flow').map((measure) => measure.id)
  );
  const breakdowns = dimensions.map((dimension) => ({
    id: dimension.id,
    column: at(dimension.id),
    vocabulary: memberVocabulary(dimension, context.frame, context.rounds),
    remedy: memberRemedy(dimension, cube.id)
  }));
  const whole = cube.value === 'count';

  const observations: Observation[] = [];
  const rows: number[] = [];
  const index = new Map<string, number>();
  for (const { row, cells } of csv.rows) {
    const text = (column: number) => (cells[column] ?? '').trim();
    let good = true;
    const check = (column: string, value: string, vocabulary: Vocabulary, declared: string) => {
      if (vocabulary.accepts(value)) return;
      good = false;
      notKnown(list, file, row, column, value, vocabulary, declared);
    };
    const [area, period, measure] = [text(place.area), text(place.period), text(place.measure)];
    check('area', area, context.areas, 'Use the id of an area in bundle.json, or add the area there.');
    check(
      'period',
      period,
      context.periods,
      'Use the id of a period in bundle.json, or add the period there.'
    );
    check(
      'measure',
      measure,
      measures,
      `Write one of: ${cube.measures.map((known) => known.id).join(', ')}.`
    );
    const members = breakdowns.map((breakdown) => {
      const member = text(breakdown.column);
      check(breakdown.id, member, breakdown.vocabulary, breakdown.remedy);
      return member;
    });
    if (good && flows.has(measure) && context.dates.has(period)) {
      good = false;
      list.error('flow-on-a-date', file, () => ({
        row,
        column: 'period',
        value: period,
        message: `“${measure}” is counted over a period, and this is a single date`,
        remedy: 'Use the period it was counted over.'
      }));
    }
    const flags = readFlags(text(columns.flags));
    if ('bad' in flags)
      list.error('bad-flag', file, () => ({
        row,
        column: 'flags',
        value: flags.bad,
        message: 'it is not a flag',
        remedy: 'Write r (revised), p (provisional), e (estimated) or b (break), or leave it blank.'
      }));
    const given = 'bad' in flags ? [] : flags.flags;
    const cell = cellOf(
      list,
      file,
      row,
      readCell(text(columns.value), text(columns.status), given, whole, { value: 'value', status: 'status' })
    );
    if (cell?.kind === 'missing' && given.length > 0)
      list.error('flag-without-value', file, () => ({
        row,
        column: 'flags',
        value: given.join(' '),
        message: 'a flag stands beside a value, and there is none',
        remedy: 'Clear the flag.'
      }));
    let of: Cell | undefined;
    if (cube.outOf) {
      of = cellOf(
        list,
        file,
        row,
        readCell(text(columns.of), text(columns.ofStatus), [], whole, { value: 'of', status: 'of_status' })
      );
      if (of === undefined) good = false;
      else if (cell?.kind === 'known' && of.kind === 'known' && cell.value > of.value) {
        const [part, total] = [cell.value, of.value];
        list.error('part-over-total', file, () => ({
          row,
          column: 'value',
          value: String(part),
          message: `the value is more than the ${total} it is out of`,
          remedy: 'Correct the value or the “of” column.'
        }));
      }
    }
    if (!good || cell === undefined) continue;
    const key = cellKey(area, period, measure, members);
    const earlier = index.get(key);
    if (earlier !== undefined) {
      list.error('duplicate-key', file, () => ({
        row,
        column: ['area', 'period', 'measure', ...table.dimensions].join(', '),
        value: [area, period, measure, ...members].join(', '),
        message: `the row is for the same thing as row ${rows[earlier] ?? 0}`,
        remedy: `Keep one: row ${rows[earlier] ?? 0} or row ${row}.`
      }));
      continue;
    }
    index.set(key, observations.length);
    rows.push(row);
    observations.push({ area, period, measure, members, cell, ...(of === undefined ? {} : { of }) });
  }
  checkParts({ file, cube, dimensions, observations, rows, index }, list);
  return observations;
}
