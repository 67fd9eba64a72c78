/** The partnership’s own figures on help: who is known at each tier, plans, history, moves and the neglect tool. */
import { ALL } from '#lib/domain/cube.ts';
import { counting, crossed, type Belongs } from './count.ts';
import { OLDER_CUT } from './age-cuts.ts';
import { agedIn, earlierEpisodes, events, sinceFirst, stock, work } from './counted.ts';
import { yearOf } from './days.ts';
import { isNeglect, moves, needOf, NEEDS, needs, neglect, once, outcome, spells, YES } from './items.ts';
import type { Happening, Life, Spell } from './life.ts';
import type { OwnSketch } from './tables.ts';

const RUNGS = ['targeted', 'cinplan', 'cpplan'];
const TOLD = [ALL, 'yes', 'no', 'notknown'];

const tier: Belongs<Spell> = (spell) => spell.tier;
const onStatutory = (spell: Spell) => spell.neglect === 'yes' && spell.tier !== 'targeted';

interface Scored extends Happening {
  readonly change: string;
}
const changeOf: Belongs<Scored> = ({ change }) => change;
const DOMAINS = ['physical', 'safety', 'love', 'esteem'];
const CHANGES = ['improved', 'same', 'worse', 'once'];

/** A child scored twice in a year counts with the last of its scores. */
function scored(domain: string, changes: readonly string[], by: readonly Belongs<Scored>[]) {
  const items = (life: Life): readonly Scored[] => [
    ...new Map(
      life.spells.flatMap(({ child, tool }) =>
        tool === undefined
          ? []
          : [
              [
                `${String(child.id)} ${String(yearOf(tool.day))}`,
                { child, day: tool.day, change: tool.change[domain] ?? 'once' }
              ] as const
            ]
      )
    ).values()
  ];
  const rows = domain === ALL ? crossed(changes) : crossed([domain], changes);
  return counting(events('children', items, by), rows);
}

