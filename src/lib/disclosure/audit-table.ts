/** A table as an attacker sees it: what is published as numbers, what is hidden as unknowns with bounds. */

/** A published figure; a rounded one is every value that rounds to it, and `upper` is `null` of “so many or more”. */
export type PublishedCell = number | { readonly lower: number; readonly upper: number | null };

/** The parts add up to the total. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** What is known of a cell beforehand; `null` where there is no bound. */
export interface KnownBounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface AuditedTable {
  /** Only published cells are read. Hidden ones may be left out, or throw when read. */
  readonly cells: Readonly<Record<string, PublishedCell>>;
  readonly equations: readonly Equation[];
  readonly suppressed: readonly string[];
  /** Cells that equations speak of and nobody publishes (ages 5 to 6 between 5 to 9 and 7 to 15): at least 0. */
  readonly neverPublished?: readonly string[];
  /** What the attacker knows of every suppressed cell: at least 1 where zeros are shown. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Counts are whole numbers. */
  readonly integer: boolean;
  /** What the attacker knows of single hidden cells, in place of the above. */
  readonly known?: Readonly<Record<string, KnownBounds>>;
  /** An interval of this width is not followed further: what is told of it then are two values that it takes. */
  readonly enough?: number | undefined;
}

/** The number sought. Its bounds are narrowed as more becomes known. */
export interface Unknown {
  lower: number;
  upper: number;
  /** The relations it stands in. */
  readonly within: Set<Relation>;
  /** This = factor × other + plus, once it was replaced by the other. */
  tied?: { readonly to: Unknown; readonly factor: number; readonly plus: number };
}

/** Σ coefficient × unknown = constant. */
export interface Relation {
  readonly terms: Map<Unknown, number>;
  constant: number;
}

export interface System {
  readonly integer: boolean;
  /** Suppressed and never-published cells, in the order given. */
  readonly hidden: ReadonlyMap<string, Unknown>;
  readonly relations: readonly Relation[];
}

/** A table that says something impossible of itself; `equations` are the places of those that cannot all hold. */
export class InconsistentTable extends Error {
  override readonly name = 'InconsistentTable';
  readonly equations: readonly number[];

  constructor(message: string, equations: readonly number[]) {
    super(message);
    this.equations = equations;
  }
}

/** Where sums of numbers that are not whole count as equal. */
export const TOLERANCE = 1e-6;

/** `City + County = LLR`, for messages; long sums are cut short. */
export function equationInWords({ total, parts }: Equation): string {
  const shown = parts.length > 8 ? [...parts.slice(0, 6), `… (${parts.length} parts)`] : parts;
  return `${shown.join(' + ')} = ${total}`;
}

/**
 * The ids of hidden cells, checked: each known, none named twice; every equation of known cells, none twice in it.
 * @throws RangeError naming the id and where it stands.
 */
export function checkIds({
  cells,
  equations,
  suppressed,
  neverPublished = [],
  known = {}
}: AuditedTable): void {
  const hidden = new Set<string>();
  const spoken = new Set(equations.flatMap(({ total, parts }) => [total, ...parts]));
  for (const id of [...suppressed, ...neverPublished]) {
    if (hidden.has(id)) throw new RangeError(`cell ${id} is named twice among the hidden cells`);
    if (!spoken.has(id) && !Object.hasOwn(cells, id))
      throw new RangeError(`hidden cell ${id} is neither a cell nor in an equation`);
    hidden.add(id);
  }
  for (const id of Object.keys(known))
    if (!hidden.has(id)) throw new RangeError(`bounds are told of ${id}, which is not a hidden cell`);
  for (const [place, { total, parts }] of equations.entries()) {
    const where = `in equation ${place} (${equationInWords({ total, parts })})`;
    if (parts.length === 0) throw new RangeError(`no parts ${where}`);
    const met = new Set<string>();
    for (const id of [total, ...parts]) {
      if (met.has(id)) throw new RangeError(`cell ${id} stands twice ${where}`);
      if (!hidden.has(id) && !Object.hasOwn(cells, id)) throw new RangeError(`unknown cell ${id} ${where}`);
      met.add(id);
    }
  }
}

/** What is published, read once; hidden cells are not read. @throws RangeError where a figure is none. */
export function readPublished(table: AuditedTable): ReadonlyMap<string, PublishedCell> {
  const hidden = new Set([...table.suppressed, ...(table.neverPublished ?? [])]);
  const read = new Map<string, PublishedCell>();
  for (const id of Object.keys(table.cells)) {
    if (hidden.has(id)) continue;
    const cell = table.cells[id];
    if (cell === undefined) throw new RangeError(`cell ${id} has no value and is not said to be suppressed`);
    if (typeof cell === 'number' ? !Number.isFinite(cell) : !(cell.lower <= (cell.upper ?? Infinity)))
      throw new RangeError(`cell ${id} is neither a number nor an interval`);
    if (table.integer && typeof cell === 'number' && !Number.isSafeInteger(cell))
      throw new RangeError(`cell ${id} is not a whole number: ${cell}`);
    read.set(id, cell);
  }
  return read;
}

/** The unknowns and relations of some of the equations (all, unless said). Ids and figures must have been checked. */
export function systemOf(
  table: AuditedTable,
  published: ReadonlyMap<string, PublishedCell>,
  equations: readonly Equation[] = table.equations
): System {
  const unknown = (id: string, lower: number | null, upper: number | null): Unknown => {
    const from = lower ?? -Infinity;
    const to = upper ?? Infinity;
    const made = {
      lower: table.integer ? Math.ceil(from) : from,
      upper: table.integer ? Math.floor(to) : to,
      within: new Set<Relation>()
    };
    if (!(made.lower <= made.upper)) throw new InconsistentTable(`no value is possible for cell ${id}`, []);
    return made;
  };
  const boundsOf = (id: string, else_: KnownBounds): KnownBounds =>
    table.known !== undefined && Object.hasOwn(table.known, id) ? (table.known[id] ?? else_) : else_;
  const hidden = new Map<string, Unknown>();
  for (const id of table.suppressed) {
    const { lower, upper } = boundsOf(id, table);
    hidden.set(id, unknown(id, lower, upper));
  }
  for (const id of table.neverPublished ?? []) {
    const { lower, upper } = boundsOf(id, { lower: 0, upper: null });
    hidden.set(id, unknown(id, lower, upper));
  }
  const rounded = new Map<string, Unknown>();
  const relations = equations.map(({ total, parts }) => {
    const relation: Relation = { terms: new Map(), constant: 0 };
    const add = (id: string, sign: number) => {
      const cell = hidden.has(id) ? undefined : published.get(id);
      if (typeof cell === 'number') {
        relation.constant -= sign * cell;
        return;
      }
      const found =
        hidden.get(id) ?? rounded.get(id) ?? unknown(id, cell?.lower ?? null, cell?.upper ?? null);
      if (cell !== undefined) rounded.set(id, found);
      relation.terms.set(found, sign);
      found.within.add(relation);
    };
    for (const part of parts) add(part, 1);
    add(total, -1);
    return relation;
  });
  return { integer: table.integer, hidden, relations };
}
