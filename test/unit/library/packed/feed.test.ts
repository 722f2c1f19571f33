import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../../src/library/load-library.ts';
import { readJsonFeed } from '../../../../src/library/packed/feed/json-feed.ts';
import { readXmlFeed } from '../../../../src/library/packed/feed/xml-feed.ts';
import { temporaryFolder } from '../../../support/home.ts';

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Le fournil</title><atom:link href="https://site.example/feed" rel="self"/>
<link>https://site.example/</link><language>fr-FR</language>
<item><itunes:title>Autre</itunes:title><title>Le &lt;i&gt;pain&lt;/i&gt;</title><link>/pain</link>
<guid isPermaLink="false">1</guid><pubDate>Fri, 03 May 2024 23:30:00 +0200</pubDate><dc:creator>Ève</dc:creator>
<category>four</category><category>sel</category>
<description>Un résumé<br>en deux lignes</description>
<content:encoded><![CDATA[<p>De la <b>farine</b>.</p>]]></content:encoded></item>
<item><title>AT&amp;T</title><guid>https://site.example/att</guid><author>jo@site.example (Jo)</author>
<description>&lt;p&gt;Seul.&lt;/p&gt;</description></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://site.example/blog/">
<title type="text">Tea &amp; co</title><link rel="self" href="feed.atom"/><link href="./"/>
<entry><title type="html">One &amp;amp; two</title><link rel="enclosure" href="a.mp3"/><link rel="alternate" href="one"/>
<id>urn:1</id><updated>2024-06-02T00:00:00Z</updated><published>2024-06-01T00:00:00Z</published>
<author><name>Ada</name></author><category term="t" label="Tea"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>cup</em> of tea.<br/>Hot.</div></content></entry>
<entry><title type="text">a &lt; b</title><id>urn:2</id><summary>Short &lt;b&gt;one&lt;/b&gt;.</summary></entry>
</feed>`;

describe('an entry of a feed', () => {
  it('has the author of the feed in Atom, if it has none', () => {
    const source = ATOM.replace('<title type="text">', '<author><name>Tea &amp; co</name></author>$&');
    expect(readXmlFeed(source)?.entries.map(({ author }) => author)).toEqual(['Ada', 'Tea & co']);
  });
  it('is none if it says nothing', async () => {
    const path = join(temporaryFolder(), 'feed.xml');
    writeFileSync(path, RSS.replace('<item>', '<item></item><item><guid>2</guid></item>$&'));
    const { articles } = await loadLibrary([path]);
    expect(articles.map(({ title }) => title)).toEqual(['AT&T', 'Le pain']);
  });
});

describe('a feed in RSS', () => {
  it('has the entries with their facts, from the fields that say most', () => {
    expect(readXmlFeed(RSS)).toEqual({
      title: 'Le fournil',
      lang: 'fr-FR',
      entries: [
        {
          id: '1',
          title: 'Le <i>pain</i>',
          author: 'Ève',
          date: 'Fri, 03 May 2024 23:30:00 +0200',
          tags: ['four', 'sel'],
          address: 'https://site.example/pain',
          content: '<p>De la <b>farine</b>.</p>',
          summary: 'Un r&#xe9;sum&#xe9;<br>en deux lignes</br>',
        },
        {
          id: 'https://site.example/att',
          title: 'AT&T',
          author: 'Jo',
          date: '',
          tags: [],
          address: 'https://site.example/att',
          content: '<p>Seul.</p>',
          summary: '<p>Seul.</p>',
        },
      ],
    });
  });

  it('of version 1.0 has its items beside the channel', () => {
    const feed = readXmlFeed(
      '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item><title>A</title></item></rdf:RDF>',
    );
    expect(feed?.entries.map(({ title }) => title)).toEqual(['A']);
  });
});

describe('a feed in Atom', () => {
  it('has texts of all three types, and addresses resolved', () => {
    const feed = readXmlFeed(ATOM);
    expect(feed).toMatchObject({ title: 'Tea &amp; co', lang: 'en' });
    expect(feed?.entries).toMatchObject([
      {
        id: 'urn:1',
        title: 'One &amp; two',
        author: 'Ada',
        date: '2024-06-01T00:00:00Z',
        tags: ['Tea'],
        address: 'https://site.example/blog/one',
      },
      { id: 'urn:2', title: 'a &lt; b', content: 'Short <b>one</b>.' },
    ]);
    expect(feed?.entries[0]?.content).toContain('A <em>cup</em> of tea.<br/>Hot.');
  });
});

describe('a JSON Feed', () => {
  it('has HTML or text, and authors of the feed where an item has none', () => {
    const source = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Tea',
      home_page_url: 'https://site.example/',
      authors: [{ name: 'Ada' }, { name: 'Bo' }],
      items: [
        {
          id: 7,
          url: 'one',
          title: 'A & B',
          content_text: 'First.\n\nSecond <b>.',
          date_published: '2024-06-01',
          tags: ['x', 1],
        },
        { content_html: '<p>Only.</p>', author: { name: 'Cy' } },
        'none',
      ],
    });
    expect(readJsonFeed(source)?.entries).toMatchObject([
      {
        id: '7',
        title: 'A &amp; B',
        author: 'Ada, Bo',
        address: 'https://site.example/one',
        content: '<p>First.</p>\n<p>Second &lt;b>.</p>',
        tags: ['x'],
      },
      { title: '', author: 'Cy', content: '<p>Only.</p>' },
    ]);
  });
});

describe('any text', () => {
  it('is a feed or none, and never an error', () => {
    const markup = fc
      .array(
        fc.constantFrom(
          '<rss>',
          '<channel>',
          '<item>',
          '</item>',
          '<title>',
          '<![CDATA[',
          ']]>',
          '&amp;',
          'a',
          '<br>',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(markup, fc.json(), fc.string()), (source) => {
        readXmlFeed(source);
        readJsonFeed(source);
      }),
    );
  });
});

describe('a file that is a feed', () => {
  it('is its articles, whose texts are those of the entries', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'fournil.rss'), RSS);
    writeFileSync(join(folder, 'tea.atom'), ATOM);
    const texts: string[] = [];
    const { articles, warnings } = await loadLibrary([folder], { onText: (_, text) => texts.push(text) });
    expect(warnings).toEqual([]);
    expect(articles.map(({ title, series, lang }) => [title, series, lang]).sort()).toEqual([
      ['AT&T', 'Le fournil', 'fr'],
      ['Le pain', 'Le fournil', 'fr'],
      ['One & two', 'Tea & co', 'en'],
      ['a < b', 'Tea & co', 'en'],
    ]);
    expect(texts.map((text) => text.trim()).sort()).toEqual([
      'A cup of tea.\nHot.',
      'De la farine.',
      'Seul.',
      'Short one.',
    ]);
  });

  it('that is too large is skipped', async () => {
    const path = join(temporaryFolder(), 'a.rss');
    writeFileSync(path, RSS);
    truncateSync(path, 65 * 1024 * 1024);
    expect((await loadLibrary([path])).warnings).toMatchObject([{ kind: 'too-much', count: 1 }]);
  });

  it('that is none is told', async () => {
    const path = join(temporaryFolder(), 'a.rss');
    writeFileSync(path, 'no feed');
    expect((await loadLibrary([path])).warnings).toMatchObject([{ kind: 'damaged', count: 1 }]);
  });
});
