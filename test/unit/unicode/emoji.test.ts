import { describe, expect, it } from 'vitest';
import { decodeEmoji } from '../../../src/unicode/emoji.ts';

describe('decodeEmoji', () => {
  it.each([
    [':tada: :+1::-1:', '🎉 👍👎'],
    [':ribbon:, :reminder_ribbon:', '🎀, 🎗️'],
    [':hot: and :partying_face:', '🥵 and 🥳'],
  ])('decodes %s', (text, decoded) => {
    expect(decodeEmoji(text)).toBe(decoded);
  });

  it.each(['at 10:30:45', ':unknown:', 'std::tada::x', 'http://a:tada:8080'])('keeps %s', (text) => {
    expect(decodeEmoji(text)).toBe(text);
  });
});
