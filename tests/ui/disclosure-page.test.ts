import { Window } from 'happy-dom';
import { render } from 'svelte/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Withholding } from '#lib/db/catalogue.ts';
import type { BundleManifest } from '#lib/domain/bundle.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { withholdingOf } from '#lib/db/withholding.ts';
import DisclosurePage from '#lib/ui/DisclosurePage.svelte';
import { printStatement } from '#lib/ui/print-statement.ts';
import { amountInWords, amountOf, officialInWords, withheldShare } from '#lib/words/disclosure-loaded.ts';
import { sharedBundle } from '../published.ts';

const published = await sharedBundle();
const counted = withholdingOf(published);

function open(manifest: BundleManifest, withholding: Withholding) {
  const { document } = new Window();
  document.body.innerHTML = render(DisclosurePage, { props: { catalogue: { manifest, withholding } } }).body;
  const text = (selector = 'body') =>
    document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  return { document, text };
}

describe('of official figures', () => {
  const { document, text } = open(published.manifest, {
    ...counted,
    official: { vintage: '2024', withheld: 13_339, givenAway: 77, exact: 7, rule: 'dfe' }
  });
  test('it gives the rule, the count of all figures and of those withheld, and each table’s', () => {
    const { figures, withheld } = amountOf(counted.tables);
    expect(withheld).toBeGreaterThan(10_000);
    expect(text()).toContain(published.manifest.protection);
    expect(text()).toContain(
      `Of ${figures.toLocaleString('en-GB')} figures that are loaded, ${withheld.toLocaleString('en-GB')} are withheld`
    );
    const rows = [...document.querySelectorAll('[aria-labelledby="withheld-caption"] tbody tr')];
    expect(rows).toHaveLength(published.manifest.tables.length);
    const plans = rows.find((row) => row.textContent.includes('plans at 31 March by category of abuse'));
    expect(plans?.textContent.trim()).toMatch(/21,588\s*3,043\s*14\.1%$/);
  });
  test('it tells how many of them official tables give away, and no place or figure of any', () => {
    expect(text('[data-official-check]')).toContain(
      'Of 13,339 withheld figures of the 2024 release, 77 can be'
    );
    const authorities = published.manifest.areas.filter(({ kind }) => kind === 'authority');
    expect(authorities.filter(({ name }) => text().includes(name))).toEqual([]);
  });
  test('it tells who protected them, and has no statement of ours', () => {
    expect(text()).toContain('not by Neglect Lens');
    expect(document.querySelector('.statement-sheet')).toBeNull();
  });
  test('where nobody has checked them it says nothing of what they give away', () => {
    const unchecked = open(published.manifest, counted);
    expect(unchecked.document.querySelector('[data-official-check]')).toBeNull();
    expect(unchecked.text()).toContain('Sums. Nobody has proved');
    expect(text()).toContain('Sums. Some withheld numbers can be worked out');
  });
});

describe('of a release that tells how it was protected', () => {
  const manifest: BundleManifest = {
    ...published.manifest,
    title: 'Vale, 2026',
    publisher: 'Vale Safeguarding Partnership',
    audience: 'restricted',
    disclosure: {
      release: '2026-11-22-restricted',
      madeOn: '2026-11-22',
      settings: PRESETS.dfe,
      cells: 900,
      withheld: 90,
      kept: 0.9,
      relations: 300,
      beside: [],
      implied: 0,
      givenAway: 0,
      narrowest: [{ table: 'plans', withheld: 90, width: 3 }]
    }
  };
  const { document, text } = open(manifest, { tables: {}, hash: 'ab'.repeat(32) });
  test('it holds the statement, with the hash, a place to sign and a button to print it', () => {
    expect(text('.statement-about')).toContain('SHA-256: abababab abababab');
    expect(document.querySelectorAll('.signatures li')).toHaveLength(3);
    expect(text('[data-action="print-statement"]')).toBe('Print this statement');
    expect(text('[data-statement="narrowest"]')).toContain(
      'In ‘Child protection plans at 31 March and in the year’'
    );
  });
  test('it never tells how many were withheld for which reason', () => {
    expect(text('.statement-sheet')).not.toMatch(/\((primary|complementary)\)/);
  });
  test('it says for whom the figures are', () => {
    expect(text()).toContain('These figures are restricted');
    expect(open(published.manifest, counted).text()).toContain('These figures are public');
  });
});

