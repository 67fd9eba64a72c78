import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import SiteFooter from '#lib/ui/SiteFooter.svelte';
import { OFFICIAL, whoseText, type Whose } from '#lib/words/whose.ts';

const foot = (whose: Whose) => render(SiteFooter, { props: { whose } }).body;
const CREDIT = 'Official statistics are Crown copyright';

describe('the foot of a page says whose its figures are', () => {
  test('official statistics are credited', () => {
    expect(foot(OFFICIAL)).toContain(CREDIT);
    expect(foot(OFFICIAL)).not.toContain('Made-up');
  });

  test('made-up figures are called that, and nobody is credited with them', () => {
    const body = foot({ madeUp: true, official: false, publisher: 'Quill Vale' });
    expect(body).toContain('Made-up figures for demonstration.');
    expect(body).not.toContain(CREDIT);
    expect(body).toContain('Nothing you do here leaves your browser.');
  });

  test('a partnership’s own are its publisher’s, and official ones beside them are credited too', () => {
    const publisher = 'Our Safeguarding Partnership';
    expect(whoseText({ madeUp: false, official: false, publisher })).toBe(
      'Figures of Our Safeguarding Partnership.'
    );
    expect(whoseText({ madeUp: false, official: true, publisher })).toContain(
      `Figures of Our Safeguarding Partnership. ${CREDIT}`
    );
  });
});
