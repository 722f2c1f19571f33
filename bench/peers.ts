import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Document,
  miniSearch,
  miniSearchHelped,
  plainWords,
  type Search,
} from '../test/support/relevance.ts';

/** A search engine with the documents of a library; without a search, why it is skipped. */
export interface Peer {
  readonly name: string;
  readonly search: Search | string;
}

/** The queries for a library. */
export interface Task {
  readonly documents: readonly Document[];
  readonly queries: readonly string[];
  readonly language: 'french' | 'english';
  /** The folder that packages are installed in. */
  readonly root: string;
}

/** The engines that Kiosque is compared with. All get the same texts and the words of the queries. */
export const peersOf = (task: Task): Peer[] => [
  { name: 'MiniSearch', search: miniSearch(task.documents) },
  { name: '… helped', search: miniSearchHelped(task.documents) },
  ...pythonPeers(task),
  lucene(task),
];

/** SQLite FTS5 and Xapian, by Python. */
function pythonPeers({ documents, queries, language }: Task): Peer[] {
  const fields = documents.map(({ id, title, tags, author = '', body }) => ({
    ...{ id, title, author, body },
    tags: tags.join(' '),
  }));
  const input = JSON.stringify({ documents: fields, queries: queries.map(plainWords), language });
  // Debian's packages are in the system's Python, which need not be the first.
  const stdout = ['/usr/bin/python3', 'python3']
    .map((python) => spawnSync(python, ['bench/peers.py'], { input, encoding: 'utf8', maxBuffer: 1e9 }))
    .find(({ status }) => status === 0)?.stdout;
  if (stdout === undefined) return [{ name: 'FTS5, Xapian', search: 'no Python with SQLite FTS5' }];
  const found = JSON.parse(stdout) as Record<string, readonly (readonly string[])[]>;
  const missing = found.Xapian ? [] : [{ name: 'Xapian', search: 'no python3-xapian' }];
  return [
    ...Object.entries(found).map(([name, results]) => ({ name, search: searchIn(queries, results) })),
    ...missing,
  ];
}

/** Lucene (Debian's `liblucene8-java`), by a program that Java compiles when it runs it. */
function lucene({ documents, queries, language, root }: Task): Peer {
  const name = 'Lucene';
  const folder = join(root, 'usr/share/java');
  const jars = existsSync(folder)
    ? readdirSync(folder).filter((file) => /^lucene-(?:core|analyzers-common)-\d[\d.]*\.jar$/.test(file))
    : [];
  if (jars.length < 2) return { name, search: 'no liblucene8-java' };
  const lineOf = (text: string): string => text.replace(/\s+/g, ' ');
  const lines = documents.flatMap(({ id, title, tags, author = '', body }) =>
    [id, title, tags.join(' '), author, body].map(lineOf),
  );
  const input = [language, documents.length, ...lines, ...queries.map(plainWords), ''].join('\n');
  const classes = jars.map((jar) => join(folder, jar)).join(':');
  const { status, stdout } = spawnSync('java', ['-cp', classes, 'bench/LucenePeer.java'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) return { name, search: 'no Java with a compiler' };
  return {
    name,
    search: searchIn(
      queries,
      stdout.split('\n').map((line) => line.split('\t')),
    ),
  };
}

const searchIn =
  (queries: readonly string[], results: readonly (readonly string[])[]): Search =>
  (query) =>
    results[queries.indexOf(query)] ?? [];
