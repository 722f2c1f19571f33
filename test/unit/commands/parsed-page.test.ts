import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { DocumentCache } from '../../../src/cache/document-cache.ts';
import { Documents } from '../../../src/commands/reader/documents.ts';
import { LibraryFeed } from '../../../src/commands/reader/library-feed.ts';
import type { Document } from '../../../src/document/document.ts';
import { readPage } from '../../../src/document/html/read-page.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { articlesAt } from '../../../src/library/articles-at.ts';
import { readBody } from '../../../src/library/read-body.ts';
import { temporaryFolder } from '../../support/home.ts';
import { FORMS, print } from '../../torture/injection/outputs.ts';

vi.mock('../../../src/document/html/read-page.ts', async (importOriginal) => {
  const original = await importOriginal<{ readPage: typeof readPage }>();
  return { ...original, readPage: vi.fn(original.readPage) };
});

const TEXT = '<p>Le four est chaud quand une goutte d’eau y danse.</p><h2>La mie</h2><p>Et la suite.</p>';

function fileWith(content: string, name = 'le-four.html'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

const contents = ({ text, blocks, headings, links, hidden, anchors, lang, complete }: Document) =>
  structuredClone({ text, blocks: [...blocks], headings, links, hidden, anchors, lang, complete });

it.each([
  ['has a title in its head', `<!DOCTYPE html><title>Le four — Mie</title><h1>Le four</h1>${TEXT}`],
  ['has another title in its head', `<!DOCTYPE html><title>Du pain</title><h1>Le four</h1>${TEXT}`],
  ['has only a heading', `<!DOCTYPE html><body><h1>Le <i>four</i></h1>${TEXT}`],
  ['has no title', `<!DOCTYPE html><body>${TEXT}`],
  ['is a fragment', TEXT],
  [
    'has a title that a program replaces',
    `<!DOCTYPE html><title>{{ title }}</title><h1>{{ title }}</h1>${TEXT}`,
  ],
  ['declares its language', `<!DOCTYPE html><html lang="en"><title>Le four</title>${TEXT}`],
  ['declares a language that is not known', `<!DOCTYPE html><html lang="eo"><title>Le four</title>${TEXT}`],
  ['has hidden characters', `<!DOCTYPE html><title>Le four</title><p>a\u200bb\u202ec</p>${TEXT}`],
  ['is too deep to be parsed', `<!DOCTYPE html>${'<div>'.repeat(60_000)}${TEXT}`],
])('is the text that would be parsed to be shown: a page that %s', async (_, source) => {
  const path = fileWith(source);
  const { articles, parsed } = await articlesAt(path);
  expect(articles).toHaveLength(1);
  const [article] = articles;
  const { lang } = article!;
  const shown = parseDocument(readBody(article!), { title: article!.title });
  shown.extend(Infinity);
  const expected = contents(shown);
  // `show` and the reader hint it so.
  if (lang !== undefined) expected.lang = lang === 'fr' || lang === 'en' ? lang : undefined;
  expect(contents(parsed!.document)).toEqual(expected);
});

it('is not that of a page with a title that is cut, whose heading is shown whole', async () => {
  const title = 'mot '.repeat(200);
  const { parsed } = await articlesAt(
    fileWith(`<!DOCTYPE html><title>${title}</title><h1>${title}</h1>${TEXT}`),
  );
  expect(parsed).toBeUndefined();
});

it('has the language of the name of its file', async () => {
  const { articles, parsed } = await articlesAt(fileWith(`<!DOCTYPE html><p>x</p>`, 'x.fr.html'));
  expect(articles[0]!.lang).toBe('fr');
  expect(parsed!.document.lang).toBe('fr');
});

it.each(FORMS.filter(({ name }) => /^(?:list|show --format (?:text|ansi|json))$/.test(name)))(
  'is parsed once by $name',
  async (form) => {
    const path = fileWith(`<!DOCTYPE html><title>Le four</title>${TEXT}`);
    vi.mocked(readPage).mockClear();
    const { stdout } = await print(form, path);
    expect(stdout).toContain('Le four');
    expect(readPage).toHaveBeenCalledTimes(1);
  },
);

it('is parsed once by the reader', async () => {
  const path = fileWith(`<!DOCTYPE html><title>Le four</title>${TEXT}`);
  vi.mocked(readPage).mockClear();
  const documents = new Documents(new DocumentCache({ cache: undefined, build: 'b' }));
  const feed = new LibraryFeed({
    paths: [path],
    cache: undefined,
    readOnly: true,
    onIndex: async () => undefined,
    onParsed: (...page) => documents.take(...page),
    dispatch: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  const [article] = await feed.open();
  feed.close();
  const { text } = await documents.open(article!);
  expect(text).toContain('La mie');
  expect(readPage).toHaveBeenCalledTimes(1);
});
