/**
 * Follows links to places on the same page (notes, the skip link) by moving the reader there.
 * The address stays as it is, because its fragment may hold private state or, with hash routing, the page itself.
 * Returns true where the click was such a link.
 */
export function jump(event: MouseEvent): boolean {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const link = event.target.closest('a[data-jump], a[href^="#note-"], a[href^="#ref-"]');
  const id = link?.getAttribute('href')?.slice(1);
  const target = id === undefined ? null : document.getElementById(id);
  if (target === null) return false;
  event.preventDefault();
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
  return true;
}
