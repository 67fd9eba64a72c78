/** Protects a whole bundle: all its tables at once, with what is published elsewhere and what was published before. */
import { ALL, isPopulation } from '#lib/domain/cube.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { equationName, givenAwayBy, unrounded, withoutContradictions } from './protect-beside.ts';
import { InconsistentCellsError, NoSafeSetError } from './protect-error.ts';
import type { Figure, Network } from './protect-network.ts';
import { merged } from './protect-merged.ts';
import { isSmall, smallGroupCells } from './protect-primary.ts';
import { networkFrom } from './protect.ts';
import { protectParts, type Effort } from './protect-parts.ts';
import { OTHERS } from './relation-dimension.ts';
import { ofSamePlaces } from './relation-places.ts';
import {
  cellsOf,
  relationsOf,
  type Frame,
  type Relation,
  type ReleasedTable,
  type TableCell
} from './relations.ts';
import { trueRelations } from './relation-truth.ts';
import { openSolver, type Solver } from './solver.ts';

export interface BundleToProtect {
  readonly tables: readonly ReleasedTable[];
  readonly frame: Frame;
  readonly settings: DisclosureSettings;
  /** Official figures, and earlier releases of ours: published, whatever is done here. */
  readonly beside?: readonly ReleasedTable[];
  readonly signal?: AbortSignal;
  readonly onProgress?: Effort['onProgress'];
  readonly solver?: Solver;
}

export interface ProtectedBundle {
  /** Ids of cells (see `cellId`) withheld for their own sake, sorted. */
  readonly primary: readonly string[];
  /** Withheld for the sake of others, or because they were withheld before. */
  readonly complementary: readonly string[];
  /** Small figures that no table shows and that nobody can work out. */
  readonly implied: readonly string[];
  /** Figures that what is published elsewhere, or was before, gives away, whatever is withheld here. */
  readonly givenAway: readonly string[];
  /** Relations that should hold and do not in these figures, so that no reader can lean on them. */
  readonly untrue: readonly Relation[];
  readonly summary: ProtectionSummary;
}

export interface ProtectionSummary {
  readonly cells: number;
  readonly primary: number;
  readonly complementary: number;
  /** Of cells that are not shown to be nought, the share that is shown, 0 to 1; 1 where there are none. */
  readonly kept: number;
  readonly relations: number;
}

/** Beyond so many figures, a part of a bundle is not looked through again with the solver. */
const EFFORT = { fewestUpTo: 0, thoroughUpTo: 0 };

/**
 * What to withhold of a bundle. Aborting rejects with the signal's reason; `onProgress` may return a promise, so that
 * whoever calls can let other work go on.
 * @throws {NoSafeSetError} where no set is safe; nothing may be published then.
 */
export async function protectBundle(bundle: BundleToProtect): Promise<ProtectedBundle> {
  const solver = bundle.solver ?? (await openSolver());
  const { tables, settings, frame } = bundle;
  const beside = ofSamePlaces(bundle.beside ?? [], tables, frame);
  const { tables: counted, ranges } = unrounded(
    [...tables, ...beside].map((table) => aboutChildren(table, settings)),
    frame
  );
  const given = counted.flatMap(cellsOf);
  const found = relationsOf(counted, frame).filter(
    (relation) => settings.revisionsProtected || !isRevision(relation)
  );
  const { holding, untrue, errors } = trueRelations(given, found);
  const cells = [...given, ...errors];
  const {
    made: { network, options },
    without
  } = withoutContradictions(holding, cells, (relations) => {
    const known = optionsOf(cells, relations, settings, ranges);
    return { network: networkOver(relations, known, solver), options: known };
  });
  const isOut = (id: string) => options.exempt(id) || options.givenAway(id);
  const { besides, beyondHelp } = await protectParts(solver, network, {
    ...EFFORT,
    leaveSettled: settings.keep.length === 0,
    signal: bundle.signal,
    onProgress: bundle.onProgress,
    isOut
  }).catch((problem: unknown) => {
    throw problem instanceof NoSafeSetError ? inPlaces(problem, options) : problem;
  });
  const ours = cells.filter(({ of }) => of.release === undefined);
  const own = new Set(ours.map(({ id }) => id));
  const small = smallFigures(network, options);
  const primary = ours.flatMap(({ id, of, cell }) =>
    cell.kind === 'known' && !isPopulation(of.cube) && small.has(options.nameOf(id)) ? [id] : []
  );
  const isPrimary = new Set(primary);
  const hidden = [...besides, ...options.withheld, ...figuresThat(network, isHiddenForOthers)];
  const complementary = [...new Set(hidden.flatMap(options.placesOf))].filter(
    (id) => own.has(id) && !isPrimary.has(id)
  );
  const withheld = new Set([...primary, ...complementary]);
  const gone = [
    ...beyondHelp,
    ...figuresThat(network, ({ id, need }) => isOut(id) && (need !== 'none' || small.has(id)))
  ];
  const shownElsewhere = new Set(
    cells.flatMap(({ id, of, cell }) => (cell.kind === 'known' && of.release !== undefined ? [id] : []))
  );
  return {
    primary: primary.sort(),
    complementary: complementary.sort(),
    implied: figuresThat(network, ({ standing, need }) => standing === 'unpublished' && need === 'must'),
    givenAway: [...new Set(gone.flatMap(options.placesOf))].filter((id) => !shownElsewhere.has(id)).sort(),
    untrue: [...untrue, ...without],
    summary: {
      cells: own.size,
      primary: primary.length,
      complementary: complementary.length,
      kept: shareShown(ours, withheld),
      relations: holding.length - without.length
    }
  };
}

