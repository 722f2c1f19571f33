import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Body } from '../../../src/document/body.ts';
import { childBlocks } from '../../../src/document/child-blocks.ts';
import type { Block } from '../../../src/document/document.ts';
import type { ArticleFormat } from '../../../src/document/formats.ts';
import { loadParser } from '../../../src/document/late-parsers.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { IndexDamage } from '../../../src/index/errors.ts';
import { formatManifest, parseManifest } from '../../../src/index/manifest.ts';
import { OpenFile } from '../../../src/index/paged-file.ts';
import { openSegmentFile, segmentFile } from '../../../src/index/segment-file.ts';
import { packArticles } from '../../../src/index/stored-articles.ts';
import { decode as decodeKeys, flush } from '../../../src/keys/decode.ts';
import type { Article } from '../../../src/library/article.ts';
import { decode } from '../../../src/library/decode.ts';
import { parseFrontMatter, splitText } from '../../../src/library/front-matter.ts';
import { metadataOf } from '../../../src/library/metadata.ts';
import { readJsonFeed } from '../../../src/library/packed/feed/json-feed.ts';
import { readXmlFeed } from '../../../src/library/packed/feed/xml-feed.ts';
import { readMail } from '../../../src/library/packed/mail/mail.ts';
import { parse, serialize } from '../../../src/memory/format.ts';
import { SegmentBuilder } from '../../../src/search/builder.ts';
import { createSearcher } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { Segment } from '../../../src/search/segment.ts';
import { textLines } from '../../../src/style/plain.ts';
import { clean } from '../../../src/unicode/clean.ts';
import { forbidden } from '../support/forbidden.ts';
import { FRONT_MATTER, HTML, KEYS, MARKDOWN, MEMORY, ORG, PLAIN, QUERY, TERMINAL } from './words.ts';

/** Something that takes bytes of others. It throws an error if a promise about them is broken. */
export interface Target {
  readonly run: (bytes: Uint8Array) => void | Promise<void>;
  /** Texts that have a meaning to it, to be mixed into inputs. */
  readonly words: readonly string[];
}

/** The inputs that the program takes from others, by name. */
export const TARGETS: Readonly<Record<string, Target>> = {
  'front-matter': { run: frontMatter, words: FRONT_MATTER },
  markdown: { run: document('markdown'), words: MARKDOWN },
  html: { run: document('html'), words: HTML },
  org: { run: document('org'), words: ORG },
  gemtext: { run: document('gemtext'), words: ['# ', '* ', '> ', '=> a b\n', '```\n', '```js\n', '\n\n'] },
  mail: {
    run: mail,
    words: [
      'Subject: ',
      'From: ',
      'Date: ',
      '\n\n',
      'Content-Type: text/plain; format=flowed\n',
      'multipart/mixed; boundary=a',
      '\n--a\n',
      '\n--a--\n',
      'base64',
      '=?utf-8?q?=E9?=',
      '> ',
      ' \n',
    ],
  },
  feed: {
    run: feed,
    words: [
      '<rss><channel>',
      '<feed>',
      '<item>',
      '<entry>',
      '<title>',
      '<description>',
      '<![CDATA[',
      ']]>',
      '</item>',
      '&lt;b&gt;',
      '{"version":"https://jsonfeed.org/version/1.1","items":[',
      '{"content_html":"<p>a"}',
      ']}',
    ],
  },
  text: { run: document('text'), words: PLAIN },
  terminal: { run: document('terminal'), words: TERMINAL },
  table: { run: document('table'), words: [',', '\t', ';', '"', '""', '\n', 'a,b\n', '1,2\n'] },
  encoding: {
    run: encoding,
    words: ['\xef\xbb\xbf', '\xff\xfe', '\xfe\xff', '\xc3\xa9', '\xc0\x9b', '\xed\xa0\x80', '\x92', 'a\0'],
  },
  memory: { run: memory, words: MEMORY },
  manifest: { run: manifest, words: ['kiosque-index ', '\n', '{"paths":["/a"]}', '0 '] },
  segment: { run: segment, words: ['\0', '\xff', '\x01\0\0\0'] },
  keys: { run: keys, words: KEYS },
  clean: {
    run: cleaned,
    words: [...KEYS, '\u200b', '\ufe0f', '\u{e0041}', '\u2028', '\x9b1m', '\u180b', '\u2800'],
  },
  query: { run: query, words: QUERY },
};

const textOf = (bytes: Uint8Array): string =>
  decode(bytes) ?? Buffer.from(bytes).toString('utf8').replaceAll('\r', '\n');

function expectClean(text: string, what: string): void {
  const found = forbidden(text.replaceAll('\t', ' '));
  assert.equal(found, undefined, `${what} has ${found}`);
}

async function frontMatter(bytes: Uint8Array): Promise<void> {
  const { frontMatter: split, body } = splitText(textOf(bytes), 'a.md');
  assert.ok(body.source.length <= bytes.length);
  const { modified, matter, ...metadata } = metadataOf((await parseFrontMatter(split)).fields);
  // Only the other texts are several lines.
  for (const value of [modified, ...Object.values(metadata), matter?.split('\n')].flat()) {
    if (typeof value !== 'string') continue;
    expectClean(value, 'metadata');
    assert.ok(value.length <= 500 && !value.includes('\n'));
  }
}

function document(format: ArticleFormat): Target['run'] {
  return (bytes) => expectSound({ format, source: textOf(bytes), firstLine: 0 });
}

