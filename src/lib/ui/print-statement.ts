/** Prints a statement and nothing else of its page. */
export function printStatement(): void {
  const { dataset } = document.documentElement;
  dataset['prints'] = 'statement';
  window.addEventListener('afterprint', () => delete dataset['prints'], { once: true });
  window.print();
}

/** The same for a page that was delivered as it is: its buttons are asked by what they say they do. */
export function printAsked(event: Event): void {
  if (event.target instanceof Element && event.target.closest('[data-action="print-statement"]') !== null)
    printStatement();
}
