/** Leaks with what gives them away and what would mend them, as far as a bounded effort goes. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { effortOf, within } from './audit-effort.ts';
import type { Exposed } from './audit-exposed.ts';
import type { BundleLeak, LeakKind } from './audit-found.ts';
import type { Ground } from './audit-parts.ts';
import { partAround } from './audit-parts.ts';
import { placeOf } from './audit-place.ts';
import { isBeyondOurs, mayWithhold, mending, whatGives } from './audit-remedy.ts';
import type { ShownLeak } from './audit-rules.ts';
import { isOurs } from './audit-shown.ts';
import type { Turns } from './audit-turns.ts';
import { idsIn } from './audit-truth.ts';
import type { Solver } from './solver.ts';

export interface Explaining {
  readonly ground: Ground;
  readonly settings: DisclosureSettings;
  readonly solver: Solver;
  readonly repair: boolean;
  readonly turns: Turns;
}

/** What saying why may cost for all leaks together, and what looking for repairs may; for one leak, a part of it. */
const EXPLAINING = { all: 200_000, each: 50_000 };
const MENDING = { all: 120_000, each: 40_000 };
const ORDER: readonly LeakKind[] = [
  'small count shown',
  'nobody shown',
  'all or none shown',
  'worked out',
  'implied',
  'narrowed',
  'not rounded'
];

type Mended = Required<Pick<BundleLeak, 'withhold'>>;

export interface Explained {
  readonly leaks: readonly BundleLeak[];
  readonly givenAway: readonly BundleLeak[];
}

/** Sorted by how plain they are, then by id. What withheld figures are given away by is looked for first, then repairs. */
export async function explained(
  shown: readonly ShownLeak[],
  exposed: readonly Exposed[],
  { ground, settings, solver, repair, turns }: Explaining
): Promise<Explained> {
  const may = mayWithhold(ground, settings);
  const rule = { width: settings.minimumWidth };
  const allWhy = effortOf(EXPLAINING.all);
  const allMending = effortOf(MENDING.all);
  const ordered = [...shown, ...exposed].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1)
  );
  const pieces = ordered.length * (repair ? 2 : 1);
  const told: { readonly found: ShownLeak | Exposed; readonly leak: BundleLeak; readonly ours: boolean }[] =
    [];
  for (const found of ordered) {
    await turns.explained(told.length, pieces);
    const at = { kind: found.kind, cell: placeOf(found.id), interval: endsOf(found.interval) };
    if (!('part' in found)) {
      told.push({ found, leak: { ...at, relations: found.relations }, ours: true });
      continue;
    }
    const effort = effortOf(EXPLAINING.each, allWhy);
    const relations = within(() => whatGives(ground, found, rule, solver, effort)) ?? [];
    const supposing = Object.keys(found.known ?? {}).filter((id) =>
      relations.some((each) => idsIn(each).includes(id))
    );
    const leak = {
      ...at,
      relations,
      ...(supposing.length === 0 ? {} : { supposing: supposing.map(placeOf) })
    };
    const ours = !isTouchedByOthers(found) || !isBeyondOurs(ground, found, may, rule, solver);
    told.push({ found, leak, ours });
  }
  const ours = told.filter((each) => each.ours);
  const mended = repair ? await repairs(ours.map(({ found }) => found)) : new Map<string, Mended>();
  await turns.explained(1, 1);
  return {
    leaks: ours.map(({ found, leak }) => ({ ...leak, ...mended.get(found.id) })),
    givenAway: told.filter((each) => !each.ours).map(({ leak }) => leak)
  };

  /** Of withheld figures first: one that is shown is mended by withholding it, and by protecting the release again. */
  async function repairs(found: readonly (ShownLeak | Exposed)[]): Promise<ReadonlyMap<string, Mended>> {
    const made = new Map<string, Mended>();
    const mendable = found.filter(({ kind }) => kind !== 'not rounded');
    const isHidden = (leak: ShownLeak | Exposed) => 'part' in leak;
    for (const leak of [...mendable.filter(isHidden), ...mendable.filter((each) => !isHidden(each))]) {
      if (allMending.left <= 0) break;
      await turns.explained(ordered.length + made.size, pieces);
      const part = partAround(ground, [leak.id]);
      const known = 'known' in leak && leak.known ? { known: leak.known } : {};
      const effort = effortOf(MENDING.each, allMending);
      const withhold = within(() =>
        mending(ground, { id: leak.id, part, ...known }, may, rule, solver, effort)
      );
      if (withhold !== undefined) made.set(leak.id, { withhold: withhold.map(placeOf) });
    }
    return made;
  }

  function isTouchedByOthers({ part }: Exposed): boolean {
    return part.relations.some((relation) =>
      idsIn(relation).some((id) => {
        const cell = ground.seen.cells.get(id);
        return cell !== undefined && !isOurs(cell);
      })
    );
  }
}

function endsOf({
  lower,
  upper
}: {
  readonly lower: number;
  readonly upper: number | null;
}): BundleLeak['interval'] & object {
  return { lower, upper: upper === Infinity ? null : upper };
}
