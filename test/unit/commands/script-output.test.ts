import { describe, expect, it } from 'vitest';
import { jsonText } from '../../../src/commands/script-output.ts';

describe('JSON', () => {
  it.each([
    ['\x7f\x9b\u2028\ufffe', '"\\u007f\\u009b\\u2028\\ufffe"'],
    ['a\u200b\u202e\u2066\ufeff', '"a\\u200b\\u202e\\u2066\\ufeff"'],
    ['\u{e0041}\u{e0101}\u{1d173}', '"\\udb40\\udc41\\udb40\\udd01\\ud834\\udd73"'],
    ['\u115f\u3164\u034f\u180b', '"\\u115f\\u3164\\u034f\\u180b"'],
    ['a\u200d\u200d\ufe0f', '"a\\u200d\\u200d\\ufe0f"'],
    ['co\u00adop 👩\u200d👧 ❤\ufe0f नम\u200dस् \u0600', '"co\u00adop 👩\u200d👧 ❤\ufe0f नम\u200dस् \u0600"'],
  ])('escapes what a terminal could obey or would hide in %j', (text, json) => {
    expect(jsonText(text)).toBe(`${json}\n`);
    expect(JSON.parse(jsonText(text))).toBe(text);
  });
});
