import { rule, type RuleGroup } from './rule.ts';

export const COUNTING: RuleGroup = {
  id: 'counting',
  title: 'What is counted, and how often',
  about: 'Figures that cannot all be true of the same children.',
  rules: [
    rule(
      'part-over-total',
      'error',
      'A part is more than the whole',
      'One figure is part of another and is larger than it.',
      '30 children on a plan for neglect, of 25 children on a plan.',
      'Look up both figures. One of them is wrong, or they are of different things.'
    ),
    rule(
      'parts-over-total',
      'warning',
      'The parts come to more than the whole',
      'Parts that should add up to the total pass it.',
      'Girls 20, boys 20, all children 35.',
      'Check that nobody is counted twice, and that the total is of the same thing on the same date.'
    ),
    rule(
      'nested-parts-over-total',
      'warning',
      'Parts inside a part come to more than it',
      'Ages or ethnic groups that share nobody come to more than the wider group that holds them.',
      'Ages 5 to 6: 12, ages 7 to 9: 20, ages 5 to 9: 30.',
      'Check the figures of the narrow groups against the wide one.'
    ),
    rule(
      'sum-does-not-add-up',
      'either',
      'A sum does not add up',
      'Figures that depend on each other disagree. It stops protecting when a small count is part of the sum, because what is worked out from it would be wrong.',
      'Plans that started, by category, come to 61; all plans that started are 60.',
      'Correct the figures where they come from, or leave the table out.'
    ),
    rule(
      'children-over-events',
      'error',
      'More children than events',
      'A child may be referred three times, and counts once under children and three times under referrals. So there are never more children than referrals.',
      '40 children referred, 35 referrals.',
      'The two columns may be exchanged. Put each number where it belongs.'
    ),
    rule(
      'more-than-at-any-point',
      'error',
      'More than at any point in the year',
      'Everybody who was there at the end, started or ended was there at some point. So “at any point” is the largest of them.',
      '120 plans open on 31 March, 100 plans open at any point in that year.',
      'One of the two counts something else. Look at how each was made.'
    ),
    rule(
      'flow-on-a-date',
      'error',
      'Something that happens over time has a single date',
      'Referrals, starts and endings are counted over a month, a quarter or a year. One day is no period for them.',
      'Plans started “at 31 March 2024”.',
      'Give the period it was counted over, such as 2024 or 2024Q3.'
    ),
    rule(
      'stock-pooled',
      'error',
      'A count on a date is pooled over years',
      'Children who are there on one date cannot be added up over three years: the same child is there each time.',
      'Children on a plan, 2022 to 2024 together.',
      'Give the count on each date.'
    ),
    rule(
      'part-of-year-over-year',
      'error',
      'A quarter has more than its year',
      'Whatever happened in a quarter or a month happened in its year too.',
      '50 referrals in the first quarter, 45 in the whole year.',
      'Correct the one that is wrong. Running totals go under the day they were counted up to, such as to20261031.'
    ),
    rule(
      'running-totals',
      'warning',
      'Quarters look like running totals',
      'The figure grows through each year and starts again with the next. Quarters are wanted by themselves.',
      '20, 41, 60, 83, then 19, 40, 62, 80.',
      'Take each quarter away from the one after it, and give the differences.'
    ),
    rule(
      'child-at-two-tiers',
      'warning',
      'A child may be counted at two tiers',
      'A tier is said to hold others, and has fewer children than they have. Tiers inside one another are never added up.',
      'Children in need 300, on a child in need plan 220, on a child protection plan 100.',
      'Check whether the outer tier holds the inner ones. If it does not, take them out of “contains” in bundle.json.'
    ),
    rule(
      'area-over-parent',
      'error',
      'A small area has more than the large one that holds it',
      'A locality is part of its authority, and an authority of its region. This is also what a column of rates looks like.',
      'North locality 80 children, the whole authority 60.',
      'Give counts, not rates. If they are counts, correct one of them.'
    ),
    rule(
      'neglect-under-category',
      'error',
      'Fewer children with neglect anywhere than in the category neglect',
      'A child on a plan whose category is neglect has neglect recorded. So those with neglect anywhere in the record are at least as many as those in the category.',
      '260 children on a plan for neglect, and 100 with neglect anywhere in the record.',
      'Count under “neglect recorded” everybody whose category is neglect, and add those for whom an assessment, a tool or the conference records it. Where that cannot be told, delete the rows of “neglect anywhere”.'
    ),
    rule(
      'more-than-live-there',
      'error',
      'More children than live there',
      'The children who are counted are more than all children of the area. A rate would be more than 10,000 per 10,000.',
      '12,000 children in need in an area of 9,000 children.',
      'Look at both: one has a digit too many or too few, or is of another area.'
    ),
    rule(
      'percent-for-count',
      'warning',
      'Percentages look as if they stood for counts',
      'The parts come to 100 every time, or everything is out of 100. Percentages are worked out here from the counts.',
      'Neglect 44, emotional 38, physical 12, sexual 6: 100 each quarter.',
      'Give how many, and of how many. If there really were 100 each time, leave it.'
    ),
    rule(
      'tenfold-change',
      'warning',
      'Ten times as many as before, or a tenth',
      'So large a change between two periods is more often a slip of the hand than something that happened.',
      '142, 139, 1410, 150.',
      'Look the figure up. If it is right, say in a note what changed.'
    ),
    rule(
      'zero-among-figures',
      'warning',
      'Nothing, between figures that are large',
      'A zero says that somebody counted and found none. Between large figures it is more often one that is missing.',
      '231, 0, 240.',
      'If nothing was counted, say “not available” (in a CSV: a blank value and the status x). If it is a true zero, leave it.'
    )
  ]
};

