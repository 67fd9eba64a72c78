import { expect, test } from 'vitest';
import { ownArea } from '#lib/ui/own-area.ts';
import { sharedFacts } from '../published.ts';

test('loaded figures open on an authority of their partnership, not on the country that stands beside it', async () => {
  const { areas } = (await sharedFacts('data/demo')).catalogue.manifest;
  expect(ownArea(areas)).toMatchObject({ kind: 'authority', slug: 'kestrelshire' });
  expect(ownArea(areas.filter(({ slug }) => slug === 'brindlemoor'))?.slug).toBe('brindlemoor');
  expect(ownArea(areas.filter(({ kind }) => kind !== 'partnership'))).toBeUndefined();
  expect(ownArea([])).toBeUndefined();
});
