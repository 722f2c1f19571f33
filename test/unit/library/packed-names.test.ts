import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articlesAt } from '../../../src/library/articles-at.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { openBody } from '../../../src/library/open-body.ts';
import { temporaryFolder } from '../../support/home.ts';
import { mail, mailboxOf } from '../../support/mails.ts';

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const titlesIn = async (folder: string): Promise<readonly string[]> =>
  (await loadLibrary([folder])).articles.map(({ title }) => title).sort();

const RSS =
  '<?xml version="1.0"?>\n<!-- a -->\n<rss version="2.0"><channel><title>Flux</title><item><title>Un</title><description>mot</description></item></channel></rss>';
const JSON_FEED =
  '{ "version": "https://jsonfeed.org/version/1.1", "title": "Flux", "items": [{ "id": "1", "title": "Deux", "content_text": "mot" }] }';

describe('a Maildir', () => {
  const folder = (): string =>
    folderWith({
      'cur/1714800000.M1P2.host,S=12:2,S': mail('Réunion', 'Jeudi.\n'),
      'cur/1714800001.M1P2.host:2,DS': mail('Brouillon', 'À finir.\n'),
      'new/1714800002.M1P2.host': mail('Compte rendu', 'Vendredi.\n'),
      'tmp/1714800003.M1P2.host': mail('À moitié', 'Same'),
      dovecot: 'index',
    });

  it('is listed as its mails, which are named after their subjects', async () => {
    const { articles, warnings, leftOut } = await loadLibrary([folder()]);
    expect({ warnings, leftOut }).toEqual({ warnings: [], leftOut: [] });
    expect(
      articles
        .map(({ id, title, packed, draft }) => ({ id, title, packed, draft }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ).toEqual([
      { id: 'brouillon', title: 'Brouillon', packed: 'mail', draft: true },
      { id: 'compte-rendu', title: 'Compte rendu', packed: 'mail' },
      { id: 'reunion', title: 'Réunion', packed: 'mail' },
    ]);
    expect((await openBody(articles.find(({ id }) => id === 'reunion')!)).source.trim()).toBe('Jeudi.');
  });

  it('has mails that are opened by their paths', async () => {
    const { articles } = await articlesAt(join(folder(), 'new/1714800002.M1P2.host'));
    expect(articles).toMatchObject([{ title: 'Compte rendu', packed: 'mail' }]);
  });
});

describe('a file that only its beginning tells', () => {
  it('is a mailbox, in a folder by a usual name, and by any name that the user gives', async () => {
    const folder = folderWith({
      Inbox: mailboxOf([mail('Un', 'a'), mail('Deux', 'b')]),
      autre: mailboxOf([mail('Trois', 'c')]),
    });
    expect(await titlesIn(folder)).toEqual(['Deux', 'Un']);
    const { articles } = await articlesAt(join(folder, 'autre'));
    expect(articles).toMatchObject([{ title: 'Trois', packed: 'mailbox' }]);
    const [member] = (await articlesAt(articles[0]!.path)).articles;
    expect(member).toMatchObject({ title: 'Trois' });
  });

  it('is a feed, in XML by any name and in JSON by two', async () => {
    const folder = folderWith({ 'atome.xml': RSS, 'feed.json': JSON_FEED, 'data.json': JSON_FEED });
    expect(await titlesIn(folder)).toEqual(['Deux', 'Un']);
    const { articles } = await loadLibrary([folder]);
    const [member] = (await articlesAt(articles.find(({ title }) => title === 'Un')!.path)).articles;
    expect(member).toMatchObject({ title: 'Un', series: 'Flux', packed: 'feed' });
    expect((await openBody(member!)).source).toBe('mot');
  });

  it('is none of them, and left out of folders', async () => {
    const folder = folderWith({
      'data.xml': '<?xml version="1.0"?>\n<data><rss/></data>',
      'index.json': '{"a": 1}',
      sent: 'From here on, a text.\n',
      'a.md': '# A\n',
    });
    const { articles, leftOut, warnings, unread } = await loadLibrary([folder]);
    expect(articles.map(({ title }) => title)).toEqual(['A']);
    expect({ leftOut, warnings }).toEqual({ leftOut: [], warnings: [] });
    expect(unread.map(({ path }) => path)).toEqual(
      ['data.xml', 'index.json', 'sent'].map((name) => join(folder, name)),
    );
    const { articles: named } = await articlesAt(join(folder, 'data.xml'));
    expect(named).toMatchObject([{ format: 'code' }]);
  });

  it('is read as the user says', async () => {
    const folder = folderWith({ 'feed.xml': RSS });
    expect((await articlesAt(join(folder, 'feed.xml'), 'code')).articles).toMatchObject([{ format: 'code' }]);
  });
});
