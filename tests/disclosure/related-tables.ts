/** Small tables of two authorities, and the relations that their declarations tell. */
import { reportingYear } from '#lib/domain/period.ts';
import { relationsOf, type Frame, type ReleasedTable } from '#lib/disclosure/relations.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { quarterOf, toDateOf } from './made-periods.ts';
import { tablesOf, told, type Row } from './small-tables.ts';

const make = tablesOf(await readDictionary(), 'la1');

export const tableOf = (
  id: string,
  cube: string,
  dimensions: readonly string[],
  rows: readonly Row[],
  release?: ReleasedTable['release']
): ReleasedTable => make(id, [cube], dimensions, rows, release);

export const frame: Frame = {
  areas: [
    { id: 'partners', slug: 'partners', kind: 'partnership', name: 'Partners', codes: [] },
    { id: 'la1', slug: 'one', kind: 'authority', name: 'One', codes: [], parent: 'partners' },
    { id: 'la2', slug: 'two', kind: 'authority', name: 'Two', codes: [], parent: 'partners' },
    { id: 'north', slug: 'north', kind: 'locality', name: 'North', codes: [], parent: 'la1' }
  ],
  periods: [
    reportingYear(2024),
    ...[1, 2, 3, 4].map((number) => quarterOf(2024, number)),
    ...[2, 3, 4].map((number) => toDateOf(2024, number, `2024D${number}`))
  ],
  tiers: [
    {
      id: 'inneed',
      name: 'In need',
      order: 0,
      place: 'above',
      statutory: true,
      contains: ['cinplan', 'cpplan']
    },
    { id: 'cinplan', name: 'Plan', order: 1, place: 'rung', statutory: true }
  ]
};

export const relationsIn = (...tables: ReleasedTable[]) => relationsOf(tables, frame).map(told);
