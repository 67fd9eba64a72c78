import { Window } from 'happy-dom';

function isDocument(value: object): value is Document {
  return 'createElementNS' in value;
}

function openDocument(): Document {
  const { document } = new Window();
  if (!isDocument(document)) throw new TypeError('document cannot make SVG elements');
  return document;
}

/** Where charts are drawn when there is no browser: at build and in tests. */
export const svgDocument: Document = openDocument();
