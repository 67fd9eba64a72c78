import { expect, test } from 'vitest';
import { migrate, MIGRATIONS, type Migration } from '#lib/selection/migrations.ts';

test('migrations run in order, each on the answer of the one before', () => {
  const steps: Migration[] = [
    (old) => ({ ...old, path: old.path.replace('/la/', '/area/') }),
    (old) => ({ ...old, path: old.path.replace('/area/', '/area/the-') })
  ];
  expect(migrate({ path: '/la/leeds/', keys: {} }, steps).path).toBe('/area/the-leeds/');
});

test('an address of this release is left as it is by every migration', () => {
  const address = { path: '/area/leeds/prevalence/', keys: { period: '2020', compare: 'england' } };
  for (const step of MIGRATIONS) expect(step(address)).toEqual(address);
  expect(migrate(address)).toEqual(address);
});
