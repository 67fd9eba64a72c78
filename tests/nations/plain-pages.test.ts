/** Methods and Guide of a bundle of another nation: what is about England alone says so. */
import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/db/catalogue.ts';
import GuidePage from '#lib/ui/GuidePage.svelte';
import MethodsPage from '#lib/ui/MethodsPage.svelte';
import { sharedFacts } from '../published.ts';

const SHOWN = [
  { id: 'wales', day: '31 March', rungs: 'Early help, care and support plan and child protection register' },
  { id: 'scotland', day: '31 July', rungs: 'child’s plan and child protection register' },
  { id: 'northern-ireland', day: '31 March', rungs: 'child in need plan and child protection register' }
] as const;

/** What belongs to England alone, where nothing says that it does. */
const ENGLISH =
  /(?<!\b(?:in|of|outside|leave) |\()\bEngland\b|\bDfE\b|Department for Education(?! \(England\))|factor 16A|on a (child protection )?plan\b/i;

/** Without tables, which set the nations side by side, and names of what is on the screen. */
const wordsOf = (page: Component<{ catalogue: Catalogue }>, catalogue: Catalogue) =>
  render(page, { props: { catalogue } })
    .body.replace(/<(table|b)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->|<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe.each(SHOWN)('of figures of $id', async ({ id, day, rungs }) => {
  const { catalogue } = await sharedFacts(`tests/bundles/${id}`);
  const country = catalogue.manifest.areas.find(({ kind }) => kind === 'country')?.name ?? '';
  const methods = wordsOf(MethodsPage, catalogue);
  const guide = wordsOf(GuidePage, catalogue);

  test('methods speak of its country, its dates, its tiers and its register', () => {
    expect(methods).toContain(`This page is about ${country}.`);
    expect(methods).toContain(`Figures at ${day} of a year`);
    expect(methods).toContain(rungs);
    expect(methods).toContain('Children on the register for neglect are those');
  });

  test.each([
    ['methods', methods],
    ['the guide', guide]
  ])('%s say of nothing English that it is its own', (_, words) => {
    const at = words.search(ENGLISH);
    expect(at === -1 ? '' : words.slice(Math.max(0, at - 80), at + 80)).toBe('');
  });

  test('the guide takes its country as the example of a wider area', () => {
    expect(guide).toContain(`such as ${country}, may be named`);
  });
});

test('methods of England keep what its department and its returns say', async () => {
  const words = wordsOf(MethodsPage, (await sharedFacts()).catalogue);
  expect(words).toContain('factor 16A. The Department for Education asks');
  expect(words).toContain('Early help, child in need plan and child protection plan are shown as a ladder');
  expect(words).toContain('Figures at 31 March of a year');
});
