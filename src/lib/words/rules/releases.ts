import { rule, type RuleGroup } from './rule.ts';

export const RELEASES: RuleGroup = {
  id: 'releases',
  title: 'Releases and protection',
  about: 'What was published before, and what a bundle says of being protected.',
  rules: [
    rule(
      'unprotected-release',
      'error',
      'Figures that are not protected are called a release',
      'What is out must have been protected first.',
      'A raw bundle given as last year’s release.',
      'Choose the bundle that was published. If it was never protected, find out who has it.'
    ),
    rule(
      'release-changed',
      'error',
      'A release was changed after it was published',
      'Its files are not those that were published.',
      'A figure was corrected in the folder “releases”.',
      'Put the files back as they were.'
    ),
    rule(
      'unknown-release',
      'error',
      'A file belongs to no release',
      'The register of releases does not name it.',
      'releases/old/bundle.json',
      'Take the releases whole from the bundle that was made last.'
    ),
    rule(
      'release-replaced',
      'error',
      'The new bundle would replace a release',
      'A release that is out is kept, so that the next one can be checked against it.',
      'Writing into the folder of last year’s bundle.',
      'Write the new bundle into another folder.'
    ),
    rule(
      'withheld-number-in-words',
      'warning',
      'Words hold a number that is withheld',
      'A note or a register holds a number as large as a count that is withheld.',
      '“Three children moved” beside a withheld count of 3.',
      'Read the words, and take the number out if it is that count.'
    )
  ]
};
