/** Width and height of a drawing, from its `viewBox`. @throws where it has none */
export function extentOf(svg: string): { readonly width: number; readonly height: number } {
  const [, , width, height] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number);
  if (width === undefined || height === undefined || !(width > 0 && height > 0))
    throw new TypeError('drawing has no viewBox');
  return { width, height };
}