describe('its example', () => {
  const { document, text } = open(published.manifest, counted);
  const tables = [...document.querySelectorAll('.worked table')].map((table) =>
    [...table.querySelectorAll('tbody td')].map((cell) => cell.textContent)
  );
  const left = (cells: readonly string[]) => {
    const known = cells.filter((cell) => cell !== 'withheld').map(Number);
    const total = known.at(-1) ?? NaN;
    return total - known.slice(0, -1).reduce((sum, value) => sum + value, 0);
  };
  test('withholds a small count that can be worked out, and then cannot', () => {
    const [first = [], second = []] = tables;
    expect(first.filter((cell) => cell === 'withheld')).toHaveLength(1);
    expect(left(first)).toBe(3);
    expect(text()).toContain('So 3 children are aged 5 to 9');
    expect(second.filter((cell) => cell === 'withheld')).toHaveLength(2);
    expect(left(second)).toBe(10);
    expect(text()).toContain('So 10 children are in the two withheld groups');
  });
});

describe('in words', () => {
  test.each([
    [{ figures: 0, withheld: 0 }, 'No figures are loaded.'],
    [{ figures: 1, withheld: 0 }, 'One figure is loaded, and it is shown.'],
    [{ figures: 1, withheld: 1 }, 'One figure is loaded, and it is withheld.'],
    [{ figures: 2000, withheld: 0 }, 'None of the 2,000 figures that are loaded is withheld.'],
    [{ figures: 2000, withheld: 1 }, 'Of 2,000 figures that are loaded, 1 is withheld: less than 0.1%.'],
    [{ figures: 2000, withheld: 250 }, 'Of 2,000 figures that are loaded, 250 are withheld: 12.5%.'],
    [
      { figures: 2000, withheld: 1999 },
      'Of 2,000 figures that are loaded, 1,999 are withheld: more than 99.9%.'
    ],
    [{ figures: 2, withheld: 2 }, 'All 2 figures that are loaded are withheld.']
  ])('%j is %s', (amount, words) => expect(amountInWords(amount)).toBe(words));
  test('a share of nothing is none', () => expect(withheldShare({ figures: 0, withheld: 0 })).toBe('none'));
  const HOW = 'from other figures in it, by adding and taking away';
  test.each([
    [0, 0, 0, 'In the 2024 release no figure is withheld.'],
    [1, 0, 0, `The one withheld figure of the 2024 release cannot be worked out ${HOW}.`],
    [1, 1, 0, `The one withheld figure of the 2024 release can be worked out nearly ${HOW}.`],
    [1, 1, 1, `The one withheld figure of the 2024 release can be worked out exactly ${HOW}.`],
    [500, 0, 0, `Of 500 withheld figures of the 2024 release, none can be worked out ${HOW}.`],
    [500, 1, 1, `Of 500 withheld figures of the 2024 release, 1 can be worked out ${HOW}: exactly.`],
    [500, 9, 0, `Of 500 withheld figures of the 2024 release, 9 can be worked out ${HOW}: nearly.`],
    [
      5000,
      1200,
      200,
      `Of 5,000 withheld figures of the 2024 release, 1,200 can be worked out ${HOW}: 200 exactly, and 1,000 nearly.`
    ]
  ])('of %i withheld, %i given away, %i exactly, is said truly', (withheld, givenAway, exact, words) =>
    expect(officialInWords({ vintage: '2024', withheld, givenAway, exact, rule: 'dfe' })).toBe(words)
  );
});

describe('printing a statement', () => {
  afterEach(() => vi.unstubAllGlobals());
  test('hides all else of the page for as long as it prints', () => {
    const window = new Window();
    const during: (string | undefined)[] = [];
    Object.assign(window, {
      print: () => during.push(window.document.documentElement.dataset['prints'])
    });
    vi.stubGlobal('window', window);
    vi.stubGlobal('document', window.document);
    printStatement();
    expect(during).toEqual(['statement']);
    window.dispatchEvent(new window.Event('afterprint'));
    expect(window.document.documentElement.dataset['prints']).toBeUndefined();
  });
});
