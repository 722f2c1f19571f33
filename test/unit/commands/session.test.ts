import { describe, expect, it } from 'vitest';
import { Session } from '../../../src/commands/reader/session.ts';
import { decode } from '../../../src/keys/decode.ts';
import type { Effect } from '../../../src/state/effects.ts';
import { initialState } from '../../../src/state/state.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';

const ARTICLES = [article('a'), article('b')] as const;

/** A session with two articles in one pane; `texts` delivers the texts that it has asked for. */
function session(): { reading: Session; type: (keys: string) => void; texts: () => Promise<void> } {
  const loads: (() => void)[] = [];
  const perform = (effect: Effect): Promise<unknown> | undefined => {
    if (effect.kind === 'load') {
      const { article: wanted } = effect;
      return new Promise<void>((resolve) => {
        loads.push(() => {
          reading.dispatch({ type: 'loaded', article: wanted, document: documentOf(...paragraphs(60)) });
          resolve();
        });
      });
    }
    if (effect.kind === 'search') {
      const { query, tag, condition } = effect;
      const articles = ARTICLES.filter(({ id }) => id === query);
      reading.dispatch({
        type: 'found',
        results: { query, tag, condition, articles, suggestion: undefined },
      });
    }
    return undefined;
  };
  const state = initialState({ size: { columns: 80, rows: 24 }, language: 'en' });
  const reading = new Session(state, { perform, draw: () => {}, now: () => 0 });
  reading.dispatch({ type: 'articles', articles: ARTICLES, warnings: [], complete: true });
  return {
    reading,
    type: (keys) => reading.input(decode(keys).inputs),
    async texts() {
      while (loads.length > 0) loads.shift()!();
    },
  };
}

describe('a session', () => {
  it('queues keys for a text that is still loading', async () => {
    const { reading, type, texts } = session();
    type('\rjj');
    type('j5k 2k');
    expect(reading.state.reader.top).toBe(0);
    await texts();
    expect(reading.state.reader.top).toBe(20);
    reading.close();
  });

  it('is in use once a key, and not a reply of the terminal, has come to a list of articles', () => {
    const { reading, type } = session();
    expect(reading.isInUse).toBe(false);
    type('\x1b[?1;2c');
    expect(reading.isInUse).toBe(false);
    type('j');
    expect(reading.isInUse).toBe(true);
    const empty = new Session(initialState({ size: { columns: 80, rows: 24 }, language: 'en' }), {
      perform: () => undefined,
      draw: () => {},
      now: () => 0,
    });
    empty.input(decode('j').inputs);
    expect(empty.isInUse).toBe(false);
  });

  it('obeys keys that leave a loading text at once', () => {
    const { reading, type } = session();
    type('\rJ');
    expect(reading.state.reader.article).toBe(ARTICLES[1]);
    type('qk');
    expect(reading.state).toMatchObject({ focus: 'list', list: { row: 0 } });
    reading.close();
  });

  it('opens the result for words typed in the same input as Enter', async () => {
    const { reading, type, texts } = session();
    type('/b\rj');
    expect(reading.state).toMatchObject({ focus: 'reader', reader: { article: { id: 'b' } } });
    await texts();
    expect(reading.state.reader.top).toBe(1);
    reading.close();
  });
});
