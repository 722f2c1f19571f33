import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listedArticles } from '../../../src/commands/published/articles.ts';
import { difference } from '../../../src/commands/published/feed.ts';
import { RemoteIndex } from '../../../src/commands/published/remote-index.ts';
import { ContentCache } from '../../../src/published/content-cache.ts';
import { PublishedError } from '../../../src/published/error.ts';
import { KeptPointers } from '../../../src/published/kept-pointers.ts';
import { RemoteFiles } from '../../../src/published/remote-files.ts';
import { isIncomplete, RemoteLibrary } from '../../../src/published/remote-library.ts';
import { NO_LEXICON } from '../../../src/search/lexicon.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { FileClient } from '../../../src/web/file-client.ts';
import { WebError } from '../../../src/web/web-error.ts';
import { type FileServer, fileServer } from '../../support/file-server.ts';
import { temporaryFolder } from '../../support/home.ts';
import { publishing } from '../../support/publishing.ts';

interface Published {
  readonly server: FileServer;
  readonly folder: string;
  /** Writes an article and publishes the library again. */
  publish(name: string, text: string): Promise<void>;
  /** A reader of the library with its own connections; `cache` as of an earlier one. */
  reader(cache?: string): RemoteLibrary;
}

async function published(): Promise<Published> {
  const [source, folder, own] = [temporaryFolder(), join(temporaryFolder(), 'out'), temporaryFolder()];
  mkdirSync(join(source, 'port'));
  const write = (name: string, text: string): void => writeFileSync(join(source, name), text);
  write('phare.md', '---\ndate: 2024-03-03\n---\n\n# Le phare\n\nUn phare éclaire la côte.\n');
  write('port/quai.md', '---\ndate: 2024-03-02\n---\n\n# Le quai\n\nLes bateaux dorment au quai.\n');
  const publish = async (): Promise<void> => void (await publishing([source], folder, { cache: own }));
  await publish();
  const server = await fileServer(folder);
  return {
    server,
    folder,
    publish: (name, text) => {
      write(name, text);
      return publish();
    },
    reader: (cache = temporaryFolder()) => {
      const client = new FileClient(server.at('/'), { version: '0', pauses: [0, 0], patience: 2000 });
      const files = new RemoteFiles(client, new ContentCache({ cache, readOnly: false }));
      const pointers = new KeptPointers(cache, false);
      const library = new RemoteLibrary({ root: server.at('/'), client, files, pointers });
      onTestFinished(() => library.close());
      return library;
    },
  };
}

const titlesOf = async (library: RemoteLibrary): Promise<readonly string[]> =>
  (await listedArticles(library, library.edition!.manifest)).articles.map(({ title }) => title);

const found = async (library: RemoteLibrary, words: string): Promise<readonly string[]> => {
  const how = { limit: 10, all: false, meets: () => false };
  const hits = await new RemoteIndex(library, NO_LEXICON).search(parseQuery(words), how);
  return hits.map(({ article }) => article.title);
};

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a library at an address', () => {
  it('shows its list after three requests, one after the other', async () => {
    const { server, reader } = await published();
    const library = reader();
    await library.open();
    expect(await titlesOf(library)).toEqual(['Le phare', 'Le quai']);
    expect(server.asked).toHaveLength(3);
    expect(server.mostAtOnce()).toBe(1);
  });

  it('gives a text after one request, and without any the next time', async () => {
    const [{ server, reader }, cache] = [await published(), temporaryFolder()];
    const library = reader(cache);
    await library.open();
    const { articles } = await listedArticles(library, library.edition!.manifest);
    server.asked.length = 0;
    expect((await library.body(articles[1]!)).source).toContain('Les bateaux dorment');
    expect(server.asked).toEqual([expect.stringMatching(/\.texts bytes=/)]);
    const again = reader(cache);
    await again.openKept();
    await listedArticles(again, again.edition!.manifest);
    expect(again.keptBody(articles[1]!.path)?.source).toContain('Les bateaux dorment');
    expect(server.asked).toHaveLength(1);
  });

  it('finds the article that a link leads to', async () => {
    const { reader } = await published();
    const library = reader();
    await library.open();
    const { articles } = await listedArticles(library, library.edition!.manifest);
    const [phare, quai] = articles;
    expect(library.pathOf(phare!, 'port/quai.md')).toBe(quai!.path);
    expect(library.pathOf(quai!, '../phare')).toBe(phare!.path);
    expect(library.pathOf(quai!, '../../phare.md')).toBeUndefined();
  });

  it('is searched with the words of an edition that came meanwhile', async () => {
    const { reader, publish } = await published();
    const library = reader();
    await library.open();
    expect(await library.newer()).toBeUndefined();
    const before = await listedArticles(library, library.edition!.manifest);
    await publish('sel.md', '# Le sel\n\nLe vent sèche le sel.\n');
    const newer = await library.newer();
    const after = await listedArticles(library, newer!.manifest);
    expect(difference(before.articles, after.articles)).toEqual({ added: 1, changed: 0, removed: 0 });
    library.use(newer!);
    expect(await found(library, 'vent')).toEqual(['Le sel']);
  });

  it('keeps the articles of an edition apart that is opened while another one is searched', async () => {
    const { reader, publish } = await published();
    const library = reader();
    await library.open();
    const index = new RemoteIndex(library, NO_LEXICON);
    // Segments are joined, in which the shortest articles come first.
    await publish('digue.md', '# La digue\n\nVent.\n');
    await publish('sel.md', '# Le sel\n\nVent.\n');
    const newer = await library.newer();
    const titles = async (): Promise<readonly string[]> => {
      const query = parseQuery('phare OR quai OR vent ');
      const hits = await index.search(query, { limit: 10, all: false, meets: () => false });
      return hits.map(({ article }) => article.title).sort();
    };
    const before = titles();
    library.use(newer!);
    await index.open();
    expect(await before).toEqual(['Le phare', 'Le quai']);
    expect(await titles()).toEqual(['La digue', 'Le phare', 'Le quai', 'Le sel']);
  });

  it('is none where there is something else', async () => {
    const { folder, reader } = await published();
    writeFileSync(join(folder, 'kiosque.json'), '<!DOCTYPE html><title>Welcome</title>');
    const library = reader();
    expect(await errorOf(library.open())).toBeInstanceOf(PublishedError);
    expect(library.isThere).toBe(false);
  });
});

