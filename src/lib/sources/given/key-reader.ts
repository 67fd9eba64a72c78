/** One column of names or codes: each spelling is looked up once, however many rows have it. */
import type { ProblemList } from '../bundle-problem-list.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import { EVERYONE } from './layout.ts';
import { didYouMean, nearest } from './nearness.ts';
import type { Recognised, RecognisedList } from './recognised.ts';
import { inTurn, type Meaning, type Spelt } from './spelling.ts';
import type { TidyContext } from './tidy-context.ts';
import type { UnknownKeys } from './unknown-keys.ts';

/** What every column of names is read with. */
export interface KeyOptions {
  readonly cube: Cube;
  readonly context: TidyContext;
  readonly file: string;
  readonly list: ProblemList;
  readonly recognised: RecognisedList;
  /** Where names that nothing is known by are gathered. */
  readonly unknown: UnknownKeys;
  /** Whether a reader writes names, as in a workbook, rather than codes. */
  readonly inWords: boolean;
}

type Reading =
  | { readonly kind: 'same'; readonly id: string }
  | { readonly kind: 'read'; readonly id: string; readonly counted: { rows: number } }
  | { readonly kind: 'unclear'; readonly meanings: readonly Meaning[]; readonly dated: boolean }
  | { readonly kind: 'unknown' };

const KIND: Readonly<Record<string, Recognised['kind']>> = {
  area: 'area',
  period: 'period',
  measure: 'column'
};

export class KeyReader {
  readonly #name: string;
  readonly #called: string;
  readonly #spelt: (text: string, aside: string) => Spelt;
  readonly #options: KeyOptions;
  /** By what stands beside it, then by spelling. */
  readonly #known = new Map<string, Map<string, Reading>>();

  constructor(
    name: string,
    called: string,
    spelt: (text: string, aside: string) => Spelt,
    options: KeyOptions
  ) {
    this.#name = name;
    this.#called = called;
    this.#spelt = spelt;
    this.#options = options;
  }

  /**
   * The id that a cell means; undefined where it means none or several, which the list then says. `beside` is what the
   * meaning hangs on; `otherwise` is tried where there are several without it.
   */
  read(raw: string, row: number, beside: string, otherwise?: () => string): string | undefined {
    let reading = this.#look(raw, beside);
    if (reading.kind === 'same') return reading.id;
    if (reading.kind === 'unclear' && otherwise !== undefined) reading = this.#look(raw, otherwise());
    if (reading.kind === 'read') reading.counted.rows += 1;
    if ('id' in reading) return reading.id;
    this.#say(reading, raw.trim(), row);
    return undefined;
  }

  /** True where the cell was met before and is an id as it stands. */
  isId(raw: string, beside: string): boolean {
    const reading = this.#known.get(beside)?.get(raw);
    return reading !== undefined && reading.kind === 'same' && reading.id === raw;
  }

  #look(raw: string, beside: string): Reading {
    let known = this.#known.get(beside);
    if (known === undefined) {
      known = new Map();
      this.#known.set(beside, known);
    }
    let reading = known.get(raw);
    if (reading === undefined) {
      reading = this.#reading(raw, beside);
      known.set(raw, reading);
    }
    return reading;
  }

  /** Every id that was read. */
  ids(): string[] {
    return [...this.#known.values()].flatMap((known) =>
      [...known.values()].flatMap((reading) => ('id' in reading ? [reading.id] : []))
    );
  }

  #reading(raw: string, aside: string): Reading {
    const text = raw.trim();
    const { meanings, dated = false } = this.#spelt(text, aside);
    const [only, ...more] = meanings;
    if (only === undefined) return { kind: 'unknown' };
    if (more.length > 0) return { kind: 'unclear', meanings, dated };
    if (only.id === text) return { kind: 'same', id: text };
    const name = dated ? `${only.name}, which a spreadsheet took for a date` : only.name;
    return {
      kind: 'read',
      id: only.id,
      counted: this.#options.recognised.counted({
        file: this.#options.file,
        column: this.#called,
        from: text,
        to: only.id,
        name,
        kind: KIND[this.#name] ?? 'member'
      })
    };
  }

  #say(reading: Extract<Reading, { kind: 'unclear' | 'unknown' }>, value: string, row: number): void {
    const { list, file, unknown } = this.#options;
    const noun = ['area', 'period', 'measure'].includes(this.#name) ? this.#name : 'member';
    const place = { row, column: this.#called, value };
    if (reading.kind === 'unclear')
      list.error('unclear-spelling', file, () => ({
        ...place,
        message: `it can mean ${inTurn(reading.meanings)}`,
        remedy: `Write the one that is meant: ${reading.meanings.map(({ id }) => id).join(' or ')}.`
      }));
    else
      unknown.add(
        {
          rule: `unknown-${noun}`,
          file,
          ...place,
          message: this.#message(value, noun)
        },
        () => this.#remedy(value, noun)
      );
  }

  #message(value: string, noun: string): string {
    if (noun !== 'member') return value === '' ? `the ${noun} is blank` : `the ${noun} is not known`;
    const name = this.#options.cube.dimensions.find(({ id }) => id === this.#name)?.name ?? this.#called;
    return value === '' ? `“${name}” is blank` : `it is none of the words that “${name}” takes`;
  }

  #remedy(value: string, noun: string): string {
    const { cube, context, inWords } = this.#options;
    const called = ({ id, name }: Meaning) => (noun === 'area' || (inWords && noun !== 'period') ? name : id);
    const known = this.#possible(noun);
    const near = value === '' ? [] : nearest(value, known);
    if (near.length > 0) return didYouMean(near, called);
    if (noun === 'area')
      return `Write the name or the code of an authority, or add the area in ${context.declared.areas}.`;
    if (noun === 'period')
      return 'Write a reporting year such as 2024 or 2023-24, a quarter such as 2024Q3, a month such as 2023M11, or a date such as at20240630.';
    if (value === '') return `Write “${inWords ? EVERYONE : ALL}” for the total.`;
    const names = known.map((each) => (inWords ? `“${each.name}”` : each.id));
    const shown = names.length > 16 ? `${names.slice(0, 16).join(', ')} and others` : names.join(', ');
    const open = cube.dimensions.find(({ id }) => id === this.#name)?.open;
    const place =
      open === 'agencies' || open === 'areas' || open === 'tiers' ? context.declared[open] : undefined;
    const more =
      place !== undefined
        ? `, or add it in ${place}`
        : open === 'rounds'
          ? ', or add the round to registers/rounds.csv'
          : '';
    return `Write one of: ${shown}${more}.`;
  }

  /** What the column can hold, for a reader who wrote something else. */
  #possible(noun: string): readonly Meaning[] {
    const { cube, context } = this.#options;
    if (noun === 'area') return context.areas;
    if (noun === 'period') return context.periods;
    if (noun === 'measure') return cube.measures;
    const dimension = cube.dimensions.find(({ id }) => id === this.#name);
    const own = dimension === undefined ? [] : [...dimension.members, ...context.local(dimension).members];
    return [{ id: ALL, name: EVERYONE }, ...own];
  }
}
