import { svgDocument } from '#svg-document';
import { beforeEach, describe, expect, test } from 'vitest';
import { PLAIN } from '#lib/domain/standing.ts';
import { readAgendaFile } from '#lib/selection/agenda-file.ts';
import { packFromPins, standingOfWords } from '#lib/selection/pack-edit.ts';
import { agendaAsFile, agendaStanding } from '#lib/ui/agenda-standing.ts';
import { agenda } from '#lib/ui/agenda.svelte.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { leicestershire } from './fixtures.ts';

test('a delivered page offers to pin each of its charts and tables, by name', () => {
  const holder = svgDocument.createElement('div');
  holder.innerHTML = renderView(leicestershire);
  const offered = [...holder.querySelectorAll('[data-pin]')].map((button) => [
    button.getAttribute('data-pin'),
    button.getAttribute('aria-label')
  ]);
  const drawn = leicestershire.slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);
  expect(offered).toEqual(drawn.map(({ id, title }) => [id, `Pin to the agenda: ${title}`]));
  expect(drawn.length).toBeGreaterThan(2);
});

describe('the agenda of a tab', () => {
  beforeEach(() => agenda.set({ title: '', pins: [] }));

  test('takes a figure on, and off again where it is pressed once more', () => {
    expect(agenda.toggle('leeds/overview/position')).toBe('pinned');
    expect(agenda.pins).toEqual(['leeds/overview/position']);
    expect(agenda.toggle('leeds/overview/position')).toBe('unpinned');
    expect(agenda.pins).toEqual([]);
  });

  test('says when it is full, and stays as it was', () => {
    const many = Array.from({ length: 60 }, (_, index) => `leeds/overview/figure-${index}`);
    agenda.set({ title: '', pins: many });
    expect(agenda.toggle('leeds/overview/one-more')).toBe('full');
    expect(agenda.pins).toEqual(many);
  });

  describe('has a title that may tell of the figures it was typed beside', () => {
    const RESTRICTED = { restricted: true, madeUp: false };
    const ours = 'own:tarland/overview/position';
    const theirs = 'leeds/overview/position';

    test('as restricted as figures that were loaded, and as those that nobody knows', () => {
      expect(agendaStanding({ title: 'Up by 12', pins: [theirs] }, RESTRICTED)).toEqual(PLAIN);
      expect(agendaStanding({ title: 'Up by 12', pins: [theirs, ours] }, RESTRICTED)).toEqual(RESTRICTED);
      expect(agendaStanding({ title: 'Up by 12', pins: [ours] }, undefined).restricted).toBe(true);
      expect(agendaStanding({ title: '', pins: [ours] }, RESTRICTED)).toEqual(PLAIN);
    });

    test('and stays restricted once those are taken off, in its file and until it is called something else', () => {
      agenda.set({ title: 'Up by 12', pins: [ours, theirs], titledOn: RESTRICTED });
      agenda.set({ title: 'Up by 12', pins: [theirs] });
      expect(agendaStanding(agenda, undefined)).toEqual(RESTRICTED);
      const { name, text } = agendaAsFile(agenda, undefined);
      expect(name).toBe('restricted-agenda.json');
      expect(agendaStanding(readAgendaFile(text).agenda, undefined)).toEqual(RESTRICTED);
      agenda.set({ title: 'Another', pins: agenda.pins });
      expect(agendaStanding(agenda, undefined)).toEqual(PLAIN);
    });

    test('and is called a plain file where nothing has to be said of it', () => {
      expect(agendaAsFile({ title: 'Ours', pins: [theirs] }, RESTRICTED).name).toBe('agenda.json');
      expect(agendaAsFile({ title: 'Ours', pins: [ours] }, RESTRICTED).name).toBe('restricted-agenda.json');
    });

    test('so that a report which begins with it is restricted', () => {
      const titledOn = agendaStanding({ title: 'Up by 12', pins: [ours] }, RESTRICTED);
      expect(standingOfWords({ pack: packFromPins('Up by 12', [ours], titledOn), commentary: [] })).toEqual(
        RESTRICTED
      );
    });
  });
});
