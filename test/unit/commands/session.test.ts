import { describe, expect, it } from 'vitest';
import { Session } from '../../../src/commands/reader/session.ts';
import { decode } from '../../../src/keys/decode.ts';
import type { Effect } from '../../../src/state/effects.ts';
import { initialState } from '../../../src/state/state.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';

const ARTICLES = [article('a'), article('b')] as const;

/** A session of two articles in one pane, whose texts come when they are let. */
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
      const { query, tag } = effect;
      const articles = ARTICLES.filter(({ id }) => id === query);
      reading.dispatch({ type: 'found', results: { query, tag, articles, suggestion: undefined } });
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
  it('keeps keys that are meant for a text until the text is there, in order', async () => {
    const { reading, type, texts } = session();
    type('\rjj');
    type('j5k 2k');
    expect(reading.state.reader.top).toBe(0);
    await texts();
    expect(reading.state.reader.top).toBe(20);
    reading.close();
  });

  it('takes at once keys that leave what is not there yet', () => {
    const { reading, type } = session();
    type('\rJ');
    expect(reading.state.reader.article).toBe(ARTICLES[1]);
    type('qk');
    expect(reading.state).toMatchObject({ focus: 'list', list: { row: 0 } });
    reading.close();
  });

  it('lets Enter open the result of what was typed just before it', async () => {
    const { reading, type, texts } = session();
    type('/b\rj');
    expect(reading.state).toMatchObject({ focus: 'reader', reader: { article: { id: 'b' } } });
    await texts();
    expect(reading.state.reader.top).toBe(1);
    reading.close();
  });
});
