import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { plainHalos } from '#lib/exports/plain-halos.ts';

const BOX = { x: 10, y: 20, width: 40, height: 10 };
let window: Window;

beforeEach(() => {
  window = new Window();
  vi.stubGlobal('getComputedStyle', (text: Element) => ({
    stroke: /stroke: ?none/.test(text.getAttribute('style') ?? '')
      ? 'none'
      : (text.getAttribute('stroke') ?? 'none'),
    strokeWidth: `${text.getAttribute('stroke-width') ?? '1'}px`,
    fontSize: '10px'
  }));
});
afterEach(() => vi.unstubAllGlobals());

/** A drawing whose letters are all set in one box: nothing is laid out here. */
function drawn(letters: string): Element {
  window.document.body.innerHTML = `<figure><svg>${letters}</svg></figure>`;
  const root: unknown = window.document.body;
  if (!isElement(root)) throw new Error('it is an element');
  for (const text of root.querySelectorAll('text')) Object.assign(text, { getBBox: () => BOX });
  plainHalos(root);
  return root;
}
const isElement = (thing: unknown): thing is Element =>
  typeof thing === 'object' && thing !== null && 'querySelectorAll' in thing;

const HALO = 'stroke="#fff" stroke-width="4"';

describe('letters with a halo', () => {
  test('stand on a ground of its colour in its place, a little wider than they are and no taller', () => {
    const root = drawn(`<text ${HALO} transform="rotate(3)">Leeds</text>`);
    const text = root.querySelector('text');
    const ground = text?.previousElementSibling;
    expect(ground?.tagName.toLowerCase()).toBe('rect');
    const told = Object.fromEntries([...(ground?.attributes ?? [])].map(({ name, value }) => [name, value]));
    expect(told).toMatchObject({ fill: '#fff', stroke: 'none', transform: 'rotate(3)', x: '8', width: '44' });
    const [top, height] = [Number(told['y']), Number(told['height'])];
    expect(top).toBeGreaterThan(BOX.y);
    expect(top + height).toBeLessThan(BOX.y + BOX.height);
    expect(text?.getAttribute('style')).toMatch(/stroke: ?none/);
    expect(text?.textContent).toBe('Leeds');
  });

  test('are left alone where there is no halo, or a line too thin for one', () => {
    const root = drawn('<text>Leeds</text><text stroke="#fff" stroke-width="1">Rutland</text>');
    expect(root.querySelectorAll('rect')).toHaveLength(0);
  });

  test('get one ground each, however often the document is laid out', () => {
    const root = drawn(`<text ${HALO}>Leeds</text>`);
    plainHalos(root);
    expect(root.querySelectorAll('rect')).toHaveLength(1);
  });
});
