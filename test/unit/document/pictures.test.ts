import { describe, expect, it } from 'vitest';
import { pictureName } from '../../../src/document/markdown/link.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';

const open = (source: string, title?: string) =>
  parseDocument({ format: 'markdown', source, firstLine: 0 }, title === undefined ? {} : { title });

describe('images', () => {
  it.each([
    ['a/photo%20one.png?raw=true', 'photo one.png'],
    ['https://img.shields.io/badge/node-%3E%3D%2020-47c219', 'node >= 20'],
    ['https://img.shields.io/badge/a--b_c-yes-green.svg?style=flat', 'a-b c yes'],
    ['https://codecov.io/gh/a/b/graph/badge.svg', 'codecov.io'],
    ['https://example.org/6a044d82-c393-48ab-90b8-de0d3aad1624', 'image'],
    ['https://example.org/209472919.png', 'image'],
    ['https://example.org/KDpgvguMpGfqaHPjicRK.svg', 'image'],
    ['iPhone14ProMax.png', 'iPhone14ProMax.png'],
    ['data:image/png;base64,AAAA', ''],
  ])('are named after their address: %s, %j', (href, name) => expect(pictureName(href)).toBe(name));

  it('are dropped if they have no text, unless they are all the content of a link', () => {
    expect(open('<p><img src="a.png" alt=""> b <a href="c"><img src="d.png" alt=""></a></p>').text).toBe(
      'b d.png',
    );
    expect(open('<a href="b"><img src="c.png" alt=""><br>Ada</a> d').text).toBe('Ada d');
    expect(open('[![](b.png)](c) [![](d.png)<br>Ada](e) ![](f.png)').text).toBe('b.png\nAda f.png');
  });

  it('are dropped next to a text equal to their own', () => {
    expect(open('<a href="b"><img src="c" alt="Ada"><br><b>Ada</b></a> d').text).toBe('Ada d');
    expect(open('[![Build](a)](b) [![Build](c)](d)').text).toBe('Build Build');
    expect(open('| <img src="c" alt="Edge"><br>Edge | x |\n|-|-|').text).toBe('Edge\nx');
  });

  it('add no spaces to their link', () => {
    const { text, links } = open('<p><a href="b">\n  <img src="c" alt="d">\n</a>\n<a href="e"> f </a></p>');
    expect(text).toBe('d f');
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual(['d', 'f']);
  });
});

describe('a first heading equal to the title', () => {
  it.each([
    ['# A  *title*\n\nb', 'b'],
    ['<h1 align="center"><a href="c"><img src="d" alt="A title"></a><br>A title</h1>\n\nb', 'b'],
    ['![logo](c)\n\n# A title\n\nb', 'logo\nb'],
    ['# A title [![build](c)](d) ![x](e)\n\nb', 'build x\nb'],
    ['# Another\n\n# A title\n\nb', 'Another\nA title\nb'],
    ['# A title[^1]\n\nb\n\n[^1]: c', 'b\nc'],
  ])('is removed from %j', (source, expected) => {
    const document = open(source, 'A title');
    expect(document.text).toBe(expected);
    expect(document.headings.every(({ at, text }) => document.text.startsWith(text.slice(0, 7), at))).toBe(
      true,
    );
  });
});
