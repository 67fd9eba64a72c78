/** Sets the document of a pack in the stead of the page while it is printed, however printing was asked for. */
import { paginate } from '#lib/exports/paginate.ts';
import { SHEET } from '#lib/exports/pack-paper.ts';
import { plainHalos } from '#lib/exports/plain-halos.ts';

/** Millimetres left free at the foot of a sheet: lines may break otherwise on paper than where they are measured. */
export const SPARE = 3;

/** Puts the document in the page’s place, divided into sheets. Returns what puts the page back. */
function setForPaper(html: string): () => void {
  const coming = new DOMParser().parseFromString(html, 'text/html');
  const flow = coming.querySelector('main');
  const style = coming.querySelector('style');
  if (flow === null || style === null) return () => undefined;
  const paper = document.importNode(flow, true);
  const look = document.createElement('style');
  // Its typeface is there already; rules for it would have it fetched again, too late for this sheet.
  look.textContent = (style.textContent ?? '').replace(/@font-face\{[^}]*\}/g, '');
  const page = document.documentElement;
  const site = [...document.body.children].filter((element) => element instanceof HTMLElement);
  const shown = site.map(({ style: { display } }) => display);
  const sheets = [...document.styleSheets].filter(({ disabled }) => !disabled);
  const { title } = document;
  const size = page.style.fontSize;
  for (const sheet of sheets) sheet.disabled = true;
  for (const element of site) element.style.display = 'none';
  document.head.append(look);
  document.body.prepend(paper);
  document.title = coming.title;
  plainHalos(paper);
  paginate(paper, { sheet: SHEET, spare: SPARE });
  return () => {
    paper.remove();
    look.remove();
    page.classList.remove('paper');
    page.style.fontSize = size;
    document.title = title;
    for (const sheet of sheets) sheet.disabled = false;
    site.forEach((element, at) => (element.style.display = shown[at] ?? ''));
  };
}

/** Prints what `html` gives for as long as the page is open; the page itself where that is empty. Returns what ends it. */
export function printInstead(html: () => string): () => void {
  let putBack: (() => void) | undefined;
  const before = () => {
    if (putBack === undefined && html() !== '') putBack = setForPaper(html());
  };
  const after = () => {
    putBack?.();
    putBack = undefined;
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    after();
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}
