/** Linear and integer programmes, by HiGHS in WebAssembly: numbers in, numbers out. The only file that knows the solver. */
import loadHighs, { type Highs, type InitOptions, type Model, type ModelData } from 'highs';

/** A column and its coefficient. Within one row or objective a column comes once. */
export type Term = readonly [column: number, coefficient: number];

/** `lower` ≤ … ≤ `upper`; −Infinity and Infinity where there is no bound. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export interface Row extends Range {
  readonly terms: readonly Term[];
}

export type Sense = 'minimise' | 'maximise';

/** What every objective is optimised over. `bounds` has one entry a column, and so says how many columns there are. */
export interface Constraints {
  readonly rows: readonly Row[];
  readonly bounds: readonly Range[];
  /** The columns that take whole numbers only. */
  readonly integers?: readonly number[];
}

export interface Programme extends Constraints {
  readonly sense: Sense;
  readonly objective: readonly Term[];
}

/**
 * `limit`: stopped before the answer was certain (out of time, or of precision); nothing may be concluded from it.
 * `values` has one number a column where the status is optimal, else none; `prices` the dual value of each row where
 * it is optimal and no column is an integer, else none.
 */
export interface Answer {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly objective: number;
  readonly values: readonly number[];
  readonly prices: readonly number[];
}

/** Constraints kept in the solver, so that each objective starts from where the last one ended. Dispose of it after use. */
export interface KeptModel {
  optimise(sense: Sense, objective: readonly Term[]): Answer;
  setBounds(column: number, range: Range): void;
  addRow(row: Row): void;
  /** Whole numbers asked for (as the constraints say), or let go. */
  setWhole(whole: boolean): void;
  dispose(): void;
}

export interface Solver {
  solve(programme: Programme, options?: { readonly seconds?: number }): Answer;
  keep(constraints: Constraints, options?: { readonly seconds?: number }): KeptModel;
}

/** The whole address that the WebAssembly is taken from, where that is not the package's own folder. */
export interface SolverSource {
  readonly url: string;
}

let loaded: Promise<Solver> | undefined;

/**
 * The solver, loaded once: the first call's source counts. Solving blocks, so that a browser does it in a worker; it
 * needs `wasm-unsafe-eval` of the policy and no more. Rejects where the WebAssembly cannot be loaded; a later call
 * tries again.
 */
export function openSolver(source?: SolverSource): Promise<Solver> {
  loaded ??= loadHighs(optionsOf(source)).then(solverOf, (problem: unknown) => {
    loaded = undefined;
    throw problem;
  });
  return loaded;
}

function optionsOf(source: SolverSource | undefined): InitOptions {
  return source === undefined ? {} : { locateFile: () => source.url };
}

function solverOf(highs: Highs): Solver {
  const keep: Solver['keep'] = (constraints, { seconds } = {}) => {
    const model = highs.createModel(dataOf(constraints));
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      simplex_strategy: 0,
      ...(seconds === undefined ? {} : { time_limit: seconds })
    });
    return keptModel(highs, model, constraints);
  };
  return {
    keep,
    solve: ({ sense, objective, ...constraints }, options) => {
      const model = keep(constraints, options);
      try {
        return model.optimise(sense, objective);
      } finally {
        model.dispose();
      }
    }
  };
}

function dataOf({ rows, bounds, integers = [] }: Constraints): ModelData {
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  const integrality = new Int32Array(bounds.length);
  for (const column of integers) integrality[column] = 1;
  return {
    numCols: bounds.length,
    numRows: rows.length,
    colCost: new Float64Array(bounds.length),
    colLower: bounds.map(({ lower }) => lower),
    colUpper: bounds.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: bounds.length,
      starts,
      indices: rows.flatMap(({ terms }) => terms.map(([column]) => column)),
      values: rows.flatMap(({ terms }) => terms.map(([, coefficient]) => coefficient))
    },
    ...(integers.length === 0 ? {} : { integrality })
  };
}

function keptModel(highs: Highs, model: Model, { bounds, integers = [] }: Constraints): KeptModel {
  let whole = integers.length > 0;
  let costs: ReadonlyMap<number, number> = new Map();
  return {
    optimise(sense, objective) {
      const asked = new Map(objective);
      for (const column of costs.keys()) if (!asked.has(column)) model.changeColCost(column, 0);
      for (const [column, cost] of asked) if (costs.get(column) !== cost) model.changeColCost(column, cost);
      costs = asked;
      model.changeObjectiveSense(
        highs.constants.objectiveSense[sense === 'minimise' ? 'minimize' : 'maximize']
      );
      model.zeroAllClocks();
      model.run();
      return bounds.length === 0
        ? { status: 'optimal', objective: 0, values: [], prices: [] }
        : answerOf(highs, model, objective, whole);
    },
    setBounds: (column, { lower, upper }) => void model.changeColBounds(column, lower, upper),
    addRow: ({ terms, lower, upper }) =>
      void model.addRow(lower, upper, {
        indices: terms.map(([column]) => column),
        values: terms.map(([, coefficient]) => coefficient)
      }),
    setWhole(asked) {
      if (asked === whole || integers.length === 0) return;
      for (const column of integers) model.changeColIntegrality(column, asked ? 1 : 0);
      whole = asked;
    },
    dispose: () => model.dispose()
  };
}

function answerOf(highs: Highs, model: Model, objective: readonly Term[], whole: boolean): Answer {
  const status = statusOf(highs, model, objective);
  if (status !== 'optimal') return { status, objective: Number.NaN, values: [], prices: [] };
  const { colValue, rowDual } = model.getSolution();
  return {
    status,
    objective: model.getObjectiveValue(),
    values: [...colValue],
    prices: whole ? [] : [...rowDual]
  };
}

function statusOf(highs: Highs, model: Model, objective: readonly Term[]): Answer['status'] {
  const { modelStatus } = highs.constants;
  const ended = model.getModelStatus();
  if (ended === modelStatus.optimal) return 'optimal';
  if (ended === modelStatus.infeasible) return 'infeasible';
  if (ended === modelStatus.unbounded) return 'unbounded';
  if (ended !== modelStatus.unboundedOrInfeasible) return 'limit';
  for (const [column] of objective) model.changeColCost(column, 0);
  model.run();
  const within = model.getModelStatus();
  for (const [column, coefficient] of objective) model.changeColCost(column, coefficient);
  if (within === modelStatus.optimal) return 'unbounded';
  return within === modelStatus.infeasible ? 'infeasible' : 'limit';
}
