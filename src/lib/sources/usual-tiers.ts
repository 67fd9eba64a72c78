/** The tiers of help that figures of England have been given by, as they nest, until an area says otherwise. */
import type { Tier } from '#lib/domain/bundle.ts';

export const USUAL_TIERS: readonly Tier[] = [
  {
    id: 'inneed',
    name: 'Children in need',
    order: 0,
    place: 'above',
    statutory: true,
    contains: ['cinplan', 'cpplan']
  },
  { id: 'targeted', name: 'Early help', order: 1, place: 'rung', statutory: false },
  { id: 'cinplan', name: 'Child in need plan', order: 2, place: 'rung', statutory: true },
  { id: 'cpplan', name: 'Child protection plan', order: 3, place: 'rung', statutory: true }
];
