/** Characters that XML 1.0 (2.2) forbids, whatever they are written as. */
const isForbidden = (letter: string): boolean =>
  (letter < ' ' && letter !== '\t' && letter !== '\n' && letter !== '\r') ||
  letter === '\ufffe' ||
  letter === '\uffff';

/** Text as it stands in HTML and XML, where nothing of it can be taken for markup. What XML forbids is left out. */
export function escapeMarkup(text: string): string {
  return [...text]
    .filter((letter) => !isForbidden(letter))
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
