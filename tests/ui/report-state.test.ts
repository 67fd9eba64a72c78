import { render } from 'svelte/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import { PLAIN, type Standing } from '#lib/domain/standing.ts';
import { standingOfWords } from '#lib/selection/pack-edit.ts';
import { dropOwnPack, keepPack, keptPack } from '#lib/store/pack-tab.ts';
import { ReportState } from '#lib/ui/report.svelte.ts';
import ReportRestored from '#lib/ui/ReportRestored.svelte';

const pack = (page = 'leeds/overview'): Pack => ({
  id: 'a-pack',
  title: 'A pack',
  occasion: '',
  contents: true,
  writtenOn: PLAIN,
  parts: [
    { kind: 'heading', id: 'a', text: 'A' },
    { kind: 'headline', id: 'b', page },
    { kind: 'text', id: 'c' }
  ]
});
const said = (part: string, text: string): Commentary => ({
  pack: 'a-pack',
  part,
  role: 'A role',
  date: '2024-12-01',
  text
});

/** What a tab of a browser keeps. */
function tab(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name)
  };
}

let report: ReportState;
beforeEach(() => {
  vi.stubGlobal('sessionStorage', tab());
  report = new ReportState();
  report.begin({ pack: pack(), commentary: [] });
});
const order = (state = report) => state.pack?.parts.map(({ id }) => id).join('');

/** The same tab, its page loaded anew. */
function reloaded(): ReportState {
  const next = new ReportState();
  next.start();
  return next;
}

describe('a yearly report that lost “Little or no progress”', () => {
  const draft = (id: string) => ({ kind: 'draft' as const, id, page: 'leeds/overview', heading: id });
  const lacking: Pack = { ...pack(), parts: [draft('effective'), draft('reviews')] };
  const noticeIn = ({ notices }: ReportState) => render(ReportRestored, { props: { notices } }).body;

  test('has it back in its place when its file is opened, and the page says so', () => {
    report.begin({ pack: lacking, commentary: [] });
    expect(order()).toBe('effectivelittle-progressreviews');
    expect(report.restored.map(({ part }) => part)).toEqual(['little-progress']);
    expect(noticeIn(report)).toMatch(
      /role="status".*“Little or no progress” was missing from this pack, .* It is back in its place and must be written/s
    );
    expect(report.file().pack.parts).toContainEqual(draft('little-progress'));
  });

  test('has it back when this tab kept it without, once and for good', () => {
    keepPack({
      file: { format: 'neglect-lens-pack', version: 1, pack: lacking, commentary: [] },
      unsaved: true,
      restored: []
    });
    const opened = reloaded();
    expect(order(opened)).toBe('effectivelittle-progressreviews');
    expect(opened.notices).toHaveLength(1);
    expect(opened.unsaved).toBe(true);
    expect(keptPack()?.file.pack.parts).toHaveLength(3);
  });

  test('says so until something is written there, however often the page is loaded anew', () => {
    report.begin({ pack: lacking, commentary: [] });
    const again = reloaded();
    expect([again.notices, again.restored]).toEqual([report.notices, report.restored]);
    again.write(said('little-progress', 'Dentists still refer nobody.'));
    expect([reloaded().notices, reloaded().restored]).toEqual([[], []]);
  });

  test('says nothing more of it once another pack is begun, and nothing of a pack that has none', () => {
    report.begin({ pack: lacking, commentary: [] });
    report.begin({ pack: pack(), commentary: [] });
    expect([report.notices, report.restored, order()]).toEqual([[], [], 'abc']);
    expect(noticeIn(report)).not.toContain('notice');
  });
});

