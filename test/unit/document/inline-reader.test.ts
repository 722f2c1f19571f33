import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import type { InlineSink } from '../../../src/document/markdown/inline-emission.ts';
import { readInline } from '../../../src/document/markdown/inline-reader.ts';
import { lex } from '../../../src/document/markdown/lexer.ts';
import { decodeEntities } from '../../../src/unicode/entities.ts';
import { COMMONMARK, type Example, GFM } from '../../support/examples.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Renders inline content as HTML, with attributes on links and images only. */
class HtmlSink implements InlineSink {
  html = '';
  readonly #open: string[] = [];

  text(text: string): void {
    this.html += escaped(text);
  }
  code(text: string): void {
    this.html += '<code>';
    this.text(text);
    this.html += '</code>';
  }
  break(): void {
    this.html += '<br />\n';
  }
  style({ italic, bold }: { italic?: boolean; bold?: boolean }): void {
    const name = italic ? 'em' : bold ? 'strong' : 'del';
    this.#open.push(name);
    this.html += `<${name}>`;
  }
  endStyle(): void {
    this.html += `</${this.#open.pop()}>`;
  }
  link(target: string): void {
    this.html += `<a href="${escaped(target)}">`;
  }
  endLink(): void {
    this.html += '</a>';
  }
  image(text: string, target: string): void {
    this.html += `<img src="${escaped(target)}" alt="${escaped(text)}" />`;
  }
  note(label: string): void {
    this.html += `<note ${label}>`;
  }
  inlineNote(source: string): void {
    this.html += `<note>${source}</note>`;
  }
  tag(_: string, source: string): void {
    this.html += source;
  }
  endTag(name: string): void {
    this.html += `</${name}>`;
  }
}

const CONTEXT = { links: Object.create(null), notes: new Set<string>() };

function htmlOf(source: string, context = CONTEXT): string {
  const sink = new HtmlSink();
  readInline(source, context, sink);
  return sink.html;
}

