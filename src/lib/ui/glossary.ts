/** Words a reader meets on these pages. Tiers and categories are not here: they come with the data, dated. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
}

export const TERMS: readonly Term[] = [
  {
    term: 'All reasons, a stand-in',
    meaning:
      'The figure counts children whatever the reason. It is used because no figure for neglect alone is published. It may move for reasons that have nothing to do with neglect.'
  },
  {
    term: 'Assessment',
    meaning:
      'A social worker’s look at what a child needs. It ends with a record of the factors that were found. One assessment can record many factors, so shares of factors do not add up to 100%.'
  },
  {
    term: 'Category (initial, latest)',
    meaning:
      'The main reason written on a child protection plan: neglect, physical, sexual or emotional abuse, or multiple. Initial is the one at the start; latest is the one now. They can differ.'
  },
  {
    term: 'Check of withheld numbers (audit)',
    meaning:
      'A program tries to work out every withheld number from all that is shown. Where it can, the figures are not published.'
  },
  {
    term: 'Child protection plan',
    meaning:
      'A plan for a child who is likely to suffer significant harm. Agreed at a conference, and reviewed. A child is on one plan at a time but can start two in one year.'
  },
  {
    term: 'Child in need (as the Department for Education counts it)',
    meaning:
      'Any child with an open episode of social care: those with a plan, in care, leaving care, or still being assessed. It is much wider than children on a child in need plan.'
  },
  {
    term: 'Complementary (of a withheld number)',
    meaning:
      'Withheld although it is not small, so that a small number cannot be worked out from it. It carries the same mark as the small one.'
  },
  {
    term: 'Episode',
    meaning: 'The time from a referral until the case is closed. One child can have several in a year.'
  },
  {
    term: 'Factor 16A, neglect',
    meaning:
      'The code a social worker records at the end of an assessment when neglect was found. It is counted once for each episode, by every authority in its own habit, so it shows what is recorded and not how common neglect is.'
  },
  {
    term: 'Includes neglect',
    meaning:
      'The figure counts neglect together with something else, such as “abuse or neglect”, and cannot be split.'
  },
  {
    term: 'Multiple',
    meaning:
      'A category for plans with more than one main reason, which may or may not include neglect. Some authorities use it often, some never.'
  },
  {
    term: 'Neglect',
    meaning:
      'The ongoing failure to meet a child’s basic needs: food, warmth, care, safety, health care, schooling, affection.'
  },
  {
    term: 'Per 10,000 children',
    meaning:
      'The count divided by the number of children aged 0 to 17 who live in the area, times 10,000. It lets a large and a small area be set side by side.'
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
  {
    term: 'Range',
    meaning: 'How far a number could move by chance with nothing underlying changed. See methods.'
  },
  {
    term: 'Recorded neglect',
    meaning:
      'Neglect that a professional wrote down. The words “recorded neglect” are used instead of “prevalence” for assessments.'
  },
  {
    term: 'Referral',
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
    term: 'Similar areas (statistical neighbours)',
    meaning:
      'Ten authorities whose families and places are most like this one’s, chosen by the Department for Education. Their middle value (median) is shown, with how many have data and how close they are.'
  },
  {
    term: 'Stretch (interval) of a withheld number',
    meaning:
      'From the lowest to the highest number that it could be, for somebody who adds and takes away everything that is shown.'
  },
  {
    term: 'Withheld',
    meaning: 'A number that was not published, so that no child can be identified. It is not zero.'
  }
];
