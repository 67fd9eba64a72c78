/** Leaks with what gives them away and what would mend them, as far as time allows. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
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

/** So many leaks are explained, and mended where that is asked for, however long it takes. */
const FIRST = 20;
/** After so many milliseconds the others are only named. */
const PATIENCE = 8000;
const ORDER: readonly LeakKind[] = [
  'small count shown',
  'nobody shown',
  'all or none shown',
  'worked out',
  'implied',
  'narrowed',
  'not rounded'
];

export interface Explained {
  readonly leaks: readonly BundleLeak[];
  readonly givenAway: readonly BundleLeak[];
}

/** Sorted by how plain they are, then by id. */
export async function explained(
  shown: readonly ShownLeak[],
  exposed: readonly Exposed[],
  { ground, settings, solver, repair, turns }: Explaining
): Promise<Explained> {
  const may = mayWithhold(ground, settings);
  const rule = { width: settings.minimumWidth };
  const leaks: BundleLeak[] = [];
  const givenAway: BundleLeak[] = [];
  const until = performance.now() + PATIENCE;
  const found = [...shown, ...exposed].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1)
  );
  for (const leak of found) {
    const inTime = leaks.length < FIRST || performance.now() < until;
    const at = { kind: leak.kind, cell: placeOf(leak.id), interval: endsOf(leak.interval) };
    await turns.after(20, 0);
    if (!('part' in leak)) {
      const remedy = repair && inTime && leak.kind !== 'not rounded' ? mend(leak.id) : {};
      leaks.push({ ...at, relations: leak.relations, ...remedy });
      continue;
    }
    const relations = inTime ? whatGives(ground, leak, rule, solver) : [];
    const supposing = Object.keys(leak.known ?? {}).filter((id) =>
      relations.some((each) => idsIn(each).includes(id))
    );
    const told = {
      ...at,
      relations,
      ...(supposing.length === 0 ? {} : { supposing: supposing.map(placeOf) })
    };
    if (isTouchedByOthers(leak) && isBeyondOurs(ground, leak, may, rule, solver)) givenAway.push(told);
    else leaks.push({ ...told, ...(repair && inTime ? mend(leak.id, leak.known) : {}) });
  }
  return { leaks, givenAway };

  function mend(id: string, known?: Exposed['known']): Pick<BundleLeak, 'withhold'> {
    const withhold = mending(
      ground,
      { id, part: partAround(ground, [id]), ...(known && { known }) },
      may,
      rule,
      solver
    );
    return withhold === undefined ? {} : { withhold: withhold.map(placeOf) };
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
