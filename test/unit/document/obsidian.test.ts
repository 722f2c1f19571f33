import { describe, expect, it } from 'vitest';
import type { DocumentParts } from '../../../src/document/fixed-document.ts';
import { parsedParts } from '../../support/document.ts';

const open = (source: string, title?: string): DocumentParts =>
  parsedParts({ format: 'markdown', source, firstLine: 0 }, title === undefined ? {} : { title });
const text = (source: string): string => open(source).text;

describe('Obsidian and notebook syntax', () => {
  it('has highlights, comments, wikilinks and embeds', () => {
    const { blocks, links, text } = open('==a== b==c and d==e %%f%% [[g]] [[h#i|j]] ![[k.png|300]]');
    expect(text).toBe('a b==c and d==e g j k.png');
    expect(blocks[0]).toMatchObject({
      runs: [{ text: 'a', style: { role: 'mark' } }, {}, {}, {}, {}, {}, {}],
    });
    expect(links.map(({ kind, href }) => `${kind} ${href}`)).toEqual([
      'article g',
      'article h#i',
      'image k.png',
    ]);
  });

  it('has pictures with a size', () => {
    expect(text('![Un chat|100](a.png) ![b|100x20](c.png) ![d|e](f.png) ![|100](g.png)')).toBe(
      'Un chat b d|e g.png',
    );
  });

  it('leaves a link alone whose text is in brackets', () => {
    const { links, text } = open('[[a]](b.md#c) ![[d]](e/f.png) [[g]](s) [[h]](i j)');
    expect(text).toBe('[a] [d] g(s) h(i j)');
    expect(links.map(({ href }) => href)).toEqual(['b.md#c', 'e/f.png', 'g', 'h']);
  });

  it('has callouts with and without a title', () => {
    const { blocks } = open('> [!NOTE]\n> a\n\n> [!tip]- b *c*\n> d');
    expect(blocks).toMatchObject([
      { kind: 'quotation', callout: 'note', blocks: [{ line: 1 }] },
      {
        callout: 'tip',
        blocks: [{ runs: [{ text: 'b ', style: { bold: true } }, { text: 'c' }] }, { line: 4 }],
      },
    ]);
  });

  it('has formulas, which become code, unlike prices in dollars', () => {
    expect(text('$a_1 * b_2$ costs $5 and *$10*')).toBe('a_1 * b_2 costs $5 and $10');
    expect(text('`$A_B` $C_D/$E_F and $$x^2$$')).toBe('$A_B $C_D/$E_F and x^2');
    const variables = 'cat $(A)/$(B) fin'.replace(/\((\w)\)/g, '{$1}');
    expect(text(`${variables}, $x$ et $\\frac{a}{b}$`)).toBe(`${variables}, x et \\frac{a}{b}`);
    expect(open('$$a & b\\\\\nc < d$$\n\ne').blocks).toMatchObject([
      { kind: 'code', code: 'a & b\\\\\nc < d' },
      { line: 3 },
    ]);
    expect(text('<p>$a_1$ and {{ b }}</p>')).toBe('a_1 and {{ b }}');
    expect(text('| $|a*b|$ |\n|---|')).toBe('|a*b|');
    expect(text('<p>\n$$\na_1\n$$\n</p>')).toBe('a_1');
    expect(open('$$\na_1\n\nb\n$$').blocks).toMatchObject([{ kind: 'code', code: 'a_1\n\nb' }]);
  });
});

describe('comments of Obsidian', () => {
  it.each([
    ['%% a %% Buy bread.\n\n%%\nb\n%%\n\nEnd.', 'Buy bread.\nEnd.'],
    ['%%a%% b\n\nc\n\n100%% and 20%%\n\nd', 'b\nc\n100%% and 20%%\nd'],
    ['%%a\n\nb%%\n\nc', 'c'],
    ['%% a\nb %% c', 'c'],
    ['%%\na\n\nb\n%% c', 'c'],
    ['%% Part 1\na\n\n%% Part 2\nb', '%% Part 1 a\n%% Part 2 b'],
    ['%% a\n\nb is 20%%.', '%% a\nb is 20%%.'],
  ])('end where the next mark is in %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('tasks of Obsidian', () => {
  it('have the states that its themes show', () => {
    const marks = [' ', 'x', '/', '-', '>', '<', '?', '!'];
    const { blocks, text } = open(marks.map((mark) => `- [${mark}] a`).join('\n'));
    expect(text).toBe(marks.map(() => 'a').join('\n'));
    const tasks = ['open', 'done', 'begun', 'cancelled', 'forwarded', 'scheduled', 'question', 'important'];
    expect(blocks).toMatchObject([{ items: tasks.map((task) => ({ task })) }]);
  });

  it.each(['- [a] b', '- [!](c) b', '- [?]', '[/] b'])('are not in %j', (source) =>
    expect(JSON.stringify(open(source).blocks)).not.toContain('"task"'),
  );
});
