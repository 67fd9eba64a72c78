import type { FieldRule } from './rule.ts';

/** Agencies begin, end and merge: without dates nobody can tell one that refers nobody from one that was not there. */
export const agencyWithoutDates: FieldRule = {
  id: 'agency-without-dates',
  severity: 'warning',
  *check({ bundle }) {
    const { agencies } = bundle.manifest;
    const national = new Set(
      [...bundle.cubes.values()].flatMap(({ dimensions }) =>
        dimensions
          .filter(({ id, open }) => open === 'agencies' || id === 'source')
          .flatMap(({ members }) => members.map(({ id }) => id))
      )
    );
    const undated = agencies.flatMap(({ id, name, from, to }, at) =>
      from === undefined && to === undefined && !national.has(id) ? [{ name, at }] : []
    );
    const [first] = undated;
    if (first === undefined) return;
    const names = undated.map(({ name }) => name);
    yield {
      file: 'bundle.json',
      column: `agencies[${first.at}].from`,
      message: `${names.length === 1 ? 'an agency has' : `${names.length} agencies have`} no dates: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' and others' : ''}`,
      remedy:
        'Say since when each could have referred or attended, as “from”, and until when where it has ended.'
    };
  }
};
