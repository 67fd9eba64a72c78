/** The list of contents: headings, and under them each figure with its message, which a reader can follow. */
import type { PackModel } from '#lib/views/pack/model.ts';
import { html, type Html } from './html.ts';

interface Line {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly anchor: string;
}

function linesOf({ blocks, methods }: PackModel): readonly Line[] {
  return [
    ...blocks.flatMap((block): readonly Line[] => {
      switch (block.kind) {
        case 'heading':
          return [{ level: 1, text: block.text, anchor: block.anchor }];
        case 'figure':
          return [
            {
              level: 3,
              text: `Figure ${String(block.figure.number)}. ${block.figure.drawn.title}`,
              anchor: `figure-${String(block.figure.number)}`
            }
          ];
        default:
          return [];
      }
    }),
    { level: 1, text: 'Sources', anchor: 'sources' },
    ...(methods.length === 0
      ? []
      : [{ level: 1 as const, text: 'How the figures are counted and compared', anchor: 'methods' }])
  ];
}

export function contentsHtml(model: PackModel): Html {
  const lines = linesOf(model).map(
    ({ level, text, anchor }) =>
      html`<li class="level-${level}">
        <a href="#${anchor}"
          ><span class="contents-text">${text}</span
          ><span class="contents-page" data-page-of="${anchor}"></span
        ></a>
      </li>`
  );
  return html`<nav class="contents" aria-labelledby="contents" data-splits>
    <h2 id="contents" data-keep="next">Contents</h2>
    <ul data-splits>
      ${lines}
    </ul>
  </nav>`;
}
