import { describe, expect, test } from 'vitest';
import { known, missing } from '../../src/lib/domain/cell.ts';
import { layoutFlow, MISSING_THICKNESS, type FlowSpec } from '../../src/lib/charts/flow-layout.ts';
import { frameOf } from '../../src/lib/charts/frame.ts';
import { draw, wordsIn } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

function flow(name: string): FlowSpec {
  const spec = FIXTURES[name]?.spec;
  if (spec?.kind !== 'flow') throw new Error(`fixture is not a flow: ${name}`);
  return spec;
}
const sizes = ['wide', 'narrow'] as const;
const said = (spec: FlowSpec) => wordsIn(draw(spec, 'wide')).map(({ text }) => text);
const thicknesses = (spec: FlowSpec) =>
  layoutFlow(spec, frameOf('wide', 'x')).arrows.map(({ move, state }) =>
    state.kind === 'counted' ? [move.id, state.thickness] : [move.id, state.kind]
  );

describe.each(sizes)('a flow between tiers, %s', (size) => {
  const { arrows, texts } = layoutFlow(flow('flow-three-tiers'), frameOf(size, 'x'));

  test('points to the right for more help and to the left for less, those up above those down', () => {
    const up = arrows.filter(({ from, to }) => to > from);
    const down = arrows.filter(({ from, to }) => to < from);
    expect(up.map(({ move }) => move.id)).toEqual(['targeted-cinplan', 'cinplan-cpplan']);
    expect(down.map(({ move }) => move.id)).toEqual(['cinplan-targeted', 'cpplan-cinplan']);
    expect(Math.max(...up.map(({ y }) => y))).toBeLessThan(Math.min(...down.map(({ y }) => y)));
  });

  test('says which way each group goes in words', () => {
    expect(texts.filter(({ kind }) => kind === 'way').map(({ text }) => text)).toEqual([
      'Stepping up, to more help',
      'Stepping down, to less help'
    ]);
  });

  test('has arrows as thick as their counts', () => {
    const of = (id: string) => {
      const state = arrows.find(({ move }) => move.id === id)?.state;
      return state?.kind === 'counted' ? state.thickness : NaN;
    };
    expect(of('cinplan-targeted') / of('cpplan-cinplan')).toBeCloseTo(48 / 345, 6);
  });
});

describe('movements without a count', () => {
  test('a withheld one is hatched, as thick whatever the others are, and says so', () => {
    const with_ = (other: number): FlowSpec => ({
      ...flow('flow-one-way'),
      moves: [
        { id: 'a', from: 'cinplan', to: 'cpplan', cell: missing('withheld'), text: 'withheld' },
        { id: 'b', from: 'cpplan', to: 'cinplan', cell: known(other), text: String(other) }
      ]
    });
    const paths = (spec: FlowSpec) =>
      draw(spec, 'wide').querySelector('g[fill="url(#test-wide-withheld)"] path')?.getAttribute('d');
    expect(paths(with_(7))).toBe(paths(with_(7000)));
    expect(said(with_(7))).toContain('withheld');
    const ys = (paths(with_(7)) ?? '').match(/(?<=,)[\d.]+/g)?.map(Number) ?? [];
    expect((ys.at(-1) ?? 0) - (ys[0] ?? 0)).toBeCloseTo(MISSING_THICKNESS, 5);
  });

  test('none, withheld and not supplied are three different things', () => {
    const kinds = new Map(thicknesses(flow('flow-missing-and-zero')).map(([id, kind]) => [id, kind]));
    expect(kinds.get('cinplan-cpplan')).toBe('none');
    expect(kinds.get('targeted-cinplan')).toBe('missing');
    const svg = draw(flow('flow-missing-and-zero'), 'wide');
    expect(svg.querySelectorAll('g[stroke-dasharray] path')).toHaveLength(1);
    expect(svg.querySelectorAll('g[fill="url(#test-wide-withheld)"] path')).toHaveLength(2);
    expect(said(flow('flow-missing-and-zero'))).toEqual(
      expect.arrayContaining(['0 children', 'withheld', 'not supplied'])
    );
  });

  test('moves between tiers that are not there are not drawn, and none at all says so', () => {
    const spec: FlowSpec = {
      ...flow('flow-one-way'),
      moves: [{ id: 'x', from: 'elsewhere', to: 'cpplan', cell: known(3), text: '3' }]
    };
    expect(said(spec)).toEqual(['not supplied']);
  });
});