export const MEANING: RuleGroup = {
  id: 'meaning',
  title: 'Ages, periods, areas and words of the field',
  about: 'What figures are said to be about, and whether they can be.',
  rules: [
    rule(
      'age-bands-overlap',
      'warning',
      'Two bands of ages cross',
      'Each of two bands holds ages that the other lacks. Children are counted in both, and with both the ages between can be worked out.',
      'Ages 5 to 9 and ages 7 to 15 in one table give ages 5 to 6 away.',
      'Keep one cut of ages in a table. If you need both, protect them together.'
    ),
    rule(
      'age-bands-gap',
      'warning',
      'Some ages are in no band',
      'The bands leave ages out, so they cannot come to all children.',
      'Under 1, 1 to 4, 10 to 15, 16 and over: nobody is 5 to 9.',
      'Add the band. Write 0 where there are none, and “withheld” (in a CSV: the status c) where the count is withheld.'
    ),
    rule(
      'unborn-not-told',
      'warning',
      'It is not said where unborn children are',
      'Children can be on a plan before they are born. They are in no population. Counted under 1, they make its rate too high.',
      'A table of plans by age begins with “under 1” and has no row “unborn”.',
      'Add rows for “unborn”, with 0 where there are none.'
    ),
    rule(
      'period-in-future',
      'error',
      'The day has not come',
      'Nothing can have been counted on it. Children on a plan, and all else that is there on a date, are counted on the last day of the period: 2027 is 31 March 2027. Made-up figures may lie in the future.',
      'Children on a plan under 2031, or under 2027 while it is still 2026.',
      'Write the day of the count, such as at20261031 for 31 October 2026. A forecast is not a count and has no place here.'
    ),
    rule(
      'period-not-over',
      'error',
      'The period is not over',
      'Beside whole periods it would look like a fall. Made-up figures may lie in the future.',
      'Referrals of this quarter, given in its second month.',
      'Wait until it is over. What happened in the year so far goes under the day it was counted up to, such as to20261031 for 1 April to 31 October 2026.'
    ),
    rule(
      'supplied-in-future',
      'error',
      'The figures are said to be of a day that has not come',
      'Every page says from when the figures are, so that nobody takes old ones for new.',
      '“Supplied on” is 2027-01-15, and it is 2026.',
      'Write the day on which they were taken from the system.'
    ),
    rule(
      'periods-overlap',
      'error',
      'Two periods share days',
      'What happened on those days is counted twice in one line.',
      'The year to March 2024 and the calendar year 2023, in one table.',
      'Correct their dates in bundle.json, or keep one kind of year.'
    ),
    rule(
      'period-missing',
      'warning',
      'A period is missing in between',
      'The line has a gap there, and it is not said why.',
      '2021, 2022, 2024.',
      'Add it. Where there are no figures, say “not available” (in a CSV: the status x).'
    ),
    rule(
      'period-backwards',
      'error',
      'A period ends before it starts',
      'Its two dates are the wrong way round, or one is mistyped.',
      'From 2024-03-31 to 2023-04-01.',
      'Exchange the dates in bundle.json.'
    ),
    rule(
      'area-not-there',
      'warning',
      'The area did not exist then',
      'Authorities split and merge. A figure from before an area began was put together later, or is of another area.',
      'Cumberland in the year to March 2019; it began in April 2023.',
      'Use the area that was there. If the figure was worked out anew, say so in a note.'
    ),
    rule(
      'agency-without-dates',
      'warning',
      'An agency has no dates',
      'Agencies begin, end and merge. Without dates nobody can tell one that referred no child from one that was not there.',
      'A family support service that began in 2025 shows no referrals in 2024.',
      'On the sheet “About”, write the dates behind the name: “Turning Point; from 2020-04-01; to 2024-03-31”. In bundle.json they are “from” and “to” of the agency.'
    ),
    rule(
      'n1-as-neglect',
      'error',
      'N1 is given as neglect',
      'The primary need N1 means abuse or neglect. It is much larger than neglect. The figures given as neglect are the same as those of N1.',
      '1,398 children with neglect, and 1,398 with the primary need N1.',
      'In the column “Neglect”, choose “Abuse or neglect”, recorded as one reason (in a CSV: merged), or count those for whom neglect itself is recorded (factor 16A). Under “Primary need”, leave the rows of neglect out.'
    ),
    rule(
      'n1-named',
      'warning',
      'A name speaks of “abuse or neglect”, and the rows say neglect',
      'The title of the table or its source speaks of N1, abuse or neglect, and its rows are marked as neglect alone.',
      'A table called “N1 by quarter”, with neglect “yes”.',
      'Choose “Abuse or neglect”, recorded as one reason (in a CSV: merged), where abuse is counted with neglect.'
    ),
    rule(
      'recoded-multiple',
      'warning',
      'The category “multiple” moved by ten points or more',
      'So many plans moved into or out of “multiple” that recording must have changed. Neglect then rises or falls without anything having changed for children.',
      'Multiple fell from 40% of all plans to none, and neglect rose threefold in the same year.',
      'Nothing will be said of a change in neglect across these two. Say in a note what changed, if you know.'
    )
  ]
};
