/** Where charts are drawn: the page's own document. */
export const svgDocument: Document = document;
