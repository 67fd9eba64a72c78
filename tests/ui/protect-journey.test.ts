import { expect, test } from 'vitest';
import type { Problem } from '#lib/domain/problem.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Draft } from '#lib/store/draft.ts';
import type { DraftResults, ReadBundle, SafeRelease } from '#lib/store/draft-messages.ts';
import { ProtectJourney } from '#lib/ui/protect-journey.svelte.ts';
import { plansBundle, withManifest } from '../browser/drafts.ts';

const raw = plansBundle([40, 3, 30, 12, 15], 'no');
const readOf = ({ manifest, cubes }: typeof raw): ReadBundle => ({
  manifest,
  cubes: [...cubes.values()],
  rows: {},
  figures: 0,
  areas: [],
  releases: []
});
const problem: Problem = {
  severity: 'error',
  rule: 'bad',
  file: 'a.csv',
  message: 'it is odd',
  remedy: 'Mend it.'
};
const release: SafeRelease = {
  outcome: 'safe',
  zip: new Uint8Array(0),
  manifest: raw.manifest,
  hash: '',
  summary: { cells: 0, primary: 0, complementary: 0, kept: 1, relations: 0 },
  tables: [],
  givenAway: [],
  untrue: [],
  warnings: []
};
const files = () => Promise.resolve([]);

/** A journey whose draft answers as it is told. */
function journeyWith(part: Partial<Draft>): ProtectJourney {
  const draft: Draft = {
    read: () => Promise.resolve({ bundle: readOf(raw), problems: [], previews: [], recognised: [] }),
    drop: () => Promise.resolve(),
    rows: () => Promise.reject(new Error('no rows')),
    protect: () => Promise.resolve(release),
    check: () => Promise.reject(new Error('no check')),
    show: () => Promise.reject(new Error('nothing to show')),
    reopen: () => Promise.reject(new Error('nothing was kept')),
    cancel: () => {},
    forget: () => {},
    ...part
  };
  return new ProtectJourney(
    () => Promise.resolve(draft),
    () => '2026-11-22'
  );
}

test('raw figures lead to a draft, and to a result that is unsaved until it is saved', async () => {
  const journey = journeyWith({});
  expect(journey.unsaved).toBe(false);
  await journey.read('draft', files);
  expect([journey.step.at, journey.unsaved]).toEqual(['draft', true]);
  await journey.protect();
  expect([journey.step.at, journey.unsaved]).toEqual(['result', true]);
  journey.saved();
  expect(journey.unsaved).toBe(false);
});

test('what is asked of the engine is the rules, the audience and the day', async () => {
  let asked: unknown;
  const journey = journeyWith({
    protect: (given) => {
      asked = given;
      return Promise.resolve(release);
    }
  });
  await journey.read('draft', files);
  journey.settings = PRESETS.strong;
  journey.audience = 'restricted';
  await journey.protect();
  expect(asked).toEqual({ settings: PRESETS.strong, audience: 'restricted', madeOn: '2026-11-22' });
});

test('files with mistakes leave what was loaded before', async () => {
  const answers: DraftResults['read'][] = [
    { bundle: readOf(raw), problems: [], previews: [], recognised: [] },
    { problems: [problem], previews: [], recognised: [] }
  ];
  const journey = journeyWith({
    read: () => Promise.resolve(answers.shift() ?? { problems: [], previews: [], recognised: [] })
  });
  await journey.read('draft', files);
  await journey.read('earlier', files);
  expect(journey.problems).toEqual([problem]);
  expect(journey.step.at).toBe('draft');
  expect(journey.loaded?.bundle.manifest.id).toBe('vale');
  expect(journey.earlier).toEqual([]);
});

test('a protected bundle is checked as soon as it is read', async () => {
  const checked = {
    shown: {},
    safe: true,
    settings: PRESETS.dfe,
    audit: {
      cells: 1,
      withheld: 0,
      kept: 1,
      implied: 0,
      relations: 0,
      leaks: [],
      givenAway: [],
      narrowest: [],
      contradictions: [],
      impossible: []
    }
  };
  const journey = journeyWith({
    read: () =>
      Promise.resolve({
        bundle: readOf(withManifest(raw, { protected: 'yes' })),
        problems: [],
        previews: [],
        recognised: []
      }),
    check: () => Promise.resolve(checked)
  });
  await journey.read('draft', files);
  expect(journey.step).toEqual({ at: 'checked', checked });
});

test('what was cancelled goes back to the draft and is no failure; anything else is said', async () => {
  const cancelled = new Error('stopped');
  cancelled.name = 'Cancelled';
  const problems = [cancelled, new Error('it broke')];
  const journey = journeyWith({ protect: () => Promise.reject(problems.shift() ?? new Error('again')) });
  await journey.read('draft', files);
  await journey.protect();
  expect([journey.step.at, journey.failure]).toEqual(['draft', undefined]);
  await journey.protect();
  expect([journey.step.at, journey.failure]).toEqual(['draft', 'it broke']);
});

test('what is forgotten is gone, and an answer that comes late changes nothing', async () => {
  let answer: (release: SafeRelease) => void = () => {};
  const journey = journeyWith({ protect: () => new Promise((resolve) => (answer = resolve)) });
  await journey.read('draft', files);
  journey.settings = PRESETS.strong;
  const protecting = journey.protect();
  await Promise.resolve();
  journey.forget();
  answer(release);
  await protecting;
  expect(journey.step).toEqual({ at: 'empty' });
  expect([journey.loaded, journey.settings, journey.unsaved]).toEqual([undefined, PRESETS.dfe, false]);
});

test('that it is agreed who may see figures holds while releases are added, and not for other figures', async () => {
  const journey = journeyWith({});
  await journey.read('draft', files);
  journey.agreed = true;
  await journey.read('earlier', files);
  expect(journey.agreed).toBe(true);
  await journey.read('draft', files);
  expect(journey.agreed).toBe(false);
});