/** Of cells that are not shown to be nought, the share that is shown: see the record of a release. */
export function shareShown(cells: readonly TableCell[], withheld: ReadonlySet<string>): number {
  const counts = cells.filter(
    ({ id, cell }) => withheld.has(id) || cell.kind === 'missing' || cell.value !== 0
  );
  const shown = counts.filter(({ id, cell }) => cell.kind === 'known' && !withheld.has(id));
  return counts.length === 0 ? 1 : shown.length / counts.length;
}

/** @throws {InconsistentCellsError} that names relations as they were given. */
function networkOver(relations: readonly Relation[], options: Options, solver: Solver): Network {
  try {
    return networkFrom(options, solver);
  } catch (problem) {
    if (!(problem instanceof InconsistentCellsError)) throw problem;
    const failing = new Set(problem.equations.map(equationName));
    throw new InconsistentCellsError(
      problem.message,
      relations.filter((relation) => failing.has(equationName(options.renamed(relation))))
    );
  }
}

function figuresThat({ figures }: Network, holds: (figure: Figure) => boolean): string[] {
  return figures.flatMap((figure) => (holds(figure) ? [figure.id] : []));
}

/** Small, or all or none of a small group, whether or not others show it. */
function smallFigures({ figures }: Network, options: Options): ReadonlySet<string> {
  const values = new Map(figures.map(({ id, value }) => [id, value]));
  const groups = smallGroupCells(values, options.equations, options, options.inequalities);
  return new Set(
    figures.flatMap(({ id, value }) =>
      isSmall(value, options) || (groups.has(id) && !options.takenForNone(id)) ? [id] : []
    )
  );
}

/** Somebody else withholds it, or an earlier release does, and so must we. */
const isHiddenForOthers = ({ standing, need }: Figure) => standing === 'open' && need === 'if possible';

/** The refusal with each figure at every place of ours that would have to be let go. */
function inPlaces({ cells, keep }: NoSafeSetError, options: Options): NoSafeSetError {
  const kept = new Set(options.asked);
  return new NoSafeSetError(
    cells.flatMap((id) => options.placesOf(id).slice(0, 1)),
    keep.flatMap((id) => {
      const places = options.placesOf(id).filter((place) => kept.has(place));
      return places.length === 0 ? [id] : places;
    })
  );
}

const isRevision = ({ parts }: Relation) => parts.some((part) => part.includes(' changed since '));

function aboutChildren(table: ReleasedTable, { notAboutChildren }: DisclosureSettings): ReleasedTable {
  const measures = new Map(table.cube.measures.map((measure) => [measure.id, measure]));
  const isAbout = (measure: string) => !notAboutChildren.includes(measures.get(measure)?.unit.one ?? '');
  return { ...table, observations: table.observations.filter(({ measure }) => isAbout(measure)) };
}

type Options = ReturnType<typeof optionsOf>;

function optionsOf(
  cells: readonly TableCell[],
  relations: readonly Relation[],
  settings: DisclosureSettings,
  ranges: ReadonlyMap<string, Figure['shown']>
) {
  const byCellId = new Map(cells.map((cell) => [cell.id, cell]));
  const carried = cells.flatMap(({ id, of, cell }) =>
    of.release?.kind === 'earlier' && cell.kind === 'missing' ? [id.slice(id.indexOf(':') + 1)] : []
  );
  const releases = [
    ...new Set(cells.flatMap(({ of }) => (of.release === undefined ? [] : [`${of.release.id}:`])))
  ];
  const isTheirs = (id: string) => releases.some((release) => id.startsWith(release));
  const asked = cells.filter((cell) => isKept(cell, settings)).map(({ id }) => id);
  const places = merged({
    cells: new Map(
      cells.flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []))
    ),
    equations: relations.filter(({ sense }) => sense === 'equal'),
    inequalities: relations.filter(({ sense }) => sense === 'at least'),
    keep: new Set(asked),
    withheld: new Set([
      ...carried.filter((id) => byCellId.has(id)),
      ...cells.flatMap(({ id, cell }) => (cell.kind === 'missing' ? [id] : []))
    ]),
    isOurs: (id) => byCellId.has(id) && !isTheirs(id),
    isTheirs,
    isOut: (id) => {
      const cell = byCellId.get(id);
      return cell?.cell.kind === 'known' && (cell.of.release !== undefined || isPopulation(cell.of.cube));
    },
    rangeOf: (id) => ranges.get(id),
    takenForNone: (id) => id.includes(OTHERS) || id.includes('|rest of ')
  });
  const out = new Map(
    Object.entries(places.cells).filter(
      ([id]) => places.exempt(id) && places.roundedElsewhere(id) === undefined
    )
  );
  const givenAway = givenAwayBy(out, places.equations);
  return {
    ...places,
    asked,
    threshold: settings.threshold,
    zerosPublished: settings.zerosShown,
    smallGroup: settings.smallGroup,
    minimumWidth: settings.minimumWidth,
    rounding: settings.rounding,
    givenAway: (id: string) => givenAway.has(id)
  };
}

function isKept({ of, measure, members, cell }: TableCell, { keep }: DisclosureSettings): boolean {
  return (
    cell.kind === 'known' &&
    of.release === undefined &&
    members.every((member) => member === ALL) &&
    keep.some((each) => each.table === of.table.id && (each.measure ?? measure.id) === measure.id)
  );
}

export { NoSafeSetError };
