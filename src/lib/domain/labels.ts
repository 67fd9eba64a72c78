/** Names that pages and addresses need, apart from the schemas, so that neither fetches those. */

/** The groups of the catalogue, in the order of a child's way through the system. */
export const GROUPS = {
  prevalence: 'Prevalence and need',
  'front-door': 'Front door and early help',
  assessment: 'Assessment',
  plans: 'Plans, progress and drift',
  partners: 'Partner agencies',
  workforce: 'Workforce and training',
  governance: 'Governance and assurance'
} as const;
/** Where figures come from, in the words an analyst uses. */
export const FEEDS = {
  published: 'Published statistics',
  earlyhelp: 'Early help system',
  casesystem: 'Case system (children in need census)',
  planlist: 'Child protection plan list',
  audit: 'Multi-agency audit',
  tool: 'Neglect tool register',
  training: 'Training records',
  survey: 'Survey',
  escalation: 'Escalation log',
  legal: 'Legal tracker',
  partner: 'Partner agency return',
  governance: 'Partnership records',
  review: 'Practice review log',
  population: 'Population estimates',
  research: 'Published research'
} as const;