describe('a report of a tab', () => {
  test('is there with its words when the page is loaded anew, and says that they are in no file', () => {
    report.write(said('c', 'Said.'));
    report.move('b', -1, 'Headline');
    const next = reloaded();
    expect(order(next)).toBe('bac');
    expect(next.commentary).toEqual([said('c', 'Said.')]);
    expect(next.unsaved).toBe(true);
    next.saved();
    expect(reloaded().unsaved).toBe(false);
  });

  test('takes back what was done, one after another, and no words with it', () => {
    report.remove('c', 'Words');
    report.move('b', -1, 'Headline');
    report.write(said('b', 'Meanwhile.'));
    expect(order()).toBe('ba');
    expect(report.undo()).toBe('b');
    expect(report.last?.words).toBe('“Words” was taken out.');
    expect(report.undo()).toBe('c');
    expect(order()).toBe('abc');
    expect(report.commentary.map(({ text }) => text)).toEqual(['Meanwhile.']);
    expect(report.undo()).toBeUndefined();
  });

  test('gives a part back with the words that were written about it', () => {
    report.write(said('c', 'Said.'));
    report.remove('c', 'Words');
    expect(report.file().commentary).toEqual([]);
    report.undo();
    expect(report.file().commentary).toEqual([said('c', 'Said.')]);
  });

  test('is nothing to undo where nothing was moved', () => {
    expect(report.move('a', -1, 'A')).toBe(false);
    expect(report.last).toBeUndefined();
  });

  test('still stands where the browser keeps nothing, and says so', () => {
    vi.stubGlobal('sessionStorage', undefined);
    report.rename({ title: 'Anew' });
    expect(report.pack?.title).toBe('Anew');
    expect(report.kept).toBe(false);
    expect(keptPack()).toBeUndefined();
  });

  test('is forgotten with figures of one’s own where it takes them, and only there', () => {
    dropOwnPack();
    expect(order(reloaded())).toBe('abc');
    report.begin({ pack: pack('own:tarland/overview'), commentary: [said('c', 'Ours.')] });
    dropOwnPack();
    expect(reloaded().pack).toBeUndefined();
    expect(sessionStorage.length).toBe(0);
  });
});

describe('words that were written on restricted figures', () => {
  const RESTRICTED = { restricted: true, madeUp: false };
  const onOf = ({ commentary }: ReportState) => commentary.map(({ writtenOn }) => writtenOn);

  test('stay restricted in the tab when figures for anybody stand there, until their writer lets them go', () => {
    report.showing(RESTRICTED);
    report.write(said('c', 'Said.'));
    report.rename({ title: 'Up by a half' });
    const next = reloaded();
    next.showing(PLAIN);
    next.write(said('c', 'Said anew.'));
    next.rename({ title: 'Another' });
    expect(onOf(next)).toEqual([RESTRICTED]);
    expect(next.file().pack.writtenOn).toEqual(RESTRICTED);
    next.release([said('c', 'Said anew.')]);
    expect(onOf(reloaded())).toEqual([PLAIN]);
    expect(reloaded().file().pack.writtenOn).toEqual(PLAIN);
  });

  test('are known as that though the figures came after them, and no others are', () => {
    report.write(said('b', 'Before.'));
    report.showing(PLAIN);
    report.write(said('c', 'Meanwhile.'));
    report.showing(RESTRICTED);
    report.showing(PLAIN);
    expect(onOf(report)).toEqual([PLAIN, RESTRICTED]);
    expect(report.file().pack.writtenOn).toEqual(PLAIN);
  });

  test.each([
    ['for anybody', PLAIN],
    ['that are made up', { restricted: false, madeUp: true }]
  ])('or on what nobody knows are not let go by a letter that is typed beside figures %s', (_, shown) => {
    const { writtenOn: __, ...unmarked } = pack();
    report.begin({ pack: unmarked, commentary: [said('c', 'Said.')] });
    report.write(said('c', 'Said!'));
    report.showing(shown);
    report.write(said('c', 'Said!!'));
    report.write(said('b', 'New.'));
    report.rename({ title: 'Another' });
    expect(onOf(report)).toEqual([undefined, shown]);
    expect(standingOfWords(report.file()).restricted).toBe(true);
    expect(report.file().pack.writtenOn).toBeUndefined();
    expect(standingOfWords(reloaded().file()).restricted).toBe(true);
    report.release(report.commentary);
    expect(standingOfWords(report.file()).restricted).toBe(false);
  });
});

