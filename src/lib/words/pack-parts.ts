/** What parts of packs are called where their page shows nothing for them: the headings that print elsewhere. */
const HEADINGS: Readonly<Record<string, string>> = {
  'overview/position': 'Position',
  'overview/hidden-neglect': 'What the category may hide',
  'overview/naming-acting': 'Naming against acting',
  'overview/recorded-neglect': 'What assessments record',
  'overview/change': 'What changed unusually',
  'overview/plans-over-time': 'Plans over time',
  'overview/time-return': 'Time and return',
  'overview/voice': 'What children, families and practitioners say',
  'overview/unseen': 'What we cannot see',
  'overview/scorecard': 'Scorecard',
  'prevalence/tiers': 'Known at each tier of help',
  'prevalence/position': 'Children on a plan for neglect',
  'prevalence/hidden-neglect': 'Hidden neglect',
  'prevalence/over-time': 'Over time',
  'prevalence/recorded-neglect': 'Recorded neglect',
  'prevalence/forms': 'Forms of neglect',
  'prevalence/who': 'Who the children are',
  'agencies/none-recorded': 'From whom is none recorded?',
  'agencies/who-refers': 'Who refers',
  'agencies/result': 'With what result',
  'agencies/contacts': 'Contacts beside referrals',
  'journey/history': 'How long, and how many times',
  'journey/restarts': 'Help that stops and starts',
  'journey/side-by-side': 'Its authorities side by side',
  'journey/movements': 'Stepping up and stepping down',
  'journey/not-known': 'What these figures cannot tell',
  'audits/audit-change': 'What changed between the rounds',
  'audits/audit-side-by-side': 'Each authority’s latest round',
  'audits/audit-standards': 'Standard by standard',
  'audits/audit-beside': 'Beside what inspectors found',
  'audits/audit-since': 'What happened since',
  'audits/audit-supply': 'How to see your own',
  'strategy/tool': 'Is the neglect tool in use?',
  'strategy/set-out': 'What was set out to be done?',
  'strategy/published': 'What a strategy would be judged by, and is known here',
  'strategy/outcomes': 'What has changed since, here and in similar areas?',
  'strategy/after': 'When did it move?',
  'strategy/sides': 'Numbers, audits, practitioners and families',
  'age/ages': 'Children on a plan for neglect, by age',
  'age/expected': 'What is recorded at each age',
  'age/beyond': 'What these figures cannot tell'
};

/** The heading of a slot, or of the slot that a figure begins with: of authorities beside each other where more follows. */
export function partHeading(view: string, id: string): string | undefined {
  const named = HEADINGS[`${view}/${id}`];
  if (named !== undefined) return named;
  const [slot] = Object.keys(HEADINGS)
    .filter((key) => `${view}/${id}`.startsWith(`${key}-`))
    .toSorted((one, other) => other.length - one.length);
  const heading = slot === undefined ? undefined : HEADINGS[slot];
  return heading === undefined || slot === 'strategy/after' ? heading : `${heading}, side by side`;
}