/** Sends the inline tokens of marked to a sink. */
function tell(tokens: readonly Token[], sink: HtmlSink): void {
  for (const token of tokens) {
    const inner = 'tokens' in token ? (token.tokens ?? []) : [];
    if (token.type === 'text') sink.text(decodeEntities(token.raw));
    else if (token.type === 'escape') sink.text(token.text);
    else if (token.type === 'codespan') sink.code(token.text);
    else if (token.type === 'br') sink.break();
    else if (token.type === 'html') sink.html += /^<[!?]/.test(token.raw) ? '' : token.raw;
    else if (token.type === 'image') sink.image(altOf(inner), token.href);
    else if (token.type === 'link') {
      sink.link(token.href);
      tell(inner, sink);
      sink.endLink();
    } else {
      sink.style({ italic: token.type === 'em', bold: token.type === 'strong' });
      tell(inner, sink);
      sink.endStyle();
    }
  }
}
const altOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      'tokens' in token && token.tokens ? altOf(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('');

describe('readInline on random Markdown', () => {
  /** Separators keep the pieces apart: marked departs from the specification where delimiters and addresses touch. */
  const piece = fc.constantFrom(
    ...[
      '*a*',
      '**b**',
      '_c_',
      '__d__',
      '***e***',
      ' ~~f~~ ',
      ' ~g~ ',
      '`h`',
      '`` ` ``',
      '*i **j** k*',
      '**l *m***',
      '`n\\`',
    ],
    ...[
      '[a](b)',
      '[*c*](<d e> "f")',
      '![g](h)',
      '[i][j]',
      '[](k)',
      '[l](m (n))',
      '[![o](p)](q)',
      '[r',
      '[t]',
      '!',
      '\\[',
    ],
    ...[
      '<b>',
      '</b>',
      '<br/>',
      '<a href="x">',
      '</a>',
      '<http://x.fr>',
      '<a@b.fr>',
      '<!-- c -->',
      '<',
      '>',
      '<?d?>',
    ],
    ...[
      ' http://x.fr/y_z?a=b ',
      ' (https://x.fr). ',
      ' www.x.fr ',
      ' a.b@c.fr ',
      ' ftp://x.fr, ',
      ' mailto:a@b.fr ',
      '@',
      '://',
    ],
    ...[
      'a',
      'é',
      '«',
      '»',
      '’',
      '.',
      '*',
      '_',
      '\\*',
      '\\\n',
      '  \n',
      '\n',
      '&amp;',
      '&eacute;',
      '&',
      '"',
      '1',
      '漢字',
      '😀',
    ],
  );
  const between = fc.constantFrom(' ', ' ', ', ', ' a ', '. ', ' (', ') ', '\n');
  const words = fc.array(fc.tuple(piece, between), { maxLength: 12 });

  it('agrees with marked', () => {
    fc.assert(
      fc.property(words, (pieces) => {
        const source = pieces.flat().join('').replace(/\n\s+/g, '\n').trim();
        const sink = new HtmlSink();
        tell(Lexer.lexInline(source, { gfm: true }), sink);
        expect(htmlOf(source)).toBe(sink.html);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('readInline on the examples of the specifications', () => {
  const SECTIONS =
    /Backslash|Entity|Code spans|[Ee]mphasis|Links|Images|Autolinks|Raw HTML|line breaks|Textual|Strikethrough/;
  /** Examples where we differ on purpose: unknown tags are text, bare addresses are links, and there are wikilinks. */
  const isOurs = ({ html, markdown }: Example): boolean =>
    html.search(/<(?:bar|foo\nbar|bab|c2c|b2\/|\/foo )>/) >= 0 ||
    html.replace(/<a [\s\S]*?<\/a>|<[^>]*>/g, '').search(/:\/\/|@bar/) >= 0 ||
    markdown.includes('[[') ||
    /^foo <!-/.test(markdown);
  const examples = [...COMMONMARK, ...GFM].filter(
    (example) =>
      SECTIONS.test(example.name) &&
      /^<p>(?:(?!<\/?p>)[\s\S])*<\/p>\n$/.test(example.html) &&
      !isOurs(example),
  );

  it('covers over 300 examples', () => expect(examples.length).toBeGreaterThan(300));

  it.each(examples)('agrees with $name', ({ markdown, html }) => {
    const links = Object.create(null);
    const [paragraph] = lex(markdown, links)!.filter((token) => token.type === 'paragraph');
    const read = htmlOf(paragraph!.text, { links, notes: new Set() });
    expect(normal(`<p>${read}</p>`)).toBe(normal(html));
  });
});

/** HTML without titles and comments, which the sink does not receive, and with addresses decoded. */
function normal(html: string): string {
  return html
    .replace(/<!---?>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![A-Z][^>]*>|<!\[CDATA\[[\s\S]*?\]\]>/g, '')
    .replace(/ title="[^"]*"/g, '')
    .replace(/ ?alt="[^"]*" ?/g, ' ')
    .replace(/(?:%[\dA-F]{2})+/g, (encoded) => escaped(decodeURIComponent(encoded)))
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ +(?=<\/p>)/g, '')
    .replace(/<\/(\w+)\s*>/g, (_, name: string) => `</${name.toLowerCase()}>`)
    .trim();
}

describe('the work of readInline', () => {
  const REPEATED = [
    ...[
      '[',
      ']',
      '![',
      '](',
      '[a](',
      '[a](b ',
      '[a](<b',
      '[a](b "c',
      '[a](b (c',
      '[a][',
      '[a][b',
      '(',
      '[[',
      '[[a|',
      '^[',
      '^[a',
      '[^',
    ],
    ...[
      '*',
      '_',
      '*a',
      '*a _b ',
      '**a *b ',
      'a**b',
      '*a**',
      '~',
      '~a ',
      '~~a ~',
      '*~',
      '`',
      '`a',
      '`a``',
      '\\',
      '\\`',
    ],
    ...[
      '<',
      '<a',
      '<a b="',
      '<a b="<c d=\'',
      '<a b={',
      '<a {',
      '<!--',
      '<!a',
      '<?',
      '<![CDATA[',
      '</a',
      '<<a ',
      '<a:b',
      '<a@',
    ],
    ...[
      '@',
      'a@',
      'a@b',
      'a@b.',
      'http://',
      'http://a',
      'http://a(',
      'http://a) ',
      'www.',
      '&a;',
      '  \n',
      ':/',
      '!',
    ],
    ...['<b>', '</b>', '<title>', '<foo>', '</foo>', '[a](b)', '![a](b)', '*a*', '<a b> </a> '],
  ];
  /** Runs of backticks of ascending lengths. */
  const runs = (size: number): string =>
    Array.from({ length: Math.sqrt(size) }, (_, i) => '`'.repeat(i)).join(' ');

  it.each(REPEATED)('is linear in %j', (unit) => {
    const [once, twice, fourfold] = [1, 2, 4].map((times) =>
      workOn(unit.repeat((times * 600) / unit.length)),
    );
    expect(twice! / once!).toBeLessThan(2.5);
    expect(fourfold! / twice!).toBeLessThan(2.5);
  });

  it.each(REPEATED)('does not overflow the stack on 100,000 characters of %j', (unit) => {
    expect(htmlOf(unit.repeat(100_000 / unit.length)).length).toBeGreaterThan(0);
  });

  it('is linear in runs of backticks', () => {
    expect(workOn(runs(40_000)) / workOn(runs(20_000))).toBeLessThan(2.5);
  });
});

/** The number of characters inspected while a text is read, by `charCodeAt` and by `indexOf`. */
function workOn(source: string): number {
  let work = source.length;
  const { charCodeAt, indexOf } = String.prototype;
  const counting = {
    charCodeAt(this: string, at: number) {
      work++;
      return charCodeAt.call(this, at);
    },
    indexOf(this: string, text: string, from = 0) {
      const found = indexOf.call(this, text, from);
      work += (found < 0 ? this.length : found) - from;
      return found;
    },
  };
  Object.assign(String.prototype, counting);
  try {
    htmlOf(source);
  } finally {
    Object.assign(String.prototype, { charCodeAt, indexOf });
  }
  return work;
}
