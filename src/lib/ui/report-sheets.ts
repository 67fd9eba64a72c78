/** How many sheets of paper a document takes that is held to a number of them, before anybody prints it. */
import { paginate } from '#lib/exports/paginate.ts';
import { plainHalos } from '#lib/exports/plain-halos.ts';
import { SHEET } from '#lib/exports/pack-paper.ts';
import { FRAME, fillFrame } from './report-frame.ts';
import { SPARE } from './report-paper.ts';

/** Lays it out unseen, as it is printed. Undefined where a browser shows no frame. */
export async function sheetsTaken(html: string): Promise<number | undefined> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:800px;height:1120px;visibility:hidden;pointer-events:none;border:0';
  frame.srcdoc = FRAME;
  try {
    await new Promise((done) => {
      frame.addEventListener('load', done, { once: true });
      document.body.append(frame);
    });
    const paper = frame.contentDocument;
    if (paper === null) return undefined;
    paper.documentElement.classList.add('paper');
    fillFrame(paper, html);
    const flow = paper.querySelector('main');
    if (flow === null) return undefined;
    flow.getBoundingClientRect();
    await paper.fonts.ready;
    plainHalos(flow);
    return paginate(flow, { sheet: SHEET, spare: SPARE });
  } finally {
    frame.remove();
  }
}
