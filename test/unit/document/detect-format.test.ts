import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown } from '../../../src/document/detect-format.ts';

describe('looksLikeMarkdown', () => {
  it.each([
    '# Titre\n\nTexte\n\n## Suite\n',
    'Voir [ici](https://example.org).\n',
    'Texte\n\n```\ncode\n```\n\n```\ncode\n```\n',
    '# Titre\n\nDu **gras** ici.\n',
  ])('accepts %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    'Un texte ordinaire.\n\n- une liste\n- encore\n\n1. et\n2. une autre\n',
    '# seul\n\nTexte.',
    '***\n\nTexte [1] et (note).\n',
    'Title\n=====\n\nText.\n',
    'Ligne une.\n| a | b |\n|---|---|\n| 1 | 2 |\nLigne **deux** du texte.',
  ])('rejects %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});
