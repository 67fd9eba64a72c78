import { describe, expect, it } from 'vitest';
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { packModel, seenNow } from '#lib/views/pack/pack.ts';
import { sharedFacts } from '../../published.ts';
import { packOf } from '../pack/page.ts';
import { pagesOf } from './drafts.ts';

const demo = await sharedFacts('data/demo');
const published = await sharedFacts();

const pack = (heading: string, area = 'kestrelshire'): Pack =>
  packOf([{ kind: 'draft', id: heading, page: `${area}/overview`, heading }]);

function make(
  given: Pack,
  {
    commentary = [],
    made = '2026-11-23',
    facts = demo
  }: { commentary?: Commentary[]; made?: string; facts?: typeof demo } = {}
): Promise<PackModel> {
  return packModel(given, commentary, pagesOf(facts), {
    made,
    catalogue: () => Promise.resolve(facts.catalogue)
  });
}

const kinds = ({ blocks }: PackModel) => blocks.map(({ kind }) => kind);
const writtenIn = ({ blocks }: PackModel) =>
  blocks.flatMap((block) => (block.kind === 'written' ? [block.written] : []));

const feedback = pack('feedback');
const drafted = await make(feedback);
const seen = seenNow(feedback, 'feedback', drafted.blocks);
const wrote = (now: Commentary['seen']): Commentary => ({
  pack: feedback.id,
  part: 'feedback',
  role: 'analyst',
  date: '2026-11-24',
  text: 'Children told us that they want one worker.',
  ...(now === undefined ? {} : { seen: now })
});

describe('a draft in a pack', () => {
  it('is a heading, its sentences, and a table of the figures that they rest on with marks and dates', () => {
    expect(kinds(drafted)).toEqual(['position', 'heading', 'statements', 'unwritten', 'figure']);
    const table = drafted.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []))[0];
    expect(table?.figure.drawn.title).toBe('What children and families said: the four figures behind it');
    expect(table?.figure.drawn.table.rows[3]).toEqual({
      what: 'The child’s own views are in the record',
      shown: '36 of 60, 60.0%',
      when: 'year to 31 March 2024',
      mark: 'neglect'
    });
    expect(table?.figure.drawn.sources.join()).toContain('Quill Vale');
    expect(drafted.unwritten).toEqual([]);
    expect(drafted.standing?.madeUp).toBe(true);
  });

  it('gives way to what is written, whose figures stay beneath it', async () => {
    const model = await make(feedback, { commentary: [wrote(seen)] });
    expect(kinds(model)).toEqual(['position', 'heading', 'written', 'figure']);
    expect(writtenIn(model)[0]?.changed).toBeUndefined();
  });

  it('says which figure changed since, from what to what', async () => {
    const before = seen?.figures?.map((figure) =>
      figure.what.startsWith('The child’s own') ? { ...figure, shown: '30 of 60, 50.0%' } : figure
    );
    if (seen === undefined || before === undefined) throw new Error('a draft keeps its figures');
    const model = await make(feedback, {
      commentary: [wrote({ ...seen, digest: '0'.repeat(16), figures: before })]
    });
    expect(writtenIn(model)[0]?.changed).toBe(
      'Figures that this rests on have changed since it was written. The child’s own views are in the record: it was 30 of 60, 50.0%, and is 36 of 60, 60.0%.'
    );
  });

  it('is not changed by the day on which it is made', async () => {
    const reviews = pack('reviews');
    const [one, other] = await Promise.all([
      make(reviews, { made: '2026-11-23' }),
      make(reviews, { made: '2027-03-23' })
    ]);
    const said = ({ blocks }: PackModel) =>
      blocks
        .flatMap((block) => (block.kind === 'statements' ? block.statements : []))
        .map(({ text }) => text);
    expect(said(one)).not.toEqual(said(other));
    expect(seenNow(reviews, 'reviews', one.blocks)).toEqual(seenNow(reviews, 'reviews', other.blocks));
  });

  it('is not there while its heading is not in force', async () => {
    const model = await make(pack('disproportionality'), { made: '2024-09-30' });
    expect(model.blocks).toEqual([]);
  });

  it('says where no evidence is held, and what would bring it', async () => {
    const model = await make(pack('impact', 'leeds'), { facts: published });
    const absent = model.blocks.find(({ kind }) => kind === 'absent');
    expect(absent).toMatchObject({
      what: 'No evidence is held on whether life gets better for children, what rounds of audit found, what training changed or how sure staff are.',
      remedy:
        'Add two rounds of audit with the same questions, drawn in the same way. It could come from: multi-agency audit, child protection plan list, neglect tool register, survey or training records.'
    });
  });
});
