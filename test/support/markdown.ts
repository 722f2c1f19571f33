import fc from 'fast-check';

const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-zà-ÿ]{1,9}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '*emphase*',
      '**gras _et_ italique**',
      '`code`',
      '~~barré~~',
      '[lien](https://x.org/a "t")',
      '[ref]',
      '[Autre réf][ref]',
      '![image](a.png)',
      '<b>b</b>',
      '<br>',
      '&eacute;',
      '&#8217;',
      'mot[^1]',
      '[^long]',
      '[[page|texte]]',
      '==marque==',
      'a  \nb',
      'https://example.org/x?y=1',
      '\\*',
      '<https://a.b>',
      '`` ` ``',
      'H<sub>2</sub>O',
      'l’été',
      '漢字',
      '😀',
      '<!-- c -->',
      '$a_b$',
    ),
  },
);
export const inline = fc.array(word, { minLength: 1, maxLength: 15 }).map((words) => words.join(' '));

const indent = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);

/** Well-formed, nested Markdown blocks of the kinds found in articles. */
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inline,
    fc.array(inline, { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inline)
      .map(([depth, text]) => `${'#'.repeat(depth)} ${text.replace(/\n/g, ' ')}`),
    inline.map((text) => `${text.replace(/\n/g, ' ')}\n===`),
    fc.constantFrom('---', '***', '<hr>'),
    fc
      .tuple(
        fc.constantFrom('```', '~~~', '````js'),
        fc.array(fc.constantFrom('', 'x = 1', '- a', '# b', '[ref]: z', '  y')),
      )
      .map(([fence, lines]) => `${fence}\n${lines.join('\n')}\n${fence.replace('js', '')}`),
    fc
      .array(fc.constantFrom('a', '', '  b', '- c'), { minLength: 1 })
      .map((lines) => ['x', ...lines, 'y'].map((line) => (line ? `    ${line}` : '')).join('\n')),
    tie('block').map((inner) => inner.replace(/^/gm, '> ')),
    fc
      .tuple(
        fc.constantFrom('-', '*', '1.', '7)'),
        fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('\n', '\n\n'),
      )
      .map(([marker, items, between]) =>
        items
          .map((blocks) => `${marker} ${indent(blocks.join('\n\n'), ' '.repeat(marker.length + 1))}`)
          .join(between),
      ),
    fc
      .array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 })
      .map((rows) =>
        ['| a | b |', '|---|:-:|', ...rows.map(([a, b]) => `| ${a} | ${b} |`.replace(/\n/g, ' '))].join('\n'),
      ),
    fc.constantFrom(
      '<div align="center">\n\n**x**\n\n</div>',
      '<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>',
      '<!-- a\n\nb -->',
      '<pre>\na\n\nb\n</pre>',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      '<details>\n<summary>s</summary>\n\n- a\n\n</details>',
      '[ref]: https://ref.org',
      '[^1]: une note',
      '[^long]: une note\n\n    ```\n    code\n    ```\n\n    et *suite*',
      '{% highlight js %}\na\n\nb\n{% endhighlight %}',
      '> [!note] titre\n> corps',
      '%%\ncaché\n\nici\n%%',
      '$$\na_b\n\n$$',
      '<script>\n\nx\n</script>',
      ':::note[titre]\n\ncorps\n\n```\n:::\n```\n\n:::',
      '::::tip\n\n:::info\na\n:::\n\nb\n\n::::',
      '!!! warning "titre"\n    corps\n\n    - a\n\n      b',
      '{% hint style="info" %}\na\n\nb\n{% endhint %}',
      'Terme\n:   définition\n\n    suite\n:   autre',
      '=== "onglet"\n\n    a',
      'Terme\n\n:   définition\n\n:   autre\n\n    suite',
      '----------\nA     B\n----- ----\na     b\n      c\n\nd     e\n----------\n\n: légende',
      'Table: légende\n\n----- ----\na     b\n\nc     d\n----- ----',
      '+---+---+\n| a | b |\n|   |   |\n| c | d |\n+===+===+\n| e | f |\n+---+---+\n\nTable: légende',
      '| vers\n|   vers\n| vers',
      '```{note}\na\n\nb\n```',
      '[\n\n![image](a.png)\n\n](https://x.org)',
      '<div markdown="1">\n\n- a\n\n</div>',
      '* a\n^\n* b',
      '+++ {"a": 1}',
      '#. a\n#. b\n\n   c',
      '{/* a\n\nb */}',
      '| a | b |\n|---|---|\n| c | d |\n\n: légende',
      '{::comment}\na\n\nb\n{:/comment}',
    ),
  ),
}));

/** Articles in Markdown: blocks separated by blank lines. */
export const articles = fc
  .array(block, { minLength: 1, maxLength: 12 })
  .map((blocks) => `${blocks.join('\n\n')}\n`);

/** Random sequences of the tokens of Markdown, HTML and the dialects. */
export const scraps = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'*_`~[]()<>!#-+=|:\\&;{}%$"\'^@./ \t\n\n'.split('')) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\n\n',
          '    ',
          '```',
          '~~~',
          '> ',
          '- ',
          '1. ',
          '](',
          '[^1]',
          '[^1]: ',
          '[a]: b\n',
          '<b',
          '</b>',
          '<!--',
          '-->',
          '<table>',
          '<td>',
          '</ul>',
          '<li>',
          '<pre>',
          '</pre>',
          '&#27;',
          '&#x9b;',
          '&amp',
          '&eacute;',
          '\x1b[31m',
          '\x9b',
          '\u202e',
          '\ud83d',
          '{%',
          '%}',
          '{{',
          '}}',
          '{% raw %}',
          '[[',
          ']]',
          '==',
          '%%',
          '$$\n',
          '|-|-|\n',
          'https://',
          'www.a.b',
          'a@b.c',
          '[!note]',
          '<a href="',
          '<br/>',
          '<sup>',
          '\0',
          '\r',
          '\ufeff',
          '\u2028',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
      { weight: 2, arbitrary: fc.constantFrom('a', 'mot', 'été', '12') },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
