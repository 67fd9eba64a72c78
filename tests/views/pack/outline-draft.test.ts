import { expect, test } from 'vitest';
import type { Commentary, PackPart } from '#lib/domain/pack.ts';
import { outlineOf } from '#lib/views/pack/outline.ts';
import { packModel } from '#lib/views/pack/pack.ts';
import { markdown } from '#lib/words/markdown.ts';
import { sharedFacts } from '../../published.ts';
import { pagesOf } from '../annual/drafts.ts';
import { packOf } from './page.ts';

const facts = await sharedFacts();
const draft = (heading: string): PackPart => ({
  kind: 'draft',
  id: heading,
  page: 'leeds/overview',
  heading
});
const PACK = packOf([draft('effective'), draft('little-progress')]);
const words = (text: string): Commentary => ({
  pack: PACK.id,
  part: 'effective',
  role: 'Analyst',
  date: '2026-11-23',
  text
});
const make = (commentary: readonly Commentary[]) =>
  packModel(PACK, commentary, pagesOf(facts), {
    made: '2026-11-23',
    catalogue: () => Promise.resolve(facts.catalogue)
  });

test('a draft can be written on from: its sentences, one to a paragraph, until words take their place', async () => {
  const drafted = await make([]);
  const said = drafted.blocks.flatMap((block) =>
    block.kind === 'statements' && block.part === 'effective' ? block.statements.map(({ text }) => text) : []
  );
  expect(said.length).toBeGreaterThan(2);
  const [item] = outlineOf(PACK, drafted);
  expect(item?.draft?.sentences).toBe(said.length);
  expect(markdown(item?.draft?.text ?? '').match(/<p>/g)).toHaveLength(said.length);
  const replaced = outlineOf(PACK, await make([words(item?.draft?.text ?? '')]));
  expect(replaced[0]?.draft).toBeUndefined();
  expect(outlineOf(PACK, await make([words(' ')]))[0]?.draft).toEqual(item?.draft);
});

test('little or no progress stays for as long as another heading of a yearly report does', () => {
  const keptIn = (pack: typeof PACK) => outlineOf(pack, undefined).map(({ kept }) => kept);
  expect(keptIn(PACK)[0]).toBeUndefined();
  expect(keptIn(PACK)[1]).toMatch(/^“[^”]*rogress[^”]*” cannot be taken out: /);
  expect(keptIn(packOf([draft('little-progress')]))).toEqual([undefined]);
});
