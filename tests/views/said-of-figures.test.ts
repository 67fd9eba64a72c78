/** Small words beside figures: what they count, whom they compare with, what a rule between columns means. */
import { describe, expect, it } from 'vitest';
import { markTogether } from '#lib/domain/mark.ts';
import { comparedIn } from '#lib/views/compared-in.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts } from '../published.ts';

const demo = await sharedFacts('data/demo');
const published = await sharedFacts();
const figuresOf = (model: ViewModel) =>
  model.slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);

describe('the mark of figures told together', () => {
  it('is theirs where they agree, and that neglect is included where they do not', () => {
    expect(markTogether(['neglect', 'neglect'])).toBe('neglect');
    expect(markTogether(['all', 'all'])).toBe('all');
    expect(markTogether(['neglect', 'all'])).toBe('includes');
    expect(markTogether(['all', 'includes'])).toBe('includes');
  });
  it('is so of the verdicts on a strategy, some of neglect and some of all reasons', async () => {
    const verdicts = figuresOf(await pageOf(demo, 'quill-vale-partnership', { view: 'strategy' })).find(
      ({ id }) => id === 'verdicts'
    );
    expect(verdicts?.title).toMatch(/^\d of \d+ figures changed more/);
    expect(verdicts?.mark).toBe('includes');
  });
  it('of a share of plans in “multiple” is that neglect is included', async () => {
    const said = (await pageOf(published, 'leicestershire', { view: 'prevalence' })).slots
      .flatMap(({ statements }) => statements)
      .filter(({ text }) => text.startsWith('The share of plans in “multiple” changed'));
    expect(said.map(({ mark }) => mark)).toEqual(['includes']);
  });
});

describe('figures of elsewhere', () => {
  it('are said to be compared with nobody', async () => {
    const model = await pageOf(published, 'leicestershire', { view: 'audits' });
    const elsewhere = figuresOf(model).filter((figure) => figure.elsewhere !== undefined);
    expect(elsewhere.length).toBeGreaterThan(1);
    for (const figure of elsewhere) expect(comparedIn(model, figure), figure.id).toBe('');
  });
});

describe('a rule between columns that are no rounds', () => {
  it('is not called a break with the round before', async () => {
    const model = await pageOf(demo, 'quill-vale-partnership', { view: 'audits' });
    const side = model.slots.flatMap(({ charts }) => charts).find(({ id }) => id === 'audit-side-by-side');
    expect(side?.spec).toMatchObject({ kind: 'heat', apart: 'not comparable with the authority before' });
  });
});

it('names the country of made-up figures plainly in sentences, where labels and the mark say that they are', async () => {
  for (const indicator of ['cpp-neg-rate', 'asm-any', 'cpp-neg']) {
    const page = await pageOf(demo, 'kestrelshire', { view: 'indicator', indicator });
    const sentences = [
      page.headline.text,
      ...page.slots.flatMap(({ statements, figures }) => [
        ...statements.map(({ text }) => text),
        ...figures.map(({ certainty = '' }) => certainty)
      ])
    ].join(' ');
    expect(sentences, indicator).toContain('England');
    expect(sentences, indicator).not.toContain('made up');
    expect(page.standing?.madeUp, indicator).toBe(true);
    expect(JSON.stringify(page.slots.flatMap(({ charts }) => charts)), indicator).toContain(
      '"England (made up)"'
    );
  }
});
