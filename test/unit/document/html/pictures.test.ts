import { describe, expect, it } from 'vitest';
import { picturesOfPage, withLocalPictures } from '../../../../src/document/html/pictures.ts';

const WORDS =
  '<p>Le four est chaud quand une goutte d’eau y danse, disait la meunière, et on la croyait.</p>'.repeat(4);
const ADDRESS = 'https://example.org/a/b.html';

const addressesIn = (pictures: string, base = ''): string[] =>
  picturesOfPage(
    `<!DOCTYPE html><head>${base}</head><nav><img src="logo.png"></nav><article>${WORDS}${pictures}</article>`,
    ADDRESS,
  ).pictures.map(({ address }) => address);

describe('the pictures of a page', () => {
  it('are those of its main text, each once, with absolute addresses', () => {
    expect(
      addressesIn('<img src="c.png"><img src="/d.png"><img src="c.png"><img src="//e.org/f.png">'),
    ).toEqual(['https://example.org/a/c.png', 'https://example.org/d.png', 'https://e.org/f.png']);
    expect(addressesIn('<img src="c.png">', '<base href="/z/">')).toEqual(['https://example.org/z/c.png']);
    expect(addressesIn('<img src="b_files/g.png">')).toEqual(['https://example.org/a/b_files/g.png']);
  });

  it('are found where pages that load them late keep them', () => {
    expect(
      addressesIn('<img src="data:image/gif;base64,R0" data-src="c.png"><img srcset="d.png 2x, e.png">'),
    ).toEqual(['https://example.org/a/c.png', 'https://example.org/a/d.png']);
  });

  it('are none that count visitors, have no address on the web, or are saved already', () => {
    expect(
      addressesIn(
        '<img src="p.gif" width="1"><img src="data:a"><img src="file:///etc/a.png"><img src="./x_files/a.png"><img>',
      ),
    ).toEqual([]);
  });
});

describe('a page with its pictures beside it', () => {
  const files = new Map([
    ['a.png?b=1&c=2', 'p_files/1-a.png'],
    ['late.png', 'p_files/2-late.png'],
  ]);

  it.each([
    ['<IMG SRC=a.png?b=1&amp;c=2 ALT="A b">', '<IMG src="p_files/1-a.png" ALT="A b">'],
    ["<img alt='\"x\"' src='a.png?b=1&c=2' srcset='b 2x'/>", '<img src="p_files/1-a.png" alt=\'"x"\' />'],
    [
      '<img src="data:x" data-src="late.png" sizes="1" loading=lazy>',
      '<img src="p_files/2-late.png" loading=lazy>',
    ],
    ['<img src="other.png" alt>', '<img src="other.png" alt>'],
    ['<source srcset="a.webp" type="image/webp">', '<source data-srcset="a.webp" type="image/webp">'],
    ['<p>img src="late.png"</p><image src="late.png">', '<p>img src="late.png"</p><image src="late.png">'],
  ])('has %s as %s', (source, expected) => {
    expect(withLocalPictures(source, files)).toBe(expected);
  });

  it('stays as it is without any', () => {
    const source = '<picture><source srcset="a.webp"><img src=a></picture>';
    expect(withLocalPictures(source, new Map())).toBe(source);
  });
});
