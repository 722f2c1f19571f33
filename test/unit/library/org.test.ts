import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/library/front-matter.ts';

describe('a text of Org', () => {
  it.each([
    ['a.org', 'Un *mot*.\n'],
    ['a.txt', '#+TITLE: A\n\nUn *mot*.\n'],
    ['', '# -*- mode: org -*-\nUn *mot*.\n'],
    ['', '\n# un commentaire\n\n#+begin_quote\nUn mot.\n#+end_quote\n'],
  ])('is recognized: %s %j', (path, text) => {
    expect(splitText(text, path).body.format).toBe('org');
  });

  it.each([
    ['a.md', '#+TITLE: A\n\nUn *mot*.\n', 'markdown'],
    ['', 'Un texte.\n\n#+TITLE: A\n', 'text'],
    ['', '# Titre\n\nUn texte.\n', 'markdown'],
  ])('is not mistaken: %s %j', (path, text, format) => {
    expect(splitText(text, path).body.format).toBe(format);
  });

  it('is what the user says it is', () => {
    expect(splitText('* Un\ntexte\n', 'a.txt', 'org').body.format).toBe('org');
  });
});
