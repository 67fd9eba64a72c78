import { describe, expect, test } from 'vitest';
import { areasLike, lettersBetween, publishedAreas, requireKnownAreas } from '../../scripts/setup/areas.mjs';
import { readChoices } from '../../scripts/setup/site.mjs';

const places = ['leeds', 'leicester', 'leicestershire', 'bristol-city-of', 'city-of-london', 'cumbria'].map(
  (slug) => ({ slug, name: slug })
);

describe('areas that pages can be made of', () => {
  test('are those of the published figures', () => {
    expect(publishedAreas()?.map((area) => area.slug)).toEqual(
      expect.arrayContaining(['england', 'rutland'])
    );
  });
  test('are not known, and not checked, where those cannot be read', () => {
    expect(publishedAreas('/no/such/bundle.json')).toBeUndefined();
    expect(() => requireKnownAreas('nowhere', undefined)).not.toThrow();
  });
  test('all, none and any that there are may be asked for', () => {
    for (const areas of ['all', '', 'leeds', 'leeds,cumbria', 'leeds,'])
      expect(() => requireKnownAreas(areas, places)).not.toThrow();
  });
  test('one that is none is refused in a sentence that names all of them, with near matches', () => {
    expect(() => requireKnownAreas('leeds,lieds,nowhere', places)).toThrow(
      '--areas: no area of the published figures has the slug "lieds" (did you mean leeds?) or "nowhere"; data/published/bundle.json lists all 6.'
    );
  });
  test('the command refuses it before anything is built', () => {
    expect(() => readChoices({ areas: 'leicestershir', out: 'build-nowhere' }, false)).toThrow(
      /"leicestershir" \(did you mean leicestershire/
    );
  });
});

describe('near matches', () => {
  test.each([
    ['leices', ['leicester', 'leicestershire']],
    ['bristol', ['bristol-city-of']],
    ['leeds-city', ['leeds']],
    ['cubmria', ['cumbria']],
    ['london', ['city-of-london']],
    ['nowhere', []]
  ])('of %s are %j', (slug, near) => {
    expect(areasLike(slug, places)).toEqual(near);
  });
  test.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['leeds', 'leads', 1],
    ['kitten', 'sitting', 3]
  ])('%s and %s are %i letters apart', (from, to, letters) => {
    expect(lettersBetween(from, to)).toBe(letters);
    expect(lettersBetween(to, from)).toBe(letters);
  });
});
