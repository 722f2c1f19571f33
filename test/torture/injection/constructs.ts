import type { Construct } from './construct.ts';
import { OTHER_FORMATS } from './formats.ts';
import { body, CLOSING, FILLING, NEEDLE, OPENING, references } from './surroundings.ts';
import type { Vector } from './vectors.ts';

type Write = Construct['text'];

const field = (line: string): string => `---\n${line}\n---\n\n${body('Text.')}`;

const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const quoted = (text: string): string => JSON.stringify(text);
const struck = (text: string): string => [...text].map((letter) => `${letter}\b${letter}`).join('');

const MARKDOWN: Readonly<Record<string, Write>> = {
  paragraph: (_, word) => body(word),
  'paragraph of references': (_, word) => body(references(word)),
  heading: (_, word) => body(`## ${word}`),
  'first heading': (_, word) => `# ${word}\n\n${body('Text.')}`,
  emphasis: (_, word) => body(`**${word}** and *${word}* and ~~${word}~~`),
  'text of a link': (_, word) => body(`[${word}](https://example.org/)`),
  'target of a link': (vector) => body(`[needle](https://example.org/${vector}a)`),
  'target in brackets': (vector) => body(`[needle](<https://example.org/${vector}a>)`),
  'target of percent encodings': (vector) => body(`[needle](https://example.org/${percent(vector)})`),
  'target of references': (vector) => body(`[needle](https://example.org/${references(vector)})`),
  'mail address': (vector) => body(`[needle](mailto:a@example.org?subject=${vector}&cc=${percent(vector)})`),
  'title of a link': (vector) => body(`[needle](https://example.org/ "${vector}")`),
  autolink: (vector) => body(`needle <https://example.org/${vector}a> https://example.org/${vector}b`),
  'definition of a link': (vector) => body(`[needle][a]\n\n[a]: https://example.org/${vector} "${vector}"`),
  image: (vector, word) => body(`![${word}](https://example.org/${vector}a.png "${vector}")`),
  'span of code': (_, word) => body(`\`${word}\``),
  'block of code': (_, word) => body(`\`\`\`js\n${word}\n\`\`\``),
  'indented code': (_, word) => body(`    ${word}`),
  'language of code': (vector) => body(`\`\`\`js${vector} ${vector}\nneedle\n\`\`\``),
  table: (_, word) => body(`| ${word} | b |\n| --- | :-: |\n| a | ${word} |`),
  list: (_, word) => body(`- ${word}\n  1. ${word}\n- [ ] ${word}`),
  quotation: (_, word) => body(`> ${word}\n>\n> > ${word}`),
  callout: (vector, word) => body(`> [!note${vector}] ${word}\n> Text.\n\n:::tip ${word}\n${word}\n:::`),
  footnote: (vector, word) => body(`needle[^a${vector}] and[^b]\n\n[^a${vector}]: ${word}\n\n[^b]: ${word}`),
  'attribute of HTML': (vector) =>
    body(`<a href="https://example.org/${vector}" title="${vector}" id="${vector}">needle</a>`),
  'attribute of references': (vector) => body(`<a href="${references(`https://a/${vector}`)}">needle</a>`),
  'text of HTML': (_, word) => body(`<div><p>${word}</p><pre>${word}</pre><h2>${word}</h2></div>`),
  'name of an element': (vector) => body(`<x${vector}y>needle</x${vector}y> <b ${vector}>a</b>`),
  'comment of HTML': (vector) => body(`needle <!-- ${vector} -->\n\n<!--\n${vector}\n-->`),
  formula: (_, word) => body(`$${word}$ and\n\n$$\n${word}\n$$`),
  'definition list': (_, word) => body(`${word}\n: ${word}`),
  wikilink: (vector, word) => body(`[[${vector}|${word}]] and [[${word}]] and :${vector}:`),
};

const METADATA: Readonly<Record<string, Write>> = {
  title: (_, word) => field(`title: ${word}`),
  'title of escapes': (_, word) => field(`title: ${quoted(word)}\nauthor: ${quoted(word)}`),
  author: (_, word) => field(`title: A\nauthor: ${word}`),
  authors: (_, word) => field(`title: A\nauthors:\n  - name: ${quoted(word)}\n  - ${word}`),
  tags: (vector) => field(`title: A\ntags: [a${vector}, ${quoted(vector)}]`),
  date: (vector) => field(`title: A\ndate: 2024-05-03${vector}`),
  'source and summary': (vector, word) =>
    field(`title: A\nsource: https://example.org/${vector}\nsummary: ${word}`),
  'language, slug and series': (vector) =>
    field(`title: A\nlang: fr${vector}\nslug: a${vector}\nseries: ${vector}`),
  TOML: (_, word) => `+++\ntitle = ${quoted(word)}\nauthor = '${word}'\n+++\n\n${body('Text.')}`,
  JSON: (_, word) => `{"title": ${quoted(word)}, "tags": [${quoted(word)}]}\n\n${body('Text.')}`,
  'broken front matter': (_, word) => field(`title: [${word}\n  - : {`),
  'lines of a header': (vector, word) =>
    `Title: ${word}\nAuthor: ${word}\nTags: ${vector}\n\n${body('Text.')}`,
};

const FILES: readonly Construct[] = [
  { name: 'plain text', file: 'a.txt', text: (_, word) => body(`${word}\n\n- ${word}\n\n> ${word}`) },
  {
    name: 'heading of plain text',
    file: 'a.txt',
    text: (_, word) => `${word}\n\n${body('Text that is long enough.')}`,
  },
  {
    name: 'HTML',
    file: 'a.html',
    text: (_, word) => `<title>${word}</title><h1>${word}</h1>\n${body(`<p>${word}</p>`)}`,
  },
  { name: 'code', file: 'a.js', text: (_, word) => body(`// ${word}\nconst a = "${word}";`) },
  {
    name: 'cells of CSV',
    file: 'a.csv',
    text: (_, word) => `a,b\n${OPENING},a\n"${word}",b\n${word},c\n${FILLING},a\n${CLOSING},a\n`,
  },
  {
    name: 'cells of TSV',
    file: 'a.tsv',
    text: (_, word) => `a\tb\n${OPENING}\ta\n${word}\tb\n${FILLING}\ta\n${CLOSING}\n`,
  },
  {
    name: 'manual page',
    file: 'a.txt',
    text: (_, word) =>
      `A(1)        Manual        A(1)\n\n${struck('NAME')}\n       ${OPENING}\n\n${struck('OPTIONS')}\n       -a ${word}\n              ${struck(word)}\n\n       ${FILLING}\n\n       ${CLOSING}\n`,
  },
  {
    name: 'output for a terminal',
    file: 'a.txt',
    text: (_, word) =>
      `\x1b[1m${OPENING}\x1b[0m\n\x1b[32m${word}\x1b[0m ${struck('bold')}\n${FILLING}\n\n${CLOSING}\n`,
  },
];

const markdown = (texts: Readonly<Record<string, Write>>): Construct[] =>
  Object.entries(texts).map(([name, text]) => ({ name, file: 'a.md', text }));

/** Constructs inside a file. */
export const CONSTRUCTS: readonly Construct[] = [
  ...markdown(MARKDOWN),
  ...markdown(METADATA),
  ...FILES,
  ...OTHER_FORMATS,
];

/** The bytes of a construct with a vector: those of its text, or of the file that is packed from it. */
export function bytesOf(construct: Construct, vector: Vector): Uint8Array {
  const source = sourceOf(construct, vector);
  return construct.pack?.(source) ?? source;
}

/** The bytes of the text of a construct with a vector. */
export function sourceOf({ text }: Construct, { text: vector, isBytes }: Vector): Buffer {
  // A stand-in of one private character, which no construct changes.
  const written = isBytes ? '\ue000' : vector;
  const source = text(written, `${NEEDLE} ${written} thread`);
  return isBytes
    ? Buffer.from(Buffer.from(source).toString('latin1').replaceAll('\xee\x80\x80', vector), 'latin1')
    : Buffer.from(source);
}

/** The name of a file that holds a vector; undefined if no file can have it. */
export function fileNameOf({ text, isBytes }: Vector): string | undefined {
  const name = `${NEEDLE} ${text} thread.md`;
  return isBytes || /[\0/]/.test(name) || !name.isWellFormed() || Buffer.byteLength(name) > 255
    ? undefined
    : name;
}
