import { rule, type RuleGroup } from './rule.ts';

export const OFFICIAL: RuleGroup = {
  id: 'official',
  title: 'Reading official statistics',
  about:
    'These come up when files of the Department for Education or the Office for National Statistics are read. They are most often about the download.',
  rules: [
    rule(
      'not-there',
      'error',
      'The folder or file is not there',
      'The command was given a place where nothing is.',
      'A folder that was moved.',
      'Correct the path.'
    ),
    rule(
      'no-release',
      'error',
      'There is no release here',
      'None of the files is a table that the Department for Education publishes about children in need.',
      'A folder with the tables of another release.',
      'Choose the folder that the download was unpacked into.'
    ),
    rule(
      'wrong-encoding',
      'error',
      'The file was saved again in another way',
      'Letters in it cannot be read.',
      'It was opened and saved in an old spreadsheet.',
      'Download it again, and do not open it first.'
    ),
    rule(
      'truncated-file',
      'error',
      'The file is cut short',
      'It ends in the middle.',
      'The last row has half its cells.',
      'Download it again.'
    ),
    rule(
      'no-line-end',
      'warning',
      'The last row may be cut short',
      'The file does not end with a line end.',
      'A last number 23 that may have been 234.',
      'Compare the last row with the publication.'
    ),
    rule(
      'rows-missing',
      'either',
      'Rows are missing',
      'Authorities or years that other tables have are not there.',
      'No authority after M.',
      'Download the file again.'
    ),
    rule(
      'releases-mixed',
      'error',
      'Two releases are mixed',
      'Files in the folder are of different years.',
      'D4 ends in 2024, the others in 2025.',
      'Keep the files of one release.'
    ),
    rule(
      'two-files-one-table',
      'error',
      'Two files are the same table',
      'It cannot be told which is meant.',
      'D4 twice, under two names.',
      'Keep one.'
    ),
    rule(
      'duplicate-row',
      'error',
      'Two rows are for the same thing',
      'The same area, year and group come twice.',
      'Leeds 2024 twice.',
      'Keep one.'
    ),
    rule(
      'two-columns-one-meaning',
      'error',
      'Two columns mean the same',
      'It cannot be told which to read.',
      '“Referrals” and “referral_count”.',
      'Keep the one that the publication speaks of.'
    ),
    rule(
      'like-column',
      'warning',
      'A column is like another',
      'Its name is close to that of one that was read, and its numbers differ.',
      '“Neglect_Latest” and “Neglect_latest_revised”.',
      'Check which is meant.'
    ),
    rule(
      'blank-column',
      'either',
      'A column is blank',
      'Nothing stands in it.',
      'Rates that are filled in later.',
      'Download the file again if there should be figures.'
    ),
    rule(
      'blank-cells',
      'either',
      'Some cells are blank',
      'They were read as not supplied.',
      'Three of 1,967 cells.',
      'Compare them with the publication.'
    ),
    rule(
      'dash-cells',
      'warning',
      'Some cells hold a dash',
      'A dash may mean missing or withheld. It was read as withheld.',
      '“-”',
      'Ask the publisher.'
    ),
    rule(
      'negative-count',
      'either',
      'A count is below zero',
      'No count can be.',
      '-4',
      'Download the file again.'
    ),
    rule(
      'unreadable-column',
      'error',
      'A column cannot be read',
      'Most of its cells are neither numbers nor known symbols.',
      'Percentages with a sign.',
      'Download the file again.'
    ),
    rule(
      'category-changes',
      'error',
      'The name of a group changes within the file',
      'It cannot be told whether both names mean the same.',
      '“Female” until 2022, “Girls” after.',
      'Give them one name if they mean the same.'
    ),
    rule(
      'other-categories',
      'warning',
      'The file has groups that are not read',
      'They are none of those that the tables here have.',
      'A new ethnic group.',
      'Look whether one of them has a new name.'
    ),
    rule(
      'unknown-level',
      'either',
      'A level of area is not known',
      'It is none of country, region and authority.',
      '“District”',
      'Write the level of authorities as “Local authority”.'
    ),
    rule(
      'unknown-year',
      'error',
      'The year is not a year',
      'It cannot be told which year the row is of.',
      '“latest”',
      'Write it as 2024 or 202324.'
    ),
    rule(
      'unknown-areas',
      'either',
      'Areas are not known',
      'They have no code that says who they are.',
      'A name without a code.',
      'Download the file again, or add the code.'
    ),
    rule(
      'no-authorities',
      'error',
      'There are no authorities',
      'No table has a row for an authority.',
      'Only national tables were downloaded.',
      'Download the tables by authority too.'
    ),
    rule(
      'no-england',
      'error',
      'England is not there',
      'England is never made by adding authorities up.',
      'A filter was used for the download.',
      'Download it without a filter.'
    ),
    rule(
      'no-regions',
      'warning',
      'No region is there',
      'Comparisons with the region cannot be made.',
      'A filter was used for the download.',
      'Download it without a filter.'
    ),
    rule(
      'new-area',
      'warning',
      'An area is new, and it is not said what was there before',
      'Its line will begin without a past.',
      'A new authority.',
      'Add the change to data/geography.'
    ),
    rule(
      'ended-area',
      'warning',
      'An area ended, and it is not said what came after',
      'Its line will end.',
      'An authority that merged.',
      'Add the change to data/geography.'
    ),
    rule(
      'place-swapped',
      'error',
      'A name and a code do not belong together',
      'One of the two is of another area.',
      'The code of Leeds with the name of Leicester.',
      'Download the file again.'
    ),
    rule(
      'two-names',
      'warning',
      'An area goes by two names',
      'The one that most tables use was taken.',
      '“Bristol” and “Bristol, City of”.',
      'Nothing needs to be done.'
    ),
    rule(
      'not-population',
      'error',
      'The file is not one of population',
      'It lacks the columns of one.',
      'A table of plans under the name of population.',
      'Choose the file of population estimates.'
    ),
    rule(
      'population-value',
      'error',
      'A population cannot be right',
      'It is not a whole number, or none.',
      '0 children in Leeds.',
      'Download the file again.'
    ),
    rule(
      'population-year',
      'either',
      'The population is of other years',
      'The year to March 2024 needs the estimate of mid-2023.',
      'Estimates end in mid-2022.',
      'Add the file that has the year.'
    ),
    rule(
      'population-edition',
      'warning',
      'Two editions of the population are mixed',
      'The ages of an area do not come to its number of all children. Its ages are left out.',
      'Ages of a later estimate beside the total that the release uses.',
      'Give the estimates by age of the same edition.'
    ),
    rule(
      'not-neighbours',
      'error',
      'The file is not one of similar areas',
      'It lacks the columns of one.',
      'A list of schools.',
      'Choose the file of statistical neighbours.'
    ),
    rule(
      'bad-neighbour',
      'error',
      'A similar area cannot be read',
      'It has no code, or is given twice.',
      'A blank code.',
      'Download the file again.'
    ),
    rule(
      'neighbours-year',
      'warning',
      'The similar areas are of another year',
      'The list is newer or older than the figures.',
      'A list of 2021 beside figures of 2024.',
      'Use the list of the same years if there is one.'
    )
  ]
};