describe('words that are typed before its figures are worked out', () => {
  const RESTRICTED = { restricted: true, madeUp: false };
  const MADE_UP = { restricted: false, madeUp: true };
  const OWN = 'own:tarland/overview';
  const onPublic = () => ({ ...said('c', 'Said.'), writtenOn: PLAIN });

  /** A pack with words on public figures, opened while figures of this standing are loaded in the tab, or none. */
  function opened(loaded?: Standing, page = OWN): ReportState {
    const state = new ReportState(() => loaded);
    state.begin({ pack: pack(page), commentary: [onPublic()] });
    return state;
  }
  const typed = (state: ReportState) => state.write(said('c', 'A fifth of them.'));
  const inFile = (state: ReportState) => {
    const { pack, commentary } = state.file();
    return { title: pack.writtenOn, words: commentary[0]?.writtenOn };
  };

  test('go into a file as words on the restricted figures of the tab, asked about; a list of contents tells nothing', () => {
    const state = opened(RESTRICTED);
    state.rename({ contents: false });
    expect(inFile(state).title).toEqual(PLAIN);
    typed(state);
    state.rename({ title: 'Up by a fifth' });
    expect(inFile(state)).toEqual({ title: RESTRICTED, words: RESTRICTED });
    expect(state.standing.restricted).toBe(true);
  });

  test.each([
    ['restricted', RESTRICTED, OWN],
    ['for anybody', PLAIN, OWN],
    ['not there', undefined, OWN],
    ['those of the site', undefined, 'leeds/overview']
  ])('stay marked once the page was left, where loaded figures are %s', (_, loaded, page) => {
    const state = opened(loaded, page);
    typed(state);
    state.rename({ title: 'Up by a fifth' });
    expect(standingOfWords(state.file()).restricted).toBe(true);
    const back = reloaded();
    back.showing(PLAIN);
    back.write(said('c', 'A fifth of all.'));
    back.rename({ title: 'Another' });
    for (const on of Object.values(inFile(back))) expect(on?.restricted).not.toBe(false);
    expect(standingOfWords(reloaded().file()).restricted).toBe(true);
    back.release(back.commentary);
    expect(standingOfWords(reloaded().file())).toEqual(PLAIN);
  });

  test('are known as what they are where the page was not left before', () => {
    for (const shown of [PLAIN, MADE_UP, RESTRICTED]) {
      const state = opened(shown);
      typed(state);
      state.rename({ title: 'Up by a fifth' });
      typed(state);
      state.showing(shown);
      expect(inFile(state)).toEqual({ title: shown, words: shown });
      expect(state.standing).toEqual(shown);
      expect(inFile(reloaded())).toEqual({ title: shown, words: shown });
    }
  });

  test('stay restricted though the loaded figures are taken out of the report before it is worked out', () => {
    const state = opened(RESTRICTED);
    typed(state);
    state.remove('b', 'Headline');
    state.showing(PLAIN);
    expect(inFile(state).words).toEqual(RESTRICTED);
  });

  test('wait for loaded figures that are not there yet, whatever else is shown meanwhile', () => {
    const loaded: { standing?: Standing } = {};
    const state = new ReportState(() => loaded.standing);
    state.begin({ pack: pack(OWN), commentary: [onPublic()] });
    state.showing(PLAIN);
    typed(state);
    expect(inFile(state).words).toBeUndefined();
    loaded.standing = RESTRICTED;
    state.showing(PLAIN);
    expect(inFile(state).words).toEqual(RESTRICTED);
  });

  test('may be public only once the figures are known, and then where it takes none of the loaded ones', () => {
    const state = opened(RESTRICTED, 'leeds/overview');
    expect(state.standing).toEqual(RESTRICTED);
    state.showing(PLAIN);
    typed(state);
    expect([inFile(state).words, state.standing]).toEqual([PLAIN, PLAIN]);
  });
});
