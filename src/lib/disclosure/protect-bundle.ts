/** Protects a whole bundle: all its tables at once, with what is published elsewhere and what was published before. */
import { ALL } from '#lib/domain/cube.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { givenAwayBy, unrounded, withoutContradictions } from './protect-beside.ts';
import { NoSafeSetError } from './protect-error.ts';
import type { Figure } from './protect-network.ts';
import { networkFrom, primaryOf, withheldBefore, type NetworkOptions } from './protect.ts';
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
  /** Of cells that are not nought, the share that is still shown, 0 to 1; 1 where there are none. */
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
  const cells = counted.flatMap(cellsOf);
  const found = relationsOf(counted, frame).filter(
    (relation) => settings.revisionsProtected || !isRevision(relation)
  );
  const { holding, untrue } = trueRelations(cells, found);
  const {
    made: { network, options },
    without
  } = withoutContradictions(holding, cells, (relations) => {
    const known = optionsOf(cells, relations, settings, ranges);
    return { network: networkFrom(known, solver), options: known };
  });
  const releases = releasesOf(cells);
  const { besides, beyondHelp } = await protectParts(solver, network, {
    ...EFFORT,
    signal: bundle.signal,
    onProgress: bundle.onProgress,
    isOut: (id) => releases.some((release) => id.startsWith(release)) || options.givenAway?.(id) === true
  });
  const ours = new Set(cells.filter(({ of }) => of.release === undefined).map(({ id }) => id));
  const isOurs = (id: string) => ours.has(id);
  const primary = primaryOf(network).filter(isOurs);
  const own = new Set(primary);
  const complementary = [...new Set([...besides, ...withheldBefore(network), ...(options.withheld ?? [])])]
    .filter((id) => isOurs(id) && !own.has(id))
    .sort();
  const implied = network.figures.flatMap(({ id, standing, need }) =>
    standing === 'unpublished' && need === 'must' ? [id] : []
  );
  const counts = cells.filter(({ id, cell }) => isOurs(id) && !(cell.kind === 'known' && cell.value === 0));
  const withheld = primary.length + complementary.length;
  return {
    primary,
    complementary,
    implied,
    givenAway: [
      ...beyondHelp,
      ...network.figures.flatMap(({ id, need }) =>
        need !== 'none' && options.givenAway?.(id) === true ? [id] : []
      )
    ].sort(),
    untrue: [...untrue, ...without],
    summary: {
      cells: ours.size,
      primary: primary.length,
      complementary: complementary.length,
      kept: counts.length === 0 ? 1 : (counts.length - withheld) / counts.length,
      relations: holding.length - without.length
    }
  };
}

const isRevision = ({ parts }: Relation) => parts.some((part) => part.includes(' changed since '));

function aboutChildren(table: ReleasedTable, { notAboutChildren }: DisclosureSettings): ReleasedTable {
  const measures = new Map(table.cube.measures.map((measure) => [measure.id, measure]));
  const isAbout = (measure: string) => !notAboutChildren.includes(measures.get(measure)?.unit.one ?? '');
  return { ...table, observations: table.observations.filter(({ measure }) => isAbout(measure)) };
}

function optionsOf(
  cells: readonly TableCell[],
  relations: readonly Relation[],
  settings: DisclosureSettings,
  ranges: ReadonlyMap<string, Figure['shown']>
): NetworkOptions {
  const releases = releasesOf(cells);
  const byCellId = new Map(cells.map((cell) => [cell.id, cell]));
  const withheldBefore = cells.filter(
    ({ of, cell }) => of.release?.kind === 'earlier' && cell.kind === 'missing'
  );
  const carried = withheldBefore
    .map(({ id }) => id.slice(id.indexOf(':') + 1))
    .filter((id) => byCellId.has(id));
  const isExempt = (cell: TableCell | undefined) =>
    cell !== undefined &&
    cell.cell.kind === 'known' &&
    (cell.of.release !== undefined || cell.of.cube.id === 'population');
  const out = new Map(
    cells.flatMap(({ id, of, cell }) =>
      cell.kind === 'known' && of.release !== undefined && !ranges.has(id) ? [[id, cell.value] as const] : []
    )
  );
  const givenAway = givenAwayBy(out, relations);
  return {
    cells: Object.fromEntries(
      cells.flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value]] : []))
    ),
    equations: relations.filter(({ sense }) => sense === 'equal'),
    inequalities: relations.filter(({ sense }) => sense === 'at least'),
    threshold: settings.threshold,
    zerosPublished: settings.zerosShown,
    smallGroup: settings.smallGroup,
    minimumWidth: settings.minimumWidth,
    rounding: settings.rounding,
    keep: cells.filter((cell) => isKept(cell, settings)).map(({ id }) => id),
    withheld: [...carried, ...cells.filter(({ cell }) => cell.kind === 'missing').map(({ id }) => id)],
    theirs: (id) => releases.some((release) => id.startsWith(release)),
    exempt: (id) => isExempt(byCellId.get(id)),
    givenAway: (id) => givenAway.has(id),
    roundedElsewhere: (id) => ranges.get(id),
    takenForNone: (id) => id.includes(OTHERS) || id.includes('|rest of ')
  };
}

/** How the ids of tables that are out already begin. */
function releasesOf(cells: readonly TableCell[]): string[] {
  return [...new Set(cells.flatMap(({ of }) => (of.release === undefined ? [] : [`${of.release.id}:`])))];
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
