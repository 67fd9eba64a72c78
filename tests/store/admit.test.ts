import { expect, test } from 'vitest';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { admitBundle } from '#lib/store/admit.ts';
import { cubes, plansBundle, withManifest } from '../browser/drafts.ts';

const safe = plansBundle([40, undefined, undefined, 10, 15], 'yes', 100);
const leaking = plansBundle([40, undefined, 30, 10, 15], 'yes', 100);
const admit = (...[bundle, beside]: [typeof safe, Parameters<typeof admitBundle>[2]?]) =>
  admitBundle(writeBundle(bundle), cubes, beside);

test('a protected bundle that gives nothing away is let in', async () => {
  const admission = await admit(safe);
  expect(admission.admitted).toBe(true);
  expect(admission).toMatchObject({ bundle: { manifest: { title: safe.manifest.title } } });
});

test('one that gives a withheld count away is not, whoever it is for', async () => {
  expect(await admit(leaking)).toMatchObject({ admitted: false, why: 'leaks' });
  const restricted = withManifest(leaking, { audience: 'restricted' });
  expect(await admit(restricted)).toMatchObject({ admitted: false, why: 'leaks' });
});

test('one that gives a count away only beside an earlier release is not', async () => {
  const earlier = withManifest(plansBundle([40, undefined, 30, undefined, 15], 'yes', 100), { id: 'before' });
  expect(await admit(safe, { earlier: [earlier] })).toMatchObject({ admitted: false, why: 'leaks' });
});

test('raw figures never are, small counts or none', async () => {
  expect(await admit(plansBundle([40, 30, 20, 10, 15], 'no'))).toMatchObject({ admitted: false, why: 'raw' });
});

test('files that are no bundle are not, and every problem is told', async () => {
  const admission = await admitBundle(new Map([['bundle.json', '{}']]), cubes);
  expect(admission).toMatchObject({ admitted: false, why: 'problems' });
  expect('problems' in admission && admission.problems.length).toBeGreaterThan(0);
});
