/** The box for SQL: colours, completion of views and columns, and a way out for the keyboard. Loaded when it is opened. */
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql, StandardSQL } from '@codemirror/lang-sql';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { LabelledView } from '#lib/views/explore/labelled.ts';

export interface SqlEditor {
  text(): string;
  set(text: string): void;
  /** Moves the reader to a place, counted from 0. */
  goTo(at: number): void;
  destroy(): void;
}

interface Options {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly views: readonly LabelledView[];
  /** The id of what names the box, and of what explains it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly onrun: () => void;
}

const LOOK = EditorView.theme({
  '&': { border: '1px solid #0b0c0c', backgroundColor: '#fff', fontSize: '16px' },
  '&.cm-focused': { outline: '3px solid #0b0c0c', boxShadow: '0 0 0 6px #ffdd00' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: '24px' },
  '.cm-content': { minHeight: '168px', padding: '8px 0' },
  '.cm-gutters': { backgroundColor: '#f6f7f8', color: '#595959', border: '0' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: '#12436D', color: '#fff' }
});

/** Opens the box. Esc closes suggestions; Tab leaves it, so that no keyboard is caught in it. Ctrl or Cmd with Enter runs. */
export function openEditor({ parent, text, views, labelledBy, describedBy, onrun }: Options): SqlEditor {
  const schema = Object.fromEntries(
    views.map(({ name, columns }) => [name, columns.map((column) => column.name)])
  );
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        syntaxHighlighting(defaultHighlightStyle),
        sql({ dialect: StandardSQL, schema, upperCaseKeywords: true }),
        autocompletion({ icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-labelledby': labelledBy,
          'aria-describedby': describedBy,
          'aria-multiline': 'true'
        }),
        keymap.of([
          { key: 'Mod-Enter', run: () => (onrun(), true) },
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap
        ]),
        LOOK
      ]
    })
  });
  return {
    text: () => view.state.doc.toString(),
    set(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    goTo(at) {
      view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy()
  };
}
