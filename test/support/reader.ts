import type { Document } from '../../src/document/document.ts';
import { decode, flush, type Input } from '../../src/keys/decode.ts';
import { actionOf, splitAlt } from '../../src/keys/interpret.ts';
import type { Article } from '../../src/library/article.ts';
import { rowText } from '../../src/panes/row.ts';
import { screenRows } from '../../src/panes/screen.ts';
import type { Action } from '../../src/state/actions.ts';
import type { Effect } from '../../src/state/effects.ts';
import { initialState, type State } from '../../src/state/state.ts';
import { update } from '../../src/state/update.ts';
import { article } from './articles.ts';

/** The reducer with keyboard input and a screen but no terminal. Documents are loaded synchronously. */
export class Desk {
  state: State;
  /** The effects requested so far, except loads of known documents and the effects in `remembered`. */
  effects: Effect[] = [];
  /** The requests to save a place, a star, a read mark or the settings. */
  readonly remembered: Effect[] = [];
  readonly documents = new Map<string, Document>();

  constructor(columns: number, rows: number, language: 'fr' | 'en' = 'en') {
    this.state = initialState({ size: { columns, rows }, language });
  }

  /** Lists one article per document; `facts` overrides their metadata. */
  open(
    texts: Readonly<Record<string, Document>>,
    facts: Readonly<Record<string, Partial<Article>>> = {},
  ): this {
    const articles = Object.keys(texts).map((id) => article(id, facts[id]));
    for (const one of articles) this.documents.set(one.path, texts[one.id]!);
    return this.act(
      { type: 'articles', articles, warnings: [], complete: true },
      { type: 'indexed', indexed: 1 },
    );
  }

  act(...actions: readonly Action[]): this {
    for (const action of actions) {
      const step = update(this.state, action);
      this.state = step.state;
      for (const effect of step.effects) this.#perform(effect);
    }
    return this;
  }

  /** Handles characters and escape sequences as they come from a terminal. */
  type(text: string): this {
    const { inputs, pending } = decode(text);
    return this.input([...inputs, ...flush(pending)]);
  }

  input(inputs: readonly Input[]): this {
    for (const input of inputs) {
      for (const each of splitAlt(this.state, input)) this.act(actionOf(this.state, each));
    }
    return this;
  }

  resize(columns: number, rows: number): this {
    return this.act({ type: 'resized', size: { columns, rows } });
  }

  /** The rows of the screen as text, without trailing blanks. */
  get screen(): string[] {
    return screenRows(this.state).map((row) => rowText(row).trimEnd());
  }

  #perform(effect: Effect): void {
    const document = effect.kind === 'load' ? this.documents.get(effect.article.path) : undefined;
    if (effect.kind === 'load' && document) {
      this.act({ type: 'loaded', article: effect.article, document });
    } else if (
      effect.kind === 'remember' ||
      effect.kind === 'settings' ||
      effect.kind === 'saveSoon' ||
      effect.kind === 'loadAnnotations'
    )
      this.remembered.push(effect);
    else this.effects.push(effect);
  }
}
