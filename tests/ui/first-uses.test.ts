import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { firstUses, keptTogether } from '#lib/ui/first-uses.ts';
import { briefly, SAID_TERMS, TERMS } from '#lib/ui/glossary.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { leicestershire } from './fixtures.ts';

const { document } = new Window();
document.body.innerHTML = renderView(leicestershire);
const buttons = [...document.querySelectorAll('button.term')];
const of = (name: string) => buttons.map((button) => button.getAttribute(name));

describe('a term of the glossary on a view', () => {
  test('is explained once, where it is first said, by a button that needs no script', () => {
    expect(buttons.length).toBeGreaterThan(5);
    expect(new Set(of('popovertarget')).size).toBe(buttons.length);
    expect(of('aria-describedby')).toEqual(of('popovertarget'));
    for (const id of of('popovertarget'))
      expect(document.getElementById(id ?? '')?.hasAttribute('popover')).toBe(true);
  });

  test('means there what the glossary says, and nothing is listed that no button opens', () => {
    const meanings = [...document.querySelectorAll('.meaning')];
    expect(meanings.map(({ id }) => id).sort()).toEqual(of('popovertarget').sort());
    for (const meaning of meanings) {
      const [, said = ''] = meaning.innerHTML.split('</strong> ');
      expect(TERMS.some((term) => term.meaning.startsWith(said.trim()))).toBe(true);
    }
  });

  test('leaves the words as they are', () => {
    expect(document.querySelector('.headline')?.textContent).toContain(
      leicestershire.headline.text.slice(0, 40)
    );
  });

  test('is found as a whole word, and the longer of two terms before the shorter', () => {
    const text = 'Children in needlework, the child protection conference and the referrals.';
    const { mark: _, notes: __, ...headline } = leicestershire.headline;
    const model = { ...leicestershire, headline: { ...headline, text }, slots: [], questions: [] };
    const here = firstUses(model).inTexts.get('headline') ?? [];
    expect(here.map(({ start, end }) => text.slice(start, end))).toEqual([
      'child protection conference',
      'referrals'
    ]);
  });
});

test('a term keeps its punctuation on its line, and the words stay as they are', () => {
  const text = 'Rates are 16.2 for every 10,000: a “child protection plan”; and referrals.';
  const { mark: _, notes: __, ...headline } = leicestershire.headline;
  const model = { ...leicestershire, headline: { ...headline, text }, slots: [], questions: [] };
  const { kept, rest } = keptTogether(text, firstUses(model).inTexts.get('headline') ?? []);
  const together = kept.map(({ opening, words, closing }) => `${opening}${words}${closing}`);
  expect(together).toContain('“child protection plan”;');
  expect(together).toContain('referrals.');
  expect(kept.map(({ before }, index) => `${before}${together[index] ?? ''}`).join('') + rest).toBe(text);
});

test('what stands beside a word is short, and says enough', () => {
  for (const term of SAID_TERMS) {
    expect(briefly(term).length, term.term).toBeGreaterThan(40);
    expect(briefly(term).length, term.term).toBeLessThan(260);
  }
});
