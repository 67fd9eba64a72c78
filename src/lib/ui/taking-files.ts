/** Files and pictures of a figure that only a browser can make. */
import { addressOf, fetchFile } from '#lib/db/site-files.ts';
import { readCsv } from '#lib/sources/csv.ts';
import { csvwOf } from '#lib/exports/csvw.ts';
import { atResolution, PRINT_SCALE } from '#lib/exports/png.ts';
import { extentOf, svgFile } from '#lib/exports/svg.ts';
import type { Taken } from '#lib/exports/taken.ts';
import fontAddress from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';

let font: Promise<string | undefined> | undefined;

export async function asDataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:font/woff2;base64,${btoa(binary)}`;
}

/** The typeface of the site, to travel in a file; undefined where it cannot be fetched, and the file does without. */
export function typeface(): Promise<string | undefined> {
  font ??= fetchFile(addressOf(fontAddress))
    .then((answer) => answer.blob().then(asDataAddress))
    .catch(() => undefined);
  return font;
}

/** The figure as an SVG file. */
export const svgOf = async (taken: Taken): Promise<string> => svgFile(taken, await typeface());

async function drawn(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  image.src = address;
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The figure as a picture with 300 pixels to an inch of paper. @throws where the browser draws none */
export async function pngOf(taken: Taken): Promise<Blob> {
  const svg = await svgOf(taken);
  const { width, height } = extentOf(svg);
  const image = await drawn(svg);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * PRINT_SCALE);
  canvas.height = Math.round(height * PRINT_SCALE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no pictures');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('this browser makes no PNG');
  return new Blob([atResolution(new Uint8Array(await blob.arrayBuffer()))], { type: 'image/png' });
}

/** What the figure’s CSV says of itself, for programs. */
export function csvwFor(taken: Taken): string {
  const file = `${taken.file}.csv`;
  return csvwOf({
    file,
    title: taken.about['shows'] ?? taken.title,
    description: taken.title,
    header: readCsv(taken.csv, file).header,
    about: taken.about
  });
}
