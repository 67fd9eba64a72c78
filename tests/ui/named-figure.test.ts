import { Window } from 'happy-dom';
import { expect, it, vi } from 'vitest';
import { NamedFigure } from '#lib/ui/named-figure.svelte.ts';
import { NO_SUCH_FIGURE, notKeptText } from '#lib/words/edition.ts';

const window = new Window({ url: 'https://example.org/' });
Object.assign(globalThis, { document: window.document, window });

vi.stubEnv('SSR', false);

async function told(
  earlier: Parameters<NamedFigure['tell']>[1]['earlier'],
  hash = 'figure=one&seen=0000000000000000',
  releases: { readonly asked?: string; readonly shown?: string } = { asked: '2023', shown: '2023' }
) {
  const host = document.createElement('div');
  host.innerHTML =
    '<figure data-chart="one"><h3 class="chart-title">One</h3></figure><figure data-chart="two"></figure>';
  const named = new NamedFigure();
  named.begin(new URL(`https://example.org/area/leeds/#${hash}`));
  await named.tell(host, { asked: releases.asked, shown: releases.shown, earlier });
  return {
    named,
    host,
    near: host.querySelector('[data-chart="one"] > [data-seen-here]')?.textContent
  };
}

it('a notice of a link stands at its figure too, and goes with the figures', async () => {
  const { named, host, near } = await told(undefined);
  expect(near).toContain('has been revised since this link was made');
  expect(near).toBe(named.said);
  named.hush();
  expect(host.querySelector('[data-seen-here]')).toBeNull();
});

it('of an earlier edition the figure itself says what it is now', async () => {
  const revised = { text: 'One figure was revised:', figures: ['Rate: 12.5 then, 13.0 now'] };
  const { named, near } = await told({ vintage: '2023', text: '', revised });
  expect(near).toBe('One figure was revised: Rate: 12.5 then, 13.0 now');
  expect(named.said).toBe('');
});

it('a release that is not kept is not said to have revised the figure that is as it was', () => {
  expect(notKeptText('2019', '2024', [])).toContain('any that the link does not name may have been revised');
});

it('what the link says of a release that is not kept stands at the figure, whether the link has seen it or not', async () => {
  const lost = 'This link was made on the 2019 release, which this site does not keep.';
  const releases = { asked: '2019', shown: '2024' };
  const blind = await told(undefined, 'figure=one', releases);
  expect(blind.near).toBe(lost);
  const { near, named } = await told(undefined, undefined, releases);
  expect(near).toBe(`${lost} ${named.said}`);
});

it('a figure that the page does not have is said not to be there', async () => {
  const { named, host } = await told(undefined, 'figure=nothing');
  expect(named.said).toBe(NO_SUCH_FIGURE);
  expect(host.querySelector('[data-seen-here]')).toBeNull();
  expect((await told(undefined, 'figure=one')).named.said).toBe('');
});

it('a reader who has the figure in sight gets its notice in sight, and nobody is moved to it from elsewhere', async () => {
  const brought = vi.spyOn(window.HTMLElement.prototype, 'scrollIntoView');
  const at = vi.spyOn(window.HTMLElement.prototype, 'getBoundingClientRect');
  const rect = (top: number) => Object.assign(new window.DOMRect(), { x: 0, y: top, width: 0, height: 0 });
  at.mockReturnValue(rect(0));
  await told(undefined);
  expect(brought).toHaveBeenCalledOnce();
  at.mockReturnValue(rect(-4000));
  await told(undefined);
  expect(brought).toHaveBeenCalledOnce();
  vi.restoreAllMocks();
});