async function mail(bytes: Uint8Array): Promise<void> {
  const { metadata, body } = await readMail(bytes);
  for (const value of Object.values(metadata).flat())
    if (typeof value === 'string') expectClean(value, 'metadata');
  await expectSound(body);
}

async function feed(bytes: Uint8Array): Promise<void> {
  const source = textOf(bytes);
  const found = readJsonFeed(source) ?? readXmlFeed(source);
  for (const { content } of found?.entries.slice(0, 3) ?? [])
    await expectSound({
      format: 'html',
      source: content,
      firstLine: 0,
      page: { extract: false, xml: false },
    });
}

/** Checks what a body is parsed to, and how it is laid out. */
async function expectSound(body: Body): Promise<void> {
  await loadParser(body.format);
  const parsed = parseDocument(body);
  parsed.extend(Number.POSITIVE_INFINITY);
  const { text, blocks, headings, links, hidden } = parsed;
  expectClean(text, 'text');
  expectWithin([...blocks], 0, text.length);
  for (const { at } of headings) assert.ok(at <= text.length);
  for (const { start, end, href } of links) {
    assert.ok(start < end && end <= text.length, 'a link is outside the text');
    assert.match(href, /^[!-~]+$/);
  }
  for (const at of hidden?.places ?? [])
    assert.ok(at >= 0 && at <= text.length, 'a place is outside the text');
  for (const width of [0, 7, 40])
    for (const line of textLines(parsed, { width, title: '', byline: '' })) expectClean(line, 'a line');
}

function expectWithin(blocks: readonly Block[], from: number, to: number): void {
  let at = from;
  for (const block of blocks) {
    assert.ok(
      block.start >= at && block.end >= block.start && block.end <= to,
      'a block is outside the text',
    );
    expectWithin(childBlocks(block), block.start, block.end);
    at = block.end;
  }
}

function encoding(bytes: Uint8Array): void {
  for (const cut of [false, true]) {
    const text = decode(bytes, cut);
    if (text !== undefined) assert.ok(!text.includes('\r') && text.length <= bytes.length);
  }
}

function memory(bytes: Uint8Array): void {
  const parsed = parse(textOf(bytes));
  if (parsed.kind !== 'records') return;
  const again = parse(serialize(parsed.records));
  assert.deepEqual(again, parsed);
  assert.equal(Object.getPrototypeOf({}).starred, undefined);
}

function manifest(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const whole = formatManifest({ paths: ['/a'], generation: 1, complete: true, folders: [], segments: [] });
  for (const given of [text, whole + text, whole.slice(0, -text.length) + text]) {
    const parsed = parseManifest(given, ['/a']);
    if (parsed) assert.equal(formatManifest(parsed), given);
  }
}

const ARTICLES = ['apples', 'pears', 'stones'].map(
  (id): Article => ({
    id,
    title: `On ${id}`,
    tags: ['fruit'],
    words: 3,
    format: 'text',
    path: `/${id}`,
    size: 1,
    mtime: 1,
  }),
);

function madeSegment(): { readonly bytes: Uint8Array; readonly checksum: number } {
  const builder = new SegmentBuilder();
  for (const { title, tags, id } of ARTICLES)
    builder.add({ title, tags, body: `${id} are kept in straw, and ${id} again` });
  const { bytes, checksum } = segmentFile(builder.finish(), packArticles(ARTICLES));
  return { bytes: Buffer.concat(bytes), checksum };
}

const WHOLE = madeSegment();
/** What a search finds in the segment. */
const FOUND = 'apples,pears,stones';

/** Each three bytes of the input change a byte of a segment: its offset, and what is added to it. */
function segment(bytes: Uint8Array): void {
  const file = Uint8Array.from(WHOLE.bytes);
  for (let i = 0; i + 2 < bytes.length; i += 3) {
    const at = ((bytes[i]! << 8) | bytes[i + 1]!) % file.length;
    file[at] = file[at]! + bytes[i + 2]!;
  }
  const length = bytes.length % 3 === 1 ? bytes.at(-1)! * 8 : file.length;
  const folder = mkdtempSync(join(tmpdir(), 'kiosque-fuzz-'));
  try {
    writeFileSync(join(folder, 'segment'), file.subarray(0, length), { mode: 0o600 });
    assert.equal(searched(join(folder, 'segment')), FOUND);
  } catch (error) {
    if (!(error instanceof IndexDamage)) throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function searched(path: string): string {
  const { source, articles, close } = openSegmentFile(new OpenFile(path), WHOLE.checksum);
  try {
    const hits = createSearcher([new Segment(source)]).search(parseQuery('straw '));
    return hits
      .map(({ doc }) => articles.get(doc).id)
      .sort()
      .join();
  } finally {
    close();
  }
}

/** Keys come in chunks that end anywhere; the same inputs must come of them. */
function keys(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const whole = decodeKeys(text);
  assert.ok(whole.pending.length <= 65_536 + 64);
  const middle = text.length >> 1;
  const first = decodeKeys(text.slice(0, middle));
  const second = decodeKeys(text.slice(middle), first.pending);
  const isCut = /[\ud800-\udbff]$/.test(text.slice(0, middle));
  if (!isCut && !text.includes('\x1b[200~'))
    assert.deepEqual([...first.inputs, ...second.inputs], whole.inputs);
  flush(whole.pending);
}

function cleaned(bytes: Uint8Array): void {
  const text = clean(Buffer.from(bytes).toString('utf8'));
  expectClean(text, 'clean text');
  assert.equal(clean(text), text);
}

function query(bytes: Uint8Array): void {
  const { clauses } = parseQuery(textOf(bytes));
  assert.ok(clauses.length <= bytes.length);
}
