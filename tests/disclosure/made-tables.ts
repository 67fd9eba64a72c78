/** Linked tables made up from a seed: counts by area and quarter, broken down in several ways that share their totals. */
import type { AuditedTable, Equation } from '#lib/disclosure/audit.ts';

/** Numbers from 0 up to 1, the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Made {
  readonly cells: Record<string, number>;
  readonly equations: Equation[];
}

/** One table a breakdown: every line over its members, over the areas and over the quarters adds up. */
export function linkedTables(
  seed: number,
  { areas, quarters, breakdowns }: { areas: number; quarters: number; breakdowns: readonly number[] },
  count: (random: () => number) => number
): Made {
  const random = seeded(seed);
  const cells: Record<string, number> = {};
  const equations: Equation[] = [];
  const whole = [...Array(areas).keys(), 'all'].map(String);
  const times = [...Array(quarters).keys(), 'year'].map(String);
  const first = breakdowns[0] ?? 0;
  for (const [which, size] of breakdowns.entries()) {
    const members = Array.from({ length: size }, (_, member) => `m${which}.${member}`);
    const id = (area: string, time: string, member: string) => `${area}|${time}|${member}`;
    const sum = (total: string, parts: string[]) => {
      cells[total] = parts.reduce((running, part) => running + (cells[part] ?? 0), 0);
      equations.push({ total, parts });
    };
    for (const area of whole.slice(0, -1))
      for (const time of times.slice(0, -1)) {
        const total = cells[id(area, time, 'all')];
        for (const member of members) cells[id(area, time, member)] = which === 0 ? count(random) : 0;
        if (which > 0 && total !== undefined)
          for (let left = total; left > 0; left -= 1) {
            const member = members[Math.floor(size * random() ** 2)] ?? '';
            cells[id(area, time, member)] = (cells[id(area, time, member)] ?? 0) + 1;
          }
        sum(
          id(area, time, 'all'),
          members.map((member) => id(area, time, member))
        );
      }
    for (const member of which === 0 || first === 0 ? [...members, 'all'] : members) {
      for (const area of whole.slice(0, -1))
        sum(
          id(area, 'year', member),
          times.slice(0, -1).map((time) => id(area, time, member))
        );
      for (const time of times)
        sum(
          id('all', time, member),
          whole.slice(0, -1).map((area) => id(area, time, member))
        );
    }
    for (const area of whole)
      equations.push({
        total: id(area, 'year', 'all'),
        parts: members.map((member) => id(area, 'year', member))
      });
    for (const time of times.slice(0, -1))
      equations.push({
        total: id('all', time, 'all'),
        parts: members.map((member) => id('all', time, member))
      });
  }
  return { cells, equations };
}

/** Counts of 1 to 5, and in every line with one of them the smallest other above 0: two a line, the usual habit. */
export function suppressedByHabit({ cells, equations }: Made, below = 6): string[] {
  const value = (id: string) => cells[id] ?? 0;
  const suppressed = new Set(Object.keys(cells).filter((id) => value(id) > 0 && value(id) < below));
  for (let before = -1; before < suppressed.size;) {
    before = suppressed.size;
    for (const { total, parts } of equations) {
      const line = [...parts, total];
      if (line.filter((id) => suppressed.has(id)).length !== 1) continue;
      const [next] = line
        .filter((id) => !suppressed.has(id) && value(id) > 0)
        .sort((a, b) => value(a) - value(b));
      if (next !== undefined) suppressed.add(next);
    }
  }
  return [...suppressed];
}

export function asAudited(made: Made, suppressed: readonly string[]): AuditedTable {
  return { ...made, suppressed, ...counts };
}

/** How whole numbers are withheld as a rule: none of them is 0. */
export const counts = { lower: 1, upper: null, integer: true } as const;

export const line = (total: string, ...parts: string[]): Equation => ({ total, parts });
