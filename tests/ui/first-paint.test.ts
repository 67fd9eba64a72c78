import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import config from '../../svelte.config.js';

const page = readFileSync(new URL('../../src/app.html', import.meta.url), 'utf8');
const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);

function open(search: string, shown: string | undefined) {
  const window = new Window({ url: `https://example.org/area/leeds/${search}` });
  const { document } = window;
  if (shown !== undefined) {
    const meta = document.createElement('meta');
    meta.setAttribute('name', 'lens-shown');
    meta.setAttribute('content', shown);
    document.head.append(meta);
  }
  for (const script of scripts)
    new Function('document', 'location', 'URLSearchParams', 'MutationObserver', 'addEventListener', script)(
      document,
      window.location,
      URLSearchParams,
      window.MutationObserver,
      window.addEventListener.bind(window)
    );
  return document;
}

const SHOWN = 'period=2024&compare=neighbours&vintage=2024';

describe('before the first paint', () => {
  test.each(['?period=2020', '?period=2024&compare=england', '?vintage=2023'])(
    'the figures are hidden where the link asks for others: %s',
    (search) => {
      expect(open(search, SHOWN).documentElement.dataset['asks']).toBe('yes');
    }
  );

  test.each(['', `?${SHOWN}`, '?period=2024', '?colour=red'])(
    'they are not where it asks for what is shown: %s',
    (search) => {
      expect(open(search, SHOWN).documentElement.dataset['asks']).toBeUndefined();
    }
  );

  test('a page that was not made ready hides nothing', () => {
    expect(open('?period=2020', undefined).documentElement.dataset['asks']).toBeUndefined();
  });

  test('what is loading is said as soon as there is a place to say it', async () => {
    const document = open('?period=2020', SHOWN);
    const place = document.createElement('p');
    place.id = 'asked';
    document.body.append(place);
    await expect.poll(() => place.textContent).toBe('Loading the position at 31 March 2020…');
  });

  test('controls that need a script are known to have one', () => {
    expect(open('', SHOWN).documentElement.classList.contains('js')).toBe(true);
  });
});

describe('the policy of every page', () => {
  const directives = config.kit?.csp?.directives ?? {};

  test('lets exactly the scripts of the page run, and no others that are written into it', () => {
    const hashes = scripts.map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
    expect(directives['script-src']).toEqual(['self', 'wasm-unsafe-eval', ...hashes]);
  });

  test('lets nothing be fetched from, or sent to, another place', () => {
    expect(directives).toMatchObject({
      'default-src': ['self'],
      'connect-src': ['self'],
      'worker-src': ['blob:'],
      'font-src': ['self'],
      'img-src': ['self', 'data:', 'blob:'],
      'object-src': ['none'],
      'base-uri': ['none'],
      'form-action': ['none']
    });
    expect(page).toContain('<meta name="referrer" content="no-referrer" />');
  });
});
