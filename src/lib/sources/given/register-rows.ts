/** Registers as people keep them: dates, areas and periods brought to how a bundle writes them. */
import { REGISTERS, type RegisterName } from '#lib/domain/register.ts';
import { registerColumns } from '../registers.ts';
import type { RecognisedList } from './recognised.ts';
import { datesOf } from './spelt-date.ts';
import { fold } from './spelling.ts';
import type { TidyContext } from './tidy-context.ts';

const DATES = new Set([
  'date',
  'due',
  'closed',
  'by',
  'reviewed_on',
  'review_due',
  'expected',
  'received_on'
]);

export function isRegister(name: string): name is RegisterName {
  return Object.hasOwn(REGISTERS, name);
}

/** The register whose columns these are; most of a register’s own, and nothing else. */
export function registerOfHeader(header: readonly string[]): RegisterName | undefined {
  const names = header.map(fold).filter((name) => name !== '');
  const fitting = Object.keys(REGISTERS)
    .filter(isRegister)
    .filter((register) => {
      const columns = registerColumns(register).map(fold);
      const own = names.filter((name) => columns.includes(name)).length;
      return names.length > 1 && own === names.length && own * 2 > columns.length;
    });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Reads cells of one register; what is not understood stays as it was written, for the check of the register. */
export class RegisterTidier {
  readonly header: readonly string[];
  readonly areas = new Set<string>();
  readonly periods = new Set<string>();
  readonly #options: {
    readonly context: TidyContext;
    readonly file: string;
    readonly recognised: RecognisedList;
  };
  readonly #called: readonly string[];

  constructor(
    name: RegisterName,
    header: readonly string[],
    options: { readonly context: TidyContext; readonly file: string; readonly recognised: RecognisedList }
  ) {
    const columns = registerColumns(name);
    this.#options = options;
    this.#called = header;
    this.header = header.map((text) => columns.find((column) => fold(column) === fold(text)) ?? text);
    header.forEach((text, at) => {
      const column = this.header[at] ?? text;
      if (column !== text)
        options.recognised.add({
          file: options.file,
          column: text,
          from: text,
          to: column,
          name: 'a column of the register',
          kind: 'column'
        });
    });
  }

  tidy(cells: readonly string[]): string[] {
    return this.header.map((column, at) => this.#cell(column, at, (cells[at] ?? '').trim()));
  }

  #cell(column: string, at: number, text: string): string {
    const { context } = this.#options;
    if (text === '') return text;
    if (DATES.has(column)) {
      const [date, ...more] = datesOf(text);
      return date === undefined || more.length > 0
        ? text
        : this.#said(at, text, date, 'the date as it is written here', 'period');
    }
    const meanings =
      column === 'area' || column === 'neighbour'
        ? context.area(text).meanings
        : column === 'period'
          ? context.period(text, 'unknown').meanings
          : [];
    const [only, ...more] = meanings;
    if (only === undefined || more.length > 0) return text;
    (column === 'period' ? this.periods : this.areas).add(only.id);
    return this.#said(at, text, only.id, only.name, column === 'period' ? 'period' : 'area');
  }

  #said(at: number, from: string, to: string, name: string, kind: 'period' | 'area'): string {
    const { file, recognised } = this.#options;
    if (from !== to) recognised.add({ file, column: this.#called[at] ?? '', from, to, name, kind });
    return to;
  }
}
