import { describe, expect, it } from 'vitest';
import type { ArticleFormat } from '../../../src/document/formats.ts';
import { splitHeader } from '../../../src/library/header-lines.ts';

const BODY = 'Un texte.\n';
const split = (text: string, format: ArticleFormat = 'markdown') => splitHeader(text, () => format);

describe('metadata in the first lines of a text', () => {
  it.each([
    [
      'Denote',
      'title:      Un bon titre\ndate:       2020-01-02\ntags:       vente  bon client\nidentifier: 20200102T100000\n---------------------------\n\n',
      {
        title: 'Un bon titre',
        date: '2020-01-02',
        tags: ['vente', 'bon client'],
        identifier: '20200102T100000',
      },
    ],
    [
      'Pelican',
      'Title: Mon titre\nDate: 2010-12-03 10:20\nTags: a, b\nSummary: Deux\n  lignes\n\n',
      { title: 'Mon titre', date: '2010-12-03 10:20', tags: 'a, b', summary: 'Deux lignes' },
    ],
    ['Pelican', 'Date: 2010-12-03\nAuthor: Ada\n\n', { date: '2010-12-03', author: 'Ada' }],
    [
      'MultiMarkdown',
      'title:   Mon titre\nBase Header Level: 2\n\n',
      { title: 'Mon titre', 'base header level': '2' },
    ],
    [
      'Pandoc',
      '% Mon titre\n  en deux lignes\n% Ada; Bob\n% 3 mai 2024\n\n',
      { title: 'Mon titre\nen deux lignes', author: ['Ada', 'Bob'], date: '3 mai 2024' },
    ],
    ['Pandoc', '% Mon titre\n%\n% 2024\n\n', { title: 'Mon titre', author: [''], date: '2024' }],
    [
      'Nikola',
      '.. title: Mon titre\n.. tags: a, b\n.. link:\n\n',
      { title: 'Mon titre', tags: 'a, b', link: '' },
    ],
    ['Nikola', '<!--\n.. title: Mon titre\n.. slug: t\n-->\n\n', { title: 'Mon titre', slug: 't' }],
    [
      'Org',
      '#+TITLE: Mon titre\n#+date: <2024-05-03 Fri>\n#+FILETAGS: :a:b:\n\n',
      { title: 'Mon titre', date: '<2024-05-03 Fri>', filetags: ':a:b:', tags: ['a', 'b'] },
    ],
    [
      'Zim',
      'Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\nCreation-Date: 2024-05-03T10:00:00+02:00\n\n',
      {
        'content-type': 'text/x-zim-wiki',
        'wiki-format': 'zim 0.6',
        'creation-date': '2024-05-03T10:00:00+02:00',
      },
    ],
  ])('is read as %s writes it: %j', (_, header, fields) => {
    const found = split(header + BODY);
    expect({ ...found?.fields }).toEqual(fields);
    expect((header + BODY).slice(found?.bodyAt).trimStart()).toBe(BODY);
    expect(split(`\n\n${header}${BODY}`)?.fields).toEqual(found?.fields);
  });

  it.each([
    'Title: Mon titre\net une suite sans clé\n\n',
    'Note: un avertissement\nSuite: encore\n\n',
    'Date: demain\n\n',
    'From: Ada\nSubject: Bonjour\nDate: 2024-05-03\n\n',
    'Bonjour : voici\n\n',
    '% \n% Ada\n\n',
    '% Mon titre\nsuite\n\n',
    '%% un commentaire %%\n\n',
    '% un commentaire\n\n\\section{Un}\n\n',
    '.. note: attention\n\n',
    '<!--\n.. title: Mon titre\n\n',
    '<!-- .. title: x -->\n\n',
    '#+INCLUDE: "x.org"\n\n',
    '#+BEGIN_SRC sh\n\n',
    'https://example.org/a: b\n\n',
  ])('is not seen in %j', (header) => {
    expect(split(header + BODY)).toBeUndefined();
  });

  it('is text if nothing follows', () => {
    for (const header of ['Title: A\n', '% A\n', '.. title: A\n', '#+TITLE: A\n'])
      expect(split(header)).toBeUndefined();
  });

  it.each([
    ['Title: A\n\n', ['markdown']],
    ['Title: A\nBase Header Level: 2\n\n', ['markdown']],
    ['Title: A\nDate: 2024-05-03\n\n', ['markdown', 'text']],
    ['Author: Ada\nDate: 2024-05-03\n\n', ['markdown', 'text']],
    ['% A\n\n', ['markdown', 'text']],
    ['#+TITLE: A\n\n', ['markdown', 'text', 'code', 'table']],
  ] as const)('of %j depends on the format of the text after it', (header, formats) => {
    const all = ['markdown', 'text', 'code', 'table'] as const;
    expect(all.filter((format) => split(header + BODY, format))).toEqual(formats);
  });
});
