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

/** The reducer with a keyboard and a screen, and no terminal: texts are there as soon as they are asked for. */
export class Desk {
  state: State;
  /** Effects wanted so far, other than loads that were answered and what was to be remembered. */
  effects: Effect[] = [];
  readonly remembered: Effect[] = [];
  readonly documents = new Map<string, Document>();

  constructor(columns: number, rows: number, language: 'fr' | 'en' = 'en') {
    this.state = initialState({ size: { columns, rows }, language });
  }

  /** Puts articles in the list, with their texts where they are given. */
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

  /** Types characters and sequences as a terminal sends them. */
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

  /** The rows of the screen as text, without blanks at their ends. */
  get screen(): string[] {
    return screenRows(this.state).map((row) => rowText(row).trimEnd());
  }

  #perform(effect: Effect): void {
    const document = effect.kind === 'load' ? this.documents.get(effect.article.path) : undefined;
    if (effect.kind === 'load' && document) {
      this.act({ type: 'loaded', article: effect.article, document });
    } else if (effect.kind === 'remember' || effect.kind === 'settings') this.remembered.push(effect);
    else this.effects.push(effect);
  }
}
