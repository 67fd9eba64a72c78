/** Who the children known for neglect are, each counted once, in an authority that links its systems. */
import { ALL } from '#lib/domain/cube.ts';
import { USUAL_CUT } from './age-cuts.ts';
import { counting, crossed, type Belongs } from './count.ts';
import { agedIn, stock } from './counted.ts';
import { ageOn } from './family.ts';
import { isNeglect, neglect, once, spells } from './items.ts';
import type { Spell } from './life.ts';
import { LARGE, LOCALITIES } from './places.ts';
import type { OwnSketch } from './tables.ts';

const UNKNOWN = 'notknown';

/** Of the unborn nobody knows. */
const sex: Belongs<Spell> = ({ child }, day) => (ageOn(child, day) < 0 ? UNKNOWN : child.sex);

function who(
  id: string,
  title: string,
  by: Readonly<Record<string, { readonly of: Belongs<Spell>; readonly members: readonly string[] }>>
): OwnSketch {
  const parts = Object.values(by);
  return {
    id,
    cube: 'known',
    title: `Children known for neglect at any tier, each counted once, by ${title}`,
    dimensions: ['highest', 'neglect', ...Object.keys(by)],
    every: 'year',
    small: 'never',
    counts: [
      counting(
        stock('open', spells, [once, neglect, ...parts.map(({ of }) => of)], isNeglect),
        crossed(['yes'], ['yes'], ...parts.map(({ members }) => members))
      )
    ]
  };
}

export const OWN_WHO: readonly OwnSketch[] = [
  who('known-sex', 'age and sex', {
    age: { of: agedIn, members: USUAL_CUT },
    sex: { of: sex, members: [ALL, 'female', 'male', UNKNOWN] }
  }),
  who('known-ethnicity', 'ethnicity', {
    ethnicity: {
      of: ({ child }) => child.home.ethnicity,
      members: [ALL, 'white', 'mixed', 'asian', 'black', 'other', UNKNOWN]
    }
  }),
  who('known-deprivation', 'how deprived their neighbourhood is', {
    deprivation: {
      of: ({ child }) => child.home.deprivation,
      members: [ALL, 'most', 'second', 'third', 'fourth', 'least', UNKNOWN]
    }
  }),
  who('known-locality', 'locality', {
    locality: {
      of: ({ child }) => child.home.locality,
      members: [ALL, ...(LOCALITIES[LARGE] ?? []).map(({ id }) => id), UNKNOWN]
    }
  })
];
