import { expect, test } from 'vitest';
import { TemplatesChoice } from '#lib/ui/templates-choice.svelte.ts';
import { workbookTemplate } from '../sources/given/filled.ts';

const choice = () => new TemplatesChoice(workbookTemplate, '2026-11-22');

test('what is usual is chosen already, but for the area', () => {
  const made = choice();
  expect(made.periods).toEqual(['2026Q3', '2026Q4', '2027Q1', '2027Q2']);
  expect(made.wantedOf('plans')).toEqual(['categories', 'anywhere', 'older', 'duration', 'starts']);
  expect(made.wantedOf('grades')).toEqual([]);
  expect(made.missing).toEqual(['Choose at least one area.']);
  made.addArea('Rutland');
  made.addArea('Rutland');
  expect(made.areas).toEqual(['Rutland']);
  expect(made.missing).toEqual([]);
});

test('another kind of period starts from what is usual for it', () => {
  const made = choice();
  made.addArea('Rutland');
  made.count('year');
  expect(made.periods).toEqual(['2024', '2025', '2026']);
  made.count('date');
  expect(made.missing).toEqual(['Give the date.']);
  made.date = '2026-09-30';
  expect(made.periods).toEqual(['at20260930']);
});

test('more periods than a sheet can be read with are refused', () => {
  const made = choice();
  made.addArea('Rutland');
  made.from = '2013Q1';
  expect(made.missing.join()).toMatch(/^58 periods are more/);
});

test('a group of rows is asked for and let go by itself', () => {
  const made = choice();
  made.want('grades', 'plans', true);
  made.want('plans', 'older', false);
  expect(made.wantedOf('grades')).toEqual(['plans']);
  expect(made.wantedOf('plans')).not.toContain('older');
});
