/** How large a PNG is on paper: the chunk that says so, which a browser's own pictures lack. */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Signature, then the header: length, name, thirteen bytes, check. */
const AFTER_HEADER = 8 + 4 + 4 + 13 + 4;
const METRES_TO_INCH = 0.0254;

/** Pixels to each unit of a drawing in print: 96 units are an inch, and an inch has 300 pixels. */
export const PRINT_SCALE = 300 / 96;

/** Cyclic redundancy check of PNG (ISO/IEC 15948, annex D). */
function check(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * The picture with its resolution, so that a document sets it at its true size.
 * @param inch pixels to an inch
 * @throws where it is no PNG
 */
export function atResolution(png: Uint8Array, inch = 300): Uint8Array<ArrayBuffer> {
  if (SIGNATURE.some((byte, index) => png[index] !== byte)) throw new TypeError('picture is no PNG');
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const metre = Math.round(inch / METRES_TO_INCH);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, metre);
  view.setUint32(12, metre);
  view.setUint8(16, 1);
  view.setUint32(17, check(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, AFTER_HEADER));
  whole.set(chunk, AFTER_HEADER);
  whole.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return whole;
}
