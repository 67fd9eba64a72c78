import { describe, expect, it } from 'vitest';
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { packModel, seenNow } from '#lib/views/pack/pack.ts';
import { asMarkdown } from '#lib/words/markdown.ts';
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
  writtenOn: { restricted: false, madeUp: true },
  ...(now === undefined ? {} : { seen: now })
});

describe('a draft in a pack', () => {
  it('is a heading and its sentences, which are the figures, with their marks and sources', () => {
    expect(kinds(drafted)).toEqual(['position', 'heading', 'statements', 'unwritten']);
    const [said] = drafted.blocks.flatMap((block) => (block.kind === 'statements' ? [block] : []));
    for (const { mark } of said?.statements ?? []) expect(mark).toBeDefined();
    expect(said?.sources?.join()).toContain('Quill Vale');
    expect(drafted.sources.map(({ text }) => text)).toEqual(said?.sources);
    expect(drafted.unwritten).toEqual([]);
    expect(drafted.standing?.madeUp).toBe(true);
  });

  it('gives way to what is written, and stands beneath it sentence by sentence with marks and dates', async () => {
    const model = await make(feedback, { commentary: [wrote(seen)] });
    expect(kinds(model)).toEqual(['position', 'heading', 'written', 'figure']);
    expect(writtenIn(model)[0]?.changed).toBeUndefined();
    const [table] = model.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));
    expect(table?.figure.number).toBe(1);
    expect(table?.figure.drawn.title).toBe(
      'What children and families said: the four figures that its draft rests on'
    );
    expect(table?.figure.drawn.table.rows).toContainEqual({
      what: 'Parents who know the next step if nothing changes',
      area: 'Quill Vale partnership',
      shown:
        'For the whole of Quill Vale partnership, parents who know the next step if nothing changes: 63 of 111 parents who answered, or 56.8%.',
      when: 'Year to 31 March 2024',
      mark: 'neglect'
    });
    expect(seenNow(feedback, 'feedback', model.blocks)).toEqual(seen);
  });

  it('says no sentence twice where words hold it: what it counts, where and when stays beneath them', async () => {
    const [kept = '', ...others] = drafted.blocks.flatMap((block) =>
      block.kind === 'statements' ? block.statements.map(({ text }) => asMarkdown(text)) : []
    );
    const tableUnder = async (text: string) => {
      const model = await make(feedback, { commentary: [{ ...wrote(seen), text }] });
      expect(writtenIn(model)[0]?.changed).toBeUndefined();
      return model.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.drawn.table] : []))[0];
    };
    const all = await tableUnder([kept, ...others].join('\n\n'));
    expect(all?.columns.map(({ key }) => key)).toEqual(['what', 'area', 'when', 'mark']);
    expect(all?.rows).toHaveLength(4);
    const one = await tableUnder(`We say: ${kept} And more.`);
    expect(one?.rows.filter(({ shown }) => shown === 'As in the words above')).toHaveLength(1);
    expect(one?.rows.map(({ shown }) => shown)).not.toContain(kept);
  });

  it('says which sentence changed since, from what to what', async () => {
    const [first] = seen?.figures ?? [];
    if (seen === undefined || first === undefined) throw new Error('a draft keeps its sentences');
    const before = seen.figures?.map((each) =>
      each === first ? { ...each, shown: first.shown.replace(/\d+ of/, '1 of') } : each
    );
    for (const digest of ['0'.repeat(16), seen.digest]) {
      const model = await make(feedback, { commentary: [wrote({ ...seen, digest, figures: before })] });
      expect(writtenIn(model)[0]?.changed).toBe(
        `Figures that this rests on have changed since it was written. It was: “${first.shown.replace(/\d+ of/, '1 of')}” It is now: “${first.shown}”`
      );
    }
  });

  it.each(['done', 'reviews', 'impact'])(
    'is not changed by the day on which it is made: “%s”',
    async (heading) => {
      const given = pack(heading);
      const [one, other] = await Promise.all([
        make(given, { made: '2024-07-10' }),
        make(given, { made: '2026-11-23' })
      ]);
      const said = ({ blocks }: PackModel) =>
        blocks
          .flatMap((block) => (block.kind === 'statements' ? block.statements : []))
          .map(({ text }) => text);
      expect(said(one)).not.toEqual(said(other));
      expect(seenNow(given, heading, one.blocks)).toEqual(seenNow(given, heading, other.blocks));
    }
  );

  it('tells of a document as of the date of its page, and that its date for review has passed since', async () => {
    const told = async (day: string) =>
      (await make(pack('done'), { made: day })).blocks
        .flatMap((block) => (block.kind === 'statements' ? block.statements : []))
        .map(({ text }) => text)
        .filter((text) => /strategy that is in date|threshold document|^Escalation policy/.test(text));
    expect(await told('2026-11-23')).toEqual([
      'A neglect strategy that is in date: yes, at 31 March 2024. It was last reviewed on 1 April 2022. Its next review was due by 31 March 2025. That date has passed since.',
      'Signs of neglect named in the threshold document: there is one, and its date for review had passed at 31 March 2024. It was last reviewed on 12 October 2021. Its review was due by 31 October 2023.',
      'Escalation policy: a draft only at 31 March 2024. Reviewed on 15 January 2024. Review was due by 31 January 2025. That date has passed since.'
    ]);
    expect((await told('2024-07-10'))[0]).toMatch(
      /: yes, at 31 March 2024\. .* Its next review is due by 31 March 2025\.$/
    );
    expect((await told('2024-03-31'))[0]).toMatch(/: yes\. .* Its next review is due by 31 March 2025\.$/);
  });

  it('stands once in its table, whichever sentences rest on it', async () => {
    const words = { pack: 'pack', part: 'impact', role: 'lead', date: '2026-11-24', text: 'Words.' };
    const given = pack('impact');
    const { blocks } = await make(given, { commentary: [{ ...words, pack: given.id }] });
    const [figure] = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.drawn.table] : []));
    expect(figure?.columns.map(({ label }) => label)).toEqual([
      'What',
      'Where',
      'When',
      'Drafted from the figures',
      'Counts'
    ]);
    const rows = figure?.rows.map(({ what, area, when, shown }) => [what, area, when, shown].join('|')) ?? [];
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('is flagged when figures arrive where there were none', async () => {
    const here = pack('effective', 'leeds');
    const { blocks } = await make(here, { facts: published });
    const none = seenNow(
      here,
      'effective',
      blocks.filter(({ kind }) => kind === 'heading')
    );
    const words = { pack: here.id, part: 'effective', role: 'lead', date: '2024-12-01', text: 'Words.' };
    const commentary = [{ ...words, writtenOn: PLAIN, seen: none }];
    const model = await make(here, { facts: published, commentary });
    expect(writtenIn(model)[0]?.changed).toBe(
      'Figures have come in since this was written: there were none here then.'
    );
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
        'It could come from: multi-agency audit, child protection plan list, neglect tool register, survey or training records.',
      todo: 'Add two rounds of audit with the same questions, drawn in the same way.'
    });
  });
});

describe('a heading of a template under which no figure stands', () => {
  const parts: Pack['parts'] = [
    { kind: 'headline', id: 'first', page: 'leeds/overview' },
    { kind: 'heading', id: 'behind', text: 'Figures behind the text' },
    { kind: 'actions', id: 'carried', page: 'leeds/overview' },
    { kind: 'heading', id: 'unseen', text: 'What is not known' },
    { kind: 'headline', id: 'last', page: 'leeds/overview' }
  ];
  const told = async (given: Pack) =>
    (await make(given, { facts: published })).blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : block.kind === 'absent' ? [block.part] : []
    );

  it('is left out, and what is absent stands under the next', async () => {
    expect(await told({ ...packOf(parts), template: 'annual-report-section' })).toEqual([
      'What is not known',
      'carried'
    ]);
  });

  it('stands where somebody put it there', async () => {
    expect(await told(packOf(parts))).toEqual(['Figures behind the text', 'carried', 'What is not known']);
  });
});
