/** Puts a document into a frame of the page, and what changed of it in the stead of what it was. */

/** What the frame begins with; the words come in by `fillFrame`, so that its place on the page is kept. */
export const FRAME = '<!doctype html><html lang="en-GB"><head></head><body></body></html>';

/** As it was delivered, without what a reader opened in it. */
const markupOf = ({ outerHTML }: Element): string => outerHTML.replace(/(<details[^>]*?) open=""/g, '$1');

function sameStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((markup, at) => markup !== other[at]);
  return differs === -1 ? one.length : differs;
}

/** Children that are the same stay as they are, so that nothing moves under who reads them. */
function replaceChanged(old: Element, coming: Element): void {
  const before = [...old.children].map(markupOf);
  const after = [...coming.children].map(markupOf);
  const start = sameStart(after, before);
  const end = sameStart(after.slice(start).toReversed(), before.slice(start).toReversed());
  const next = old.children[before.length - end] ?? null;
  for (const element of [...old.children].slice(start, before.length - end)) element.remove();
  for (const element of [...coming.children].slice(start, after.length - end))
    old.insertBefore(element, next);
}

/** The page’s own policy binds the frame; the one in the file is for files, and would refuse the site’s typeface. */
export function fillFrame(frame: Document, html: string): void {
  const coming = new DOMParser().parseFromString(html, 'text/html');
  const flow = coming.querySelector('main');
  const style = coming.querySelector('style');
  if (flow === null || style === null) return;
  frame.title = coming.title;
  const worn = frame.querySelector('style');
  if (worn === null) frame.head.append(frame.importNode(style, true));
  else if (worn.textContent !== style.textContent) worn.textContent = style.textContent;
  const old = frame.querySelector('main');
  if (old === null || old.className !== flow.className)
    frame.body.replaceChildren(frame.importNode(flow, true));
  else replaceChanged(old, frame.importNode(flow, true));
}

/** Brings what an id names into sight, in the frame alone. */
export function showInFrame(frame: Document, id: string): void {
  const top = frame.getElementById(id)?.getBoundingClientRect().top;
  if (top !== undefined) frame.defaultView?.scrollBy({ top: top - 12 });
}

/** Follows links of the document: within it by moving there, elsewhere in another tab. */
export function followLinks(frame: Document): void {
  frame.addEventListener('click', (event) => {
    const path = event.composedPath();
    const address = [...frame.links].find((link) => path.includes(link))?.getAttribute('href');
    if (address === undefined || address === null) return;
    event.preventDefault();
    if (address.startsWith('#')) showInFrame(frame, address.slice(1));
    else window.open(address, '_blank', 'noopener,noreferrer');
  });
}
