import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/annotations/annotation.ts';
import { DamagedError } from '../../../src/annotations/error.ts';
import { parse, serialize } from '../../../src/annotations/format.ts';
import { newIn } from '../../../src/annotations/new-annotations.ts';
import { AnnotationStore } from '../../../src/annotations/store.ts';
import { temporaryFolder } from '../../support/home.ts';

const annotation = (id: string, facts: Partial<Annotation> = {}): Annotation => ({
  id,
  quote: { exact: 'a promise', prefix: 'A price is ', suffix: '.', at: 11 },
  color: 'yellow',
  created: 1_000,
  changed: 2_000,
  ...facts,
});
const put = (each: Annotation) => ({ kind: 'put', annotation: each }) as const;
const article = { key: '/home/me/notes/Prix & offre.md', title: 'Le prix' };

let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), 'notes');
});

describe('AnnotationStore', () => {
  it('keeps the annotations of an article in a file with a telling name', async () => {
    const noted = annotation('a', { note: 'To read\nagain', color: 'pink' });
    await new AnnotationStore(folder).change(article, [put(noted), put(annotation('b'))]);
    expect(new AnnotationStore(folder).load(article.key)).toEqual([noted, annotation('b')]);
    expect(readdirSync(folder)).toEqual([
      expect.stringMatching(/^home-me-notes-Prix-offre\.md-[\da-f]{8}\.json$/),
    ]);
    expect(new AnnotationStore(folder).load('/another')).toEqual([]);
  });

  it('adds up the changes of several instances', async () => {
    const [one, two] = [new AnnotationStore(folder), new AnnotationStore(folder)];
    await Promise.all([
      ...['a', 'b', 'c'].map((id) => one.change(article, [put(annotation(id))])),
      ...['d', 'e', 'f'].map((id) => two.change(article, [put(annotation(id))])),
    ]);
    expect(
      one
        .load(article.key)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('keeps both texts of a note that two instances have changed', async () => {
    const store = new AnnotationStore(folder);
    await store.change(article, [put(annotation('a', { note: 'base' }))]);
    const edit = (note?: string) =>
      store.change(article, [{ ...put(annotation('a', note === undefined ? {} : { note })), base: 'base' }]);
    await edit('base, from one');
    expect(await edit('base, from two')).toMatchObject([{ note: 'base, from one\n\nbase, from two' }]);
    expect(await edit(undefined)).toMatchObject([{ note: 'base, from one\n\nbase, from two' }]);
  });

  it('replaces and removes by id, and leaves no empty file', async () => {
    const store = new AnnotationStore(folder);
    await store.change(article, [
      put(annotation('a')),
      put(annotation('a', { note: 'New', created: 9_000 })),
    ]);
    expect(store.load(article.key)).toEqual([annotation('a', { note: 'New' })]);
    expect(await store.change(article, [{ kind: 'remove', id: 'a' }])).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('moves to a new name', async () => {
    const store = new AnnotationStore(folder);
    await store.change(article, [put(annotation('a'))]);
    await store.rename(article.key, '/new.md');
    expect(store.load(article.key)).toEqual([]);
    expect(store.load('/new.md')).toEqual([annotation('a')]);
    expect(store.all().files.map((file) => file.article.key)).toEqual(['/new.md']);
  });

  it('sets a damaged file aside before it writes a new one', async () => {
    const store = new AnnotationStore(folder);
    await store.change(article, [put(annotation('a'))]);
    const [name] = readdirSync(folder) as [string];
    writeFileSync(join(folder, name), '{"key":');
    expect(() => store.load(article.key)).toThrow(DamagedError);
    expect(store.all()).toEqual({ files: [], unreadable: [join(folder, name)] });
    await store.change(article, [put(annotation('b'))]);
    expect(store.load(article.key).map(({ id }) => id)).toEqual(['b']);
    expect(readFileSync(join(folder, name.replace('.json', '.damaged.json')), 'utf8')).toBe('{"key":');
    expect(store.all().files).toHaveLength(1);
  });

  it('says that it cannot write', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'plain'), '');
    await expect(
      new AnnotationStore(join(folder, 'plain/x')).change(article, [put(annotation('a'))]),
    ).rejects.toThrow();
    chmodSync(folder, 0o700);
  });
});

describe('annotations of another machine or an earlier time', () => {
  const own = annotation('a', { note: 'mine', changed: 5 });

  it.each([
    ['a new passage', annotation('b'), [annotation('b')]],
    ['the same one', own, []],
    ['an earlier color', annotation('a', { color: 'pink', changed: 4 }), []],
    [
      'a later color',
      annotation('a', { color: 'pink', changed: 6 }),
      [annotation('a', { color: 'pink', changed: 6 })],
    ],
    ['no note', annotation('a', { changed: 6 }), []],
    ['a part of the note', annotation('a', { note: 'min', changed: 4 }), []],
    [
      'an earlier note',
      annotation('a', { note: 'old', color: 'pink', changed: 4 }),
      [{ ...own, note: 'old' }],
    ],
    [
      'a later note',
      annotation('a', { note: 'new', changed: 6 }),
      [annotation('a', { note: 'new', changed: 6 })],
    ],
  ])('are new if they say more: %s', (_, other, news) => {
    expect(newIn([own], [other])).toEqual(news);
  });

  it('are not new a second time', async () => {
    const store = new AnnotationStore(temporaryFolder());
    const put = async (all: readonly Annotation[]) =>
      store.change(
        article,
        all.map((each) => ({ kind: 'put', annotation: each })),
      );
    await put([own]);
    const others = [annotation('a', { note: 'old', changed: 4 }), annotation('b')];
    const all = await put(newIn(store.load(article.key), others));
    expect(all).toMatchObject([{ note: 'mine\n\nold' }, { id: 'b' }]);
    expect(newIn(all, others)).toEqual([]);
  });
});

describe('the file format', () => {
  it('is restored as it was', () => {
    const file = {
      article: { ...article, source: 'https://a.org/' },
      annotations: [annotation('a', { note: 'x' })],
    };
    expect(parse(serialize(file))).toEqual(file);
  });

  it('is read as other programs write it, with what is missing filled in', () => {
    const item = {
      type: 'Annotation',
      body: { value: 'Yes' },
      target: { selector: { type: 'TextQuoteSelector', exact: 'words' } },
    };
    const other = { target: { selector: { type: 'TextQuoteSelector', exact: 'terms' } } };
    const text = JSON.stringify({ key: '/a.md', items: [item, 4, { target: {} }, null, other] });
    const [first, second, ...rest] = parse(text)!.annotations;
    expect(rest).toEqual([]);
    expect(second!.id).not.toBe(first!.id);
    expect([first]).toEqual([
      {
        id: expect.stringMatching(/^\w+$/),
        quote: { exact: 'words', prefix: '', suffix: '', at: 0 },
        color: 'yellow',
        note: 'Yes',
        created: 0,
        changed: 0,
      },
    ]);
  });

  it.each(['', '[]', '{}', '{"key":1,"items":[]}', '{"key":"a","items":{}}'])('is not %j', (text) => {
    expect(parse(text)).toBeUndefined();
  });
});