export const OWN_HELP: readonly OwnSketch[] = [
  {
    id: 'known-neglect',
    cube: 'known',
    title: 'Children known at each tier of help, and of them for neglect',
    dimensions: ['tier', 'neglect'],
    every: 'quarter',
    small: 'quarter',
    counts: [counting(stock('open', spells, [tier, neglect]), crossed(RUNGS, TOLD))]
  },
  {
    id: 'known-once',
    cube: 'known',
    title: 'Children known at any tier, each counted once',
    dimensions: ['highest', 'neglect'],
    every: 'quarter',
    small: 'never',
    counts: [counting(stock('open', spells, [once, neglect]), crossed(['yes'], YES))]
  },
  {
    id: 'known-older',
    cube: 'known',
    title: 'Children known for neglect by tier and age, those of 7 to 15 told apart',
    dimensions: ['tier', 'neglect', 'age'],
    every: 'year',
    small: 'never',
    counts: [
      counting(stock('open', spells, [tier, neglect, agedIn], isNeglect), crossed(RUNGS, ['yes'], OLDER_CUT))
    ]
  },
  {
    id: 'known-form',
    cube: 'known',
    title: 'Children known for neglect by form of neglect',
    dimensions: ['highest', 'neglect', 'form'],
    every: 'year',
    small: 'never',
    counts: [
      counting(
        stock('open', spells, [once, neglect, ({ forms }) => forms], isNeglect),
        crossed(
          ['yes'],
          ['yes'],
          [
            ALL,
            'home',
            'nutritional',
            'medical',
            'educational',
            'supervisory',
            'emotional',
            'antenatal',
            'notrecorded'
          ]
        )
      )
    ]
  },
  {
    id: 'known-disability',
    cube: 'known',
    title: 'Children known for neglect by disability',
    dimensions: ['highest', 'neglect', 'disability'],
    every: 'year',
    small: 'never',
    counts: [
      counting(
        stock('open', spells, [once, neglect, ({ child }) => child.disability], isNeglect),
        crossed(['yes'], ['yes'], TOLD)
      )
    ]
  },
  {
    id: 'work-neglect',
    cube: 'work',
    title: 'Help started and ended at each tier, and of it for neglect',
    dimensions: ['tier', 'neglect'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(work('started', spells, [tier, neglect]), crossed(RUNGS, YES)),
      counting(work('ended', spells, [tier, neglect]), crossed(RUNGS, YES))
    ]
  },
  {
    id: 'work-outcome',
    cube: 'work',
    title: 'Help that ended, how it ended, and whether it started again within a year',
    dimensions: ['neglect', 'outcome'],
    every: 'quarter',
    small: 'year',
    counts: [
      counting(
        work('ended', spells, [neglect, outcome]),
        crossed(YES, [
          ALL,
          'nothingmore',
          'stepup',
          'stepdown',
          'ceased',
          'moved',
          'adult',
          'order',
          'notknown'
        ])
      ),
      counting(
        {
          ...work('ended', spells, [neglect, outcome], ({ reopened }: Spell) => reopened),
          measure: 'ended_reopened'
        },
        crossed(YES, [ALL, 'nothingmore', 'ceased'])
      )
    ]
  },
  {
    id: 'early-help-lead',
    cube: 'work',
    title: 'Early help started, by the agency that leads it',
    dimensions: ['tier', 'neglect', 'lead'],
    every: 'year',
    small: 'never',
    counts: [
      counting(
        work('started', spells, [tier, neglect, ({ lead }) => lead]),
        crossed(['targeted'], YES, [ALL, 'schools', 'familyhubs', 'healthvisiting', 'voluntary', 'notknown'])
      )
    ]
  },
  {
    id: 'history',
    cube: 'history',
    title: 'Earlier episodes of children on a plan for neglect, and time since the first referral',
    dimensions: ['tier', 'neglect', 'earlier_episodes', 'since_first'],
    every: 'year',
    small: 'year',
    counts: [
      counting(stock('open', spells, [tier, neglect, earlierEpisodes, sinceFirst], onStatutory), [
        ...crossed(
          ['cinplan', 'cpplan'],
          ['yes'],
          [ALL, 'none', 'one', 'two', 'threeplus', 'notknown'],
          [ALL]
        ),
        ...crossed(
          ['cinplan', 'cpplan'],
          ['yes'],
          [ALL],
          ['upto6m', 'm6to12', 'y1to2', 'y2to5', 'y5plus', 'notknown']
        )
      ])
    ]
  },
  {
    id: 'movements',
    cube: 'movements',
    title: 'Moves from one tier of help to another',
    dimensions: ['from_tier', 'to_tier', 'neglect'],
    every: 'quarter',
    small: 'never',
    counts: ['moves', 'children'].map((measure) =>
      counting(
        events(measure, moves, [({ from }) => from, ({ to }) => to, neglect]),
        [
          ['targeted', 'cinplan'],
          ['cinplan', 'cpplan'],
          ['cpplan', 'cinplan'],
          ['cinplan', 'targeted']
        ].flatMap((pair) => YES.map((told) => [...pair, told]))
      )
    )
  },
  {
    id: 'primary-need-own',
    cube: 'primary_need',
    title: 'Children in need by primary need',
    dimensions: ['need'],
    every: 'quarter',
    small: 'never',
    counts: [counting(stock('open', needs, [needOf]), crossed(NEEDS))]
  },
  {
    id: 'tool-change',
    cube: 'tool_scores',
    title: 'Children scored with the neglect tool, and how their scores changed',
    dimensions: ['change'],
    every: 'year',
    small: 'never',
    counts: [scored('all', [ALL, ...CHANGES], [changeOf])]
  },
  {
    id: 'tool-scores',
    cube: 'tool_scores',
    title: 'How scores with the neglect tool changed, by area of care',
    dimensions: ['domain', 'change'],
    every: 'year',
    small: 'never',
    counts: DOMAINS.map((domain) => scored(domain, [ALL, ...CHANGES], [() => domain, changeOf]))
  }
];
