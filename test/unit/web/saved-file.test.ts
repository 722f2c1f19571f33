import { describe, expect, it } from 'vitest';
import { originOf, withFacts } from '../../../src/web/saved-file.ts';

const FACTS = { source: 'https://example.org/a', saved: '2026-11-30' };

const saved = (name: string, text: string, facts: object = {}): string =>
  withFacts({ name, content: Buffer.from(text) }, { ...FACTS, ...facts }).content.toString();

const MATTER = 'source: "https://example.org/a"\nsaved: 2026-11-30\n';
const META =
  '<meta name="dcterms.source" content="https://example.org/a" />\n<meta name="kiosque.saved" content="2026-11-30" />\n';

describe('a saved file', () => {
  it.each([
    ['without front matter', '# A\n', `---\n${MATTER}---\n\n# A\n`],
    ['with a byte order mark', '\ufeff# A\n', `\ufeff---\n${MATTER}---\n\n# A\n`],
    ['with front matter', '---\ntitle: A\n---\nB\n', `---\n${MATTER}title: A\n---\nB\n`],
    ['that says where it is from', '---\nsource: B\n---\nC\n', '---\nsaved: 2026-11-30\nsource: B\n---\nC\n'],
    ['with empty front matter', '---\n---\nB\n', `---\n${MATTER}---\nB\n`],
    ['with front matter that does not end', '---\nB\n', '---\nB\n'],
    ['with front matter in TOML', '+++\ntitle = "A"\n+++\nB\n', '+++\ntitle = "A"\n+++\nB\n'],
  ])('of Markdown says where it is from: %s', (_, text, expected) => {
    expect(saved('a.md', text)).toBe(expected);
  });

  it.each([
    [
      'at the head',
      '<!doctype html><html><head lang=a>\n<title>',
      `<!doctype html><html><head lang=a>\n${META}<title>`,
    ],
    [
      'behind the comment',
      '<!doctype html>\n<!-- saved from url=(0001)a -->\n<p>b',
      `<!doctype html>\n<!-- saved from url=(0001)a -->\n${META}<p>b`,
    ],
    ['not in a header', '<header>a</header>', `${META}<header>a</header>`],
  ])('of HTML has it %s', (_, text, expected) => {
    expect(saved('a.html', text)).toBe(expected);
  });

  it('has what is known of the page, and no markup of it', () => {
    expect(saved('a.html', '', { title: '"A" <b> & c', author: undefined, date: '2024' })).toBe(
      `<meta name="dcterms.title" content="&quot;A&quot; &lt;b&gt; &amp; c" />\n<meta name="dcterms.date" content="2024" />\n${META}`,
    );
  });

  it.each(['a.epub', 'a.rss', 'a.json'])('of another kind stays as it is: %s', (name) => {
    expect(saved(name, 'a')).toBe('a');
  });

  it('is known by its origin, not by the words of another file', () => {
    const other = { saved: '2026-12-01' };
    for (const name of ['a.md', 'a.txt'])
      expect(originOf(Buffer.from(saved(name, '# A')))).toBe(
        originOf(Buffer.from(saved(name, '# B', other))),
      );
    expect(originOf(Buffer.from('---\nsource: "https://example.org/a"\n---\nMy notes'))).toBeUndefined();
    expect(originOf(Buffer.from('# A'))).toBeUndefined();
  });
});