describe('a fault of the server', () => {
  it('that gives wrong bytes is never believed', async () => {
    const { server, reader } = await published();
    const library = reader();
    await library.open();
    const { articles } = await listedArticles(library, library.edition!.manifest);
    server.fail(() => 'wrong-bytes');
    expect(await errorOf(library.body(articles[0]!))).toMatchObject({ kind: 'unreadable' });
    expect(await errorOf(found(library, 'phare'))).toMatchObject({ kind: 'damaged' });
    server.fail((_, number) => (number % 2 === 0 ? 'wrong-bytes' : undefined));
    expect((await library.body(articles[0]!)).source).toContain('Un phare éclaire');
    server.fail(() => undefined);
    expect(await found(library, 'phare')).toEqual(['Le phare']);
  });

  it('that sends no ranges costs whole files, once each', async () => {
    const { server, reader } = await published();
    const library = reader();
    await library.open();
    server.fail(() => 'whole');
    expect(await found(library, 'bateaux')).toEqual(['Le quai']);
    const segments = server.asked.filter((each) => each.includes('.segment'));
    expect(await found(library, 'phare côte')).toEqual(['Le phare']);
    expect(server.asked.filter((each) => each.includes('.segment'))).toEqual(segments);
  });

  it('whose latest edition is not complete leaves the one before', async () => {
    const [{ server, reader, publish }, cache] = [await published(), temporaryFolder()];
    await reader(cache).open();
    await publish('sel.md', '# Le sel\n\nLe vent sèche le sel.\n');
    server.fail(({ url }) => (url?.endsWith('.manifest') ? 'missing' : undefined));
    const library = reader(cache);
    expect(isIncomplete(await library.open())).toBe(true);
    expect(await titlesOf(library)).toEqual(['Le phare', 'Le quai']);
  });

  it('that is gone leaves what was kept, or a reason', async () => {
    const [{ server, reader }, cache] = [await published(), temporaryFolder()];
    const library = reader(cache);
    await library.open();
    await titlesOf(library);
    await server.close();
    const kept = reader(cache);
    const edition = await kept.open();
    expect(edition.stale).toMatchObject({ kind: 'refused' });
    expect(isIncomplete(edition)).toBe(false);
    expect(await titlesOf(kept)).toEqual(['Le phare', 'Le quai']);
    expect(await errorOf(reader().open())).toBeInstanceOf(WebError);
  });

  it('that damages the cache costs another request', async () => {
    const [{ reader }, cache] = [await published(), temporaryFolder()];
    const library = reader(cache);
    await library.open();
    expect(await found(library, 'bateaux')).toEqual(['Le quai']);
    const root = join(cache, 'published');
    for (const folder of readdirSync(root).filter((name) => name.length === 2))
      for (const name of readdirSync(join(root, folder))) {
        const path = join(root, folder, name);
        writeFileSync(
          path,
          readFileSync(path).map((byte) => byte ^ 0x55),
        );
      }
    const again = reader(cache);
    await again.open();
    expect(await found(again, 'bateaux')).toEqual(['Le quai']);
    expect(again.files.traffic.requests).toBeGreaterThan(2);
  });
});
