import type { z } from 'zod';
import { REGISTERS, type RegisterName, type Registers } from '#lib/domain/register.ts';
import type { Vocabulary } from './bundle-members.ts';
import type { ProblemList } from './bundle-problem-list.ts';
import type { BundleFiles } from './bundle.ts';
import { readCsv, unguardFormula } from './csv.ts';
import { refusePeople } from './people.ts';

/** `neighbours` → `registers/neighbours.csv`. */
export function registerPath(name: RegisterName): string {
  return `registers/${name}.csv`;
}

/** The columns of a register, in the order its file is written. */
export function registerColumns(name: RegisterName): string[] {
  return Object.keys(REGISTERS[name].shape);
}

/** What rows of registers refer to; a vocabulary that is not given is not checked. */
export interface RegisterContext {
  readonly areas?: Vocabulary;
  readonly periods?: Vocabulary;
  readonly tables?: Vocabulary;
}

/** Columns that name something of the bundle, and the columns that together may occur once. */
const REFERENCES: Readonly<Record<string, keyof RegisterContext>> = {
  area: 'areas',
  neighbour: 'areas',
  period: 'periods',
  table: 'tables'
};
const KEYS: Readonly<Partial<Record<RegisterName, readonly string[]>>> = {
  neighbours: ['area', 'rank', 'model'],
  rounds: ['round']
};

function requiredColumns(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape)
    .filter(([, field]) => !('safeParse' in field) || !field.safeParse(undefined).success)
    .map(([name]) => name);
}

/** What a schema has against a cell, in plain words. */
function issueInWords(issue: z.core.$ZodIssue): { readonly message: string; readonly remedy: string } {
  const digits = 'Write a whole number in digits, such as 50.';
  switch (issue.code) {
    case 'invalid_value':
      return {
        message: 'it is not one of the words this column takes',
        remedy: `Write one of: ${issue.values.filter((each) => each !== '').join(', ')}.`
      };
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int'
        ? { message: 'it is not a whole number', remedy: digits }
        : { message: 'it is not what this column takes', remedy: 'Correct it and load the file again.' };
    case 'too_small':
      return typeof issue.minimum === 'number' && issue.origin !== 'string'
        ? { message: `the number is below ${issue.minimum}`, remedy: digits }
        : { message: issue.message, remedy: 'Fill it in.' };
    case 'too_big':
      return { message: `the number is above ${issue.maximum}`, remedy: 'Write a smaller one.' };
    default:
      return { message: issue.message, remedy: 'Correct it and load the file again.' };
  }
}

function readRegister<S extends z.ZodObject>(
  name: RegisterName,
  schema: S,
  files: BundleFiles,
  context: RegisterContext,
  list: ProblemList
): z.infer<S>[] | undefined {
  const file = registerPath(name);
  const content = files.get(file);
  if (content === undefined) return undefined;
  const csv = readCsv(content, file);
  const sheet: (readonly string[])[] = [csv.header];
  for (const { row, cells } of csv.rows) {
    while (sheet.length < row - 1) sheet.push([]);
    sheet.push(cells);
  }
  if (refusePeople(file, sheet, list, 'words')) return undefined;
  list.take(csv.problems);
  if (csv.header.length === 0) return undefined;
  const columns = Object.keys(schema.shape);
  const required = requiredColumns(schema);
  for (const column of csv.header.filter((known) => known !== '' && !columns.includes(known)))
    list.error('unknown-column', file, () => ({
      row: 1,
      column,
      value: column,
      message: 'the column is not one of this register',
      remedy: `Delete it, or correct its name. Columns: ${columns.join(', ')}.`
    }));
  const absent = required.filter((column) => !csv.header.includes(column));
  for (const column of absent)
    list.error('missing-column', file, () => ({
      row: 1,
      column,
      message: 'the column is missing',
      remedy: `Add it. Columns: ${columns.join(', ')}.`
    }));
  if (absent.length > 0) return undefined;

  const seen = new Map<string, number>();
  const rows: z.infer<S>[] = [];
  for (const { row, cells } of csv.rows) {
    const fields = csv.header.flatMap((column, index): [string, string][] => {
      const text = unguardFormula((cells[index] ?? '').trim());
      return columns.includes(column) && (text !== '' || required.includes(column)) ? [[column, text]] : [];
    });
    const record = Object.fromEntries(fields);
    const blank = fields.filter(([, text]) => text === '').map(([column]) => column);
    for (const column of blank)
      list.error('blank', file, () => ({
        row,
        column,
        value: '',
        message: 'it is blank',
        remedy: 'Fill it in.'
      }));
    const result = schema.safeParse(record);
    for (const issue of result.error?.issues ?? []) {
      const column = String(issue.path[0] ?? '');
      if (blank.includes(column)) continue;
      list.error('bad-value', file, () => ({
        row,
        column,
        value: record[column] ?? '',
        ...issueInWords(issue)
      }));
    }
    for (const [column, value] of fields) {
      const kind = REFERENCES[column];
      const vocabulary = kind === undefined ? undefined : context[kind];
      if (kind === undefined || vocabulary === undefined || value === '' || vocabulary.accepts(value))
        continue;
      const noun = kind.slice(0, -1);
      list.error(`unknown-${noun}`, file, () => {
        const meant = vocabulary.meant(value);
        return {
          row,
          column,
          value,
          message: `the ${noun} is not known`,
          remedy:
            meant === undefined ? `Use the id of one of the ${kind} in bundle.json.` : `Was “${meant}” meant?`
        };
      });
    }
    const keyed = KEYS[name];
    const key = keyed?.map((column) => record[column] ?? '').join(', ');
    const earlier = key === undefined ? undefined : seen.get(key);
    if (keyed && key !== undefined && earlier !== undefined)
      list.error('duplicate-key', file, () => ({
        row,
        column: keyed.join(', '),
        value: key,
        message: `the row is for the same thing as row ${earlier}`,
        remedy: `Keep one: row ${earlier} or row ${row}.`
      }));
    if (key !== undefined && earlier === undefined) seen.set(key, row);
    if (result.success) rows.push(result.data);
  }
  return rows;
}

/** Reads every register that the bundle has. What is wrong goes into the list, with file, row and column. */
export function readRegisters(files: BundleFiles, context: RegisterContext, list: ProblemList): Registers {
  const read = <S extends z.ZodObject>(name: RegisterName, schema: S) =>
    readRegister(name, schema, files, context, list);
  const neighbours = read('neighbours', REGISTERS.neighbours);
  const milestones = read('milestones', REGISTERS.milestones);
  const targets = read('targets', REGISTERS.targets);
  const rounds = read('rounds', REGISTERS.rounds);
  const actions = read('actions', REGISTERS.actions);
  const decisions = read('decisions', REGISTERS.decisions);
  const documents = read('documents', REGISTERS.documents);
  const returns = read('returns', REGISTERS.returns);
  return {
    ...(neighbours && { neighbours }),
    ...(milestones && { milestones }),
    ...(targets && { targets }),
    ...(rounds && { rounds }),
    ...(actions && { actions }),
    ...(decisions && { decisions }),
    ...(documents && { documents }),
    ...(returns && { returns })
  };
}
