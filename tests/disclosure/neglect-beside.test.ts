import { describe, expect, it } from 'vitest';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import { saidRows } from '#lib/disclosure/neglect-beside.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const cubes = await readDictionary();
const cubeOf = (id: string) => {
  const cube = cubes.get(id);
  if (!cube) throw new Error(`no cube ${id}`);
  return cube;
};
const WITHHELD = missing('withheld');

/** Rows of one area and date, by their members. */
const told = (cube: string, dimensions: string[], rows: Record<string, Cell>) => {
  const observations = Object.entries(rows).map(([members, cell]) => ({
    area: 'la857',
    period: '2024',
    measure: 'open',
    members: members.split(' '),
    cell
  }));
  const { said, unsaid } = saidRows(cubeOf(cube), { table: { dimensions }, observations });
  const show = (list: typeof said) =>
    Object.fromEntries(list.map(({ members, cell }) => [members.join(' '), cell]));
  return { said: show(said), unsaid: show(unsaid) };
};

describe('where neglect is withheld', () => {
  const rows = {
    all: known(39),
    neglect: WITHHELD,
    physical: known(7),
    sexual: known(0),
    multiple: WITHHELD
  };

  it('the total is said, and of every category that it is withheld, a zero too', () => {
    expect(told('plans', ['category_latest'], rows).said).toEqual({
      all: known(39),
      neglect: WITHHELD,
      physical: WITHHELD,
      sexual: WITHHELD,
      multiple: WITHHELD
    });
  });
  it('what is not said is kept as it was published', () => {
    expect(told('plans', ['category_latest'], rows).unsaid).toEqual({
      physical: known(7),
      sexual: known(0),
      multiple: WITHHELD
    });
  });
  it('by first or by latest category, no other category is said by either', () => {
    const dimensions = ['category_initial', 'category_latest'];
    const both = {
      'all all': known(39),
      'neglect all': known(30),
      'physical all': known(9),
      'all neglect': WITHHELD,
      'all physical': known(8)
    };
    expect(told('plans', dimensions, both).said).toEqual({
      ...both,
      'physical all': WITHHELD,
      'all physical': WITHHELD
    });
  });
  it('for one age, the other categories of that age alone are withheld', () => {
    const ages = {
      'neglect all': known(30),
      'physical all': known(9),
      'neglect under1': WITHHELD,
      'physical under1': known(6),
      'all under1': known(12),
      'physical 5to9': known(3)
    };
    expect(told('plans', ['category_latest', 'age'], ages).said).toEqual({
      ...ages,
      'physical under1': WITHHELD
    });
  });
  it('that neglect was not recorded is withheld as well', () => {
    const recorded = { all: known(50), yes: WITHHELD, no: known(40), notknown: known(6) };
    expect(told('known', ['neglect'], recorded).said).toEqual({
      ...recorded,
      no: WITHHELD,
      notknown: WITHHELD
    });
  });
});

describe('elsewhere', () => {
  it('everything is said as it was published', () => {
    const rows = { all: known(39), neglect: known(26), physical: WITHHELD, sexual: known(0) };
    expect(told('plans', ['category_latest'], rows)).toEqual({ said: rows, unsaid: {} });
  });
  it('neglect that is missing for another reason takes nothing with it', () => {
    const rows = { all: known(39), neglect: missing('notAvailable'), physical: known(7) };
    expect(told('plans', ['category_latest'], rows)).toEqual({ said: rows, unsaid: {} });
  });
  it('factors of assessments, of which a child may have several, stand by themselves', () => {
    const rows = { all: known(39), f16a: WITHHELD, f2b: known(7) };
    expect(told('assessments', ['factor'], rows)).toEqual({ said: rows, unsaid: {} });
  });
});
