import { expect, it } from 'vitest';
import {
  characterClass,
  isCommon,
  OTHER,
  PUNCTUATION,
  WHITE_SPACE,
} from '../../../src/document/markdown/punctuation.ts';
import { anchorName } from '../../../src/document/writer/anchors.ts';

it('slugs of headings keep the same common characters as all others: letters, marks, digits, connectors', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (!isCommon(character.toLowerCase())) continue;
    const kept = character.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
    expect(anchorName(character), unit.toString(16)).toBe(kept.replaceAll(' ', '-'));
  }
});

it('tells white space, punctuation and symbols from all other characters', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 0x20000; code++) {
    const character = String.fromCodePoint(code);
    const isSpace = /[\t\n\v\f\r\p{Z}]/u.test(character);
    const expected = isSpace ? WHITE_SPACE : /[\p{P}\p{S}]/u.test(character) ? PUNCTUATION : OTHER;
    if (characterClass(code) !== expected) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
