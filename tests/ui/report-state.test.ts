import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import { dropOwnPack, keptPack } from '#lib/store/pack-tab.ts';
import { ReportState } from '#lib/ui/report.svelte.ts';

const pack = (page = 'leeds/overview'): Pack => ({
  id: 'a-pack',
  title: 'A pack',
  occasion: '',
  contents: true,
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
