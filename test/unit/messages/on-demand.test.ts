import { describe, expect, it, vi } from 'vitest';
import { onDemand } from '../../../src/messages/on-demand.ts';

describe('texts on demand', () => {
  it('are made once, and only in the language that is asked for', () => {
    const make = { en: vi.fn(() => ({ word: 'word' })), fr: vi.fn(() => ({ word: 'mot' })) };
    const texts = onDemand(make);
    expect(make.fr).not.toHaveBeenCalled();
    expect(texts.fr.word).toBe('mot');
    expect(texts.fr).toBe(texts.fr);
    expect(make.fr).toHaveBeenCalledTimes(1);
    expect(make.en).not.toHaveBeenCalled();
  });

  it('are listed as they would be in an object', () => {
    const texts = onDemand({ en: () => ({ word: 'word' }), fr: () => ({ word: 'mot' }) });
    expect(Object.entries(texts)).toEqual([
      ['fr', { word: 'mot' }],
      ['en', { word: 'word' }],
    ]);
  });
});
