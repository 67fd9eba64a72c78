import type { Document } from '#lib/domain/indicator.ts';

type DocumentId = (typeof Document)['options'][number];

/** Who said it and when, for the middle of a sentence or the head of a line. */
export const SAID_BY: Readonly<Record<DocumentId, string>> = {
  'ofsted-2014': 'Ofsted, 2014',
  'jtai-2018': 'Joint inspections, 2018',
  'llr-2016': 'Leicester, Leicestershire and Rutland, 2016',
  'leeds-2020': 'Leeds, 2020',
  'leeds-reviews': 'Leeds, learning from reviews',
  dfe: 'Department for Education',
  'nspcc-2011': 'NSPCC, 2011'
};

/** In what a document looked at the cases that it counts, and in whose sample: of those that count any. */
export const SAMPLES: Readonly<Partial<Record<DocumentId, { readonly of: string; readonly study: string }>>> =
  {
    'ofsted-2014': { of: 'Ofsted’s', study: 'Ofsted’s thematic inspection' },
    'jtai-2018': { of: 'the inspectors’', study: 'joint targeted area inspections' }
  };

/** Whose own plan a document is, by the official codes of the authorities that set it. */
export const SET_BY: Readonly<Partial<Record<DocumentId, readonly string[]>>> = {
  'llr-2016': ['E06000016', 'E10000018', 'E06000017']
};

/** The year in which a document came out; empty where it names none. */
export const publishedIn = (id: DocumentId): string => /\d{4}$/.exec(id)?.[0] ?? '';

/** The documents by their whole titles. */
export const DOCUMENTS: Readonly<Record<DocumentId, string>> = {
  'ofsted-2014': 'Ofsted, “In the child’s time: professional responses to neglect”, 2014.',
  'jtai-2018':
    'Ofsted, Care Quality Commission and others, “Growing up neglected: a multi-agency response to older children”, joint targeted area inspections, 2018.',
  'llr-2016': 'Leicester, Leicestershire and Rutland safeguarding children boards, “Neglect Strategy”, 2016.',
  'leeds-2020': 'Leeds, one minute guide 180, “Growing Up Neglected”, 2020.',
  'leeds-reviews': 'Leeds, “Learning from reviews”.',
  dfe: 'Department for Education, Children in need.',
  'nspcc-2011': 'NSPCC, “Child abuse and neglect in the UK today”, 2011.'
};
