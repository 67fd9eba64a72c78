/**
 * Gives letters of drawings a ground to stand on in place of the halo round each. A PDF holds letters with a halo as drawings,
 * some three thousand bytes for each letter; without, they are text in a typeface. Called where the document is laid out.
 *
 * It names nothing outside itself, so that it can be handed to a browser as it is.
 */
export function plainHalos(root: Element): void {
  for (const text of root.querySelectorAll<SVGTextElement>('svg text')) {
    const { stroke, strokeWidth, fontSize } = getComputedStyle(text);
    if (stroke === 'none' || Number.parseFloat(strokeWidth) < 2) continue;
    const { x, y, width, height } = text.getBBox();
    const spare = Math.max(0, (Number.parseFloat(fontSize) * 0.36) / 2);
    const ground = root.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const place = {
      x: x - 2,
      y: y + spare,
      width: width + 4,
      height: Math.max(0, height - 2 * spare),
      fill: stroke,
      stroke: 'none'
    };
    for (const [name, value] of Object.entries(place)) ground.setAttribute(name, String(value));
    const moved = text.getAttribute('transform');
    if (moved !== null) ground.setAttribute('transform', moved);
    text.before(ground);
    text.style.stroke = 'none';
  }
}
