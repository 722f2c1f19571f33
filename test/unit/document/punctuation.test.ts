import { expect, it } from 'vitest';
import {
  characterClass,
  isCommon,
  OTHER,
  PUNCTUATION,
  WHITE_SPACE,
} from '../../../src/document/markdown/punctuation.ts';
import { anchorName } from '../../../src/document/writer/anchors.ts';

it('keeps letters, marks, digits and connectors in anchor names, among common characters as among others', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (!isCommon(character.toLowerCase())) continue;
    const kept = character.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
    expect(anchorName(character), unit.toString(16)).toBe(kept.replaceAll(' ', '-'));
  }
});

it('classifies white space, punctuation and symbols like the Unicode categories', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 0x20000; code++) {
    const character = String.fromCodePoint(code);
    const isSpace = /[\t\n\v\f\r\p{Z}]/u.test(character);
    const expected = isSpace ? WHITE_SPACE : /[\p{P}\p{S}]/u.test(character) ? PUNCTUATION : OTHER;
    if (characterClass(code) !== expected) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
