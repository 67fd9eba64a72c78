/** What audits found by agency and by tier of help, and in plans without neglect on record. */
import { known } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { PLANS_ROUND, type Audited, type Drawn } from './audited.ts';
import { familiesIn } from './audits.ts';

/** Standards that were judged on the record of one agency for each family. */
const BY_RECORD = ['voice', 'curiosity', 'mgmt-oversight'];
const BY_TIER = [...BY_RECORD, 'fathers'];
const READERS = ['council', 'schools', 'health'];
const REFERRERS = [...READERS, 'police'];
const TIERS = ['targeted', 'cinplan', 'cpplan'];

function rowsBy(
  audited: Audited | undefined,
  seed: number,
  standards: readonly string[],
  members: readonly string[],
  memberOf: (drawn: Drawn) => string
): Observation[] {
  return (audited?.rounds ?? []).flatMap(({ round, families }) => {
    const found = familiesIn(round, seed);
    return standards.flatMap((indicator) =>
      members.map((member): Observation => {
        const own = found.filter((_, at) => {
          const drawn = families[at];
          return drawn !== undefined && memberOf(drawn) === member;
        });
        return {
          area: round.area,
          period: round.period,
          measure: 'families',
          members: [indicator, member],
          cell: known(own.filter((family) => family.get(indicator) === true).length),
          of: known(own.length)
        };
      })
    );
  });
}

/** Rows of table `audits-agency`. */
export const agencyRows = (audited: Audited | undefined, seed: number): Observation[] => [
  ...rowsBy(audited, seed, ['ref-qual'], REFERRERS, ({ raisedBy }) => raisedBy),
  ...rowsBy(audited, seed, BY_RECORD, READERS, ({ readAt }) => readAt)
];

/** Rows of table `audits-tier`. */
export const tierRows = (audited: Audited | undefined, seed: number): Observation[] =>
  rowsBy(audited, seed, BY_TIER, TIERS, ({ tier }) => tier);

/** Rows of table `audits` on plans without neglect on record. */
export function planRows(audited: Audited | undefined): Observation[] {
  if (audited === undefined) return [];
  const { round, area, period } = PLANS_ROUND;
  const { found, read } = audited.plans;
  return [round, ALL].map((which): Observation => ({
    area,
    period,
    measure: 'audits',
    members: ['cpp-hidden-audit', which],
    cell: known(found),
    of: known(read)
  }));
}
