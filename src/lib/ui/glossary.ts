/** Words a reader meets on these pages. Tiers and categories are not here: they come with the data, dated. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
  /** Ways in which pages say it. Where one is first said on a view, its meaning is at hand. */
  readonly said?: readonly string[];
  /** What it means in the other nations, where that differs; `false` where it is a word of England alone. */
  readonly elsewhere?: string | false;
}

/** A term that pages say. */
export interface SaidTerm extends Term {
  readonly said: readonly string[];
}

export const RANGE: SaidTerm = {
  term: 'Range',
  said: ['range', 'ranges'],
  meaning:
    'Every child is counted. The range shows how far the number could move with nothing underlying changed; brothers and sisters usually start together and practice changes, so ours is wider than the textbook’s. See methods.'
};

export const TERMS: readonly Term[] = [
  {
    term: 'All reasons, a stand-in',
    said: ['all reasons', 'every reason'],
    meaning:
      'The figure counts children whatever the reason. It is used because no figure for neglect alone is published. It may move for reasons that have nothing to do with neglect.'
  },
  {
    term: 'Assessment',
    said: ['assessment', 'assessments'],
    meaning:
      'A social worker’s look at what a child needs. It ends with a record of the factors that were found. One assessment can record many factors, so shares of factors do not add up to 100%.'
  },
  {
    term: 'Authority',
    meaning: 'A council that runs children’s social care. England has 153.'
  },
  {
    term: 'Category (initial, latest)',
    said: ['category', 'categories', 'first category', 'latest category'],
    meaning:
      'The main reason written on a child protection plan: neglect, physical, sexual or emotional abuse, or multiple. Initial is the one at the start; latest is the one now. They can differ.',
    elsewhere:
      'The reason for which a child is on the register. In some nations a child has one, in others several: the notes say which.'
  },
  {
    term: 'Check of withheld numbers (audit)',
    meaning:
      'A program tries to work out every withheld number from all that is shown. Where it can, the figures are not published.'
  },
  {
    term: 'Child in need (as the Department for Education counts it)',
    said: ['in need', 'children in need'],
    meaning:
      'Any child with an open episode of social care: those with a plan, in care, leaving care, or still being assessed. It is much wider than children on a child in need plan.',
    elsewhere: false
  },
  {
    term: 'Child in need plan',
    meaning:
      'A plan of help from a social worker for a child who needs it to do well. It is set by law, and is less than a child protection plan.'
  },
  {
    term: 'Child protection plan',
    said: ['child protection plan', 'child protection plans', 'on a plan', 'on plans'],
    meaning:
      'A plan for a child who is likely to suffer significant harm. Agreed at a conference, and reviewed. A child is on one plan at a time but can start two in one year.',
    elsewhere: false
  },
  {
    term: 'Common cause, special cause',
    said: ['common cause', 'special cause'],
    meaning:
      'A figure always moves a little from month to month: that is common cause; special cause is a move too large, or too long in one direction, for chance alone. It says that something changed, not what.'
  },
  {
    term: 'Complementary (of a withheld number)',
    meaning:
      'Withheld although it is not small, so that a small number cannot be worked out from it. It carries the same mark as the small one.'
  },
  {
    term: 'Conference',
    said: ['child protection conference', 'conference', 'conferences'],
    meaning:
      'A meeting of the family and those who work with them. It decides whether a child needs a child protection plan.',
    elsewhere:
      'A meeting of the family and those who work with them. It decides whether the child is put on the register.'
  },
  {
    term: 'Contact',
    meaning: 'A message to children’s social care about a child. Some contacts become referrals.'
  },
  {
    term: 'Drift',
    said: ['drift'],
    meaning: 'Time that passes while a child waits and nothing gets better.'
  },
  {
    term: 'Early help',
    meaning: 'Help for a family before a social worker is needed. It is not set by law.'
  },
  {
    term: 'Episode',
    said: ['episode', 'episodes'],
    meaning: 'The time from a referral until the case is closed. One child can have several in a year.'
  },
  {
    term: 'Escalation',
    meaning:
      'When one agency does not agree with another about a child, and takes it to somebody more senior.'
  },
  {
    term: 'Factor 16A, neglect',
    said: ['factor 16A'],
    meaning:
      'The code a social worker records at the end of an assessment when neglect was found. It is counted once for each episode, by every authority in its own habit, so it shows what is recorded and not how common neglect is.',
    elsewhere: false
  },
  {
    term: 'Funnel',
    said: ['funnel'],
    meaning:
      'A chart of all areas by size. Small areas move more by chance, so the limits are wide for them and narrow for large ones, like a funnel.'
  },
  {
    term: 'Includes neglect',
    said: ['includes neglect'],
    meaning:
      'The figure counts neglect together with something else, such as “abuse or neglect”, and cannot be split.'
  },
  {
    term: 'Limits, trial limits',
    said: [
      'trial limits',
      'limits that allow',
      'plain 99.8% limits',
      '99.8% limits',
      '95% limits',
      'limits of chance'
    ],
    meaning:
      'The lowest and highest that chance alone would give. By chance, 1 figure in 20 lies outside 95% limits and 1 in 500 outside 99.8% limits; trial limits rest on few points and may move.'
  },
  {
    term: 'Locality',
    meaning: 'A part of an area, as the partnership draws it.'
  },
  {
    term: 'Median',
    meaning: 'The one in the middle, when all are put in order.'
  },
  {
    term: 'Multi-agency audit',
    meaning:
      'Several agencies read the records of some children together, and say how well each standard was met.'
  },
  {
    term: 'Multiple',
    said: ['“multiple”'],
    meaning:
      'A category for plans with more than one main reason, which may or may not include neglect. Some authorities use it often, some never.'
  },
  {
    term: 'Naming against acting',
    said: ['naming against acting', 'naming and acting'],
    meaning:
      'How many assessments recorded neglect for each new plan for neglect. Neither a high nor a low number is right or wrong.'
  },
  {
    term: 'Neglect',
    meaning:
      'The ongoing failure to meet a child’s basic needs: food, warmth, care, safety, health care, schooling, affection.'
  },
  {
    term: 'Per 10,000 children',
    said: [
      'per 10,000 children',
      'per 10,000',
      'for every 10,000 children',
      'in every 10,000 children',
      'for every 10,000',
      'in every 10,000'
    ],
    meaning:
      'The count divided by the number of children aged 0 to 17 who live in the area, times 10,000. It lets a large and a small area be set side by side.'
  },
  {
    term: 'Pooled',
    said: ['pooled'],
    meaning: 'Several years added up, where one year is too small to say much.'
  },
  {
    term: 'Position',
    meaning:
      'A count on one day, such as 31 March 2024. A count over a year, such as plans started, is a flow. The two are never mixed.'
  },
  {
    term: 'Primary (of a withheld number)',
    meaning: 'Withheld because it is small, so that no child can be found in it.'
  },
  RANGE,
  {
    term: 'Recorded neglect',
    said: ['recorded neglect', 'neglect recorded'],
    meaning:
      'Neglect that a professional wrote down. The words “recorded neglect” are used instead of “prevalence” for assessments.'
  },
  {
    term: 'Referral',
    said: ['referral', 'referrals'],
    meaning:
      'A request to children’s social care about a child. What counts as one differs from place to place and changes over time.'
  },
  {
    term: 'Release, or vintage',
    meaning:
      'One publication of a set of statistics, such as the 2024 release. A later one may revise earlier years.'
  },
  {
    term: 'Restricted',
    meaning:
      'For the partnership only. Every page, printed sheet and file of restricted figures says so. Public figures are for anybody.'
  },
  {
    term: 'Section 47 enquiry',
    said: ['section 47'],
    meaning:
      'What a council must do when it has reason to think that a child suffers, or is likely to suffer, significant harm.',
    elsewhere: false
  },
  {
    term: 'Similar areas (statistical neighbours)',
    said: ['similar areas', 'similar area', 'statistical neighbours'],
    meaning:
      'Ten authorities whose families and places are most like this one’s, chosen by the Department for Education. Their middle value (median) is shown, with how many have data and how close they are.',
    elsewhere:
      'Areas whose families and places are most like this one’s, as the figures name them. Their middle value (median) is shown, with how many have data.'
  },
  {
    term: 'Stretch (interval) of a withheld number',
    meaning:
      'From the lowest to the highest number that it could be, for somebody who adds and takes away everything that is shown.'
  },
  {
    term: 'Tier of help',
    meaning: 'A level of help, from early help up to a child protection plan.'
  },
  {
    term: 'Withheld',
    said: ['withheld'],
    meaning: 'A number that was not published, so that no child can be identified. It is not zero.'
  }
];

/** Those that a page explains where they stand. */
export const SAID_TERMS: readonly SaidTerm[] = TERMS.filter(
  (term): term is SaidTerm => term.said !== undefined
);

/** The same as the other nations mean them, without those of England alone. */
export const SAID_ELSEWHERE: readonly SaidTerm[] = SAID_TERMS.flatMap((term) => {
  if (term.elsewhere === false) return [];
  return [term.elsewhere === undefined ? term : { ...term, meaning: term.elsewhere }];
});

/** Shorter than this says too little by itself. */
const ENOUGH = 60;

/** What a term means in a sentence or two: as much of the glossary as stands beside a word. */
export function briefly({ meaning }: Term): string {
  const [first = '', ...more] = meaning.split(/(?<=\.)\s/);
  return more.reduce((said, next) => (said.length < ENOUGH ? `${said} ${next}` : said), first);
}
