import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemList } from '#lib/sources/bundle-problem-list.ts';
import { checkSaid } from '#lib/sources/people-said.ts';
import { identifiersIn } from '#lib/sources/people-words.ts';

function said(files: Readonly<Record<string, string>>) {
  const list = new ProblemList();
  checkSaid(new Map(Object.entries(files)), list);
  return list.all();
}

describe('words that travel with figures', () => {
  test.each([
    ['an NHS number', 'her number is 450 557 7104, as the letter says'],
    ['an email address', 'write to someone@example.org'],
    ['a telephone number', 'call 07700 900123 after four'],
    ['a postcode', 'the home in LE1 6ZG closed'],
    ['a National Insurance number', 'AB 12 34 56 C'],
    ['a date of birth', 'a boy born on 27/03/2015']
  ])('%s is an error in commentary, and is not repeated', (kind, text) => {
    expect(identifiersIn(text)).toEqual([kind]);
    const problems = said({ 'commentary/plans.md': `# Plans\n\n${text}\n` });
    expect(problems).toMatchObject([{ severity: 'error', rule: 'identifier-in-words', row: 3 }]);
    expect(JSON.stringify(problems)).not.toContain(text);
  });
  test('notes of bundle.json are read too, and the addresses of sources are let be', () => {
    const notes = [{ id: 'a', text: 'call 07700 900123' }];
    const sources = [{ url: 'https://example.org/LE1 6ZG' }];
    expect(said({ 'bundle.json': JSON.stringify({ notes, sources }) })).toMatchObject([
      { rule: 'identifier-in-words', file: 'bundle.json', column: 'notes[0].text' }
    ]);
  });
  test('somebody with a title and a name is a warning', () => {
    expect(said({ 'commentary/a.md': 'Mrs Example will see to it.' })).toMatchObject([
      { severity: 'warning', rule: 'person-named' }
    ]);
  });
  test.each([
    'In 2024 there were 1,234 referrals, 45.6 for each 10,000 children.',
    'Childline is on 0800 1111, and the helpline on 0808 800 5000.',
    'The strategy of 2024-06-30 replaced that of 01/04/2019.',
    'E06000016 became E10000018; table A1 to D8.',
    'Multiple fell from 499 to 0 between 2015 and 2016.'
  ])('“%s” identifies nobody', (text) => {
    expect(said({ 'commentary/a.md': text })).toEqual([]);
  });
  test('no words make it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        identifiersIn(text);
        said({ 'commentary/a.md': text, 'bundle.json': text });
      })
    );
  });
});
