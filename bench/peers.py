"""Ranks the documents of a set with SQLite FTS5 and, if it is installed, Xapian.

Reads {"documents": [{id, title, tags, author, body}], "queries": [...], "language": "french"} as JSON from standard input, and
writes {peer: [[id, ...] for each query]}. Both get the words of a query, any of which may match; a title counts as in the
comparison with MiniSearch.
"""
import json
import re
import sqlite3
import sys

MOST = 50


def words_of(query):
    return re.findall(r"\w+", query.replace("œ", "oe").lower())


def fts5(documents, queries):
    base = sqlite3.connect(":memory:")
    tokenizer = "unicode61 remove_diacritics 2"
    base.execute(f"create virtual table a using fts5(title, tags, author, body, tokenize='{tokenizer}')")
    fields = [(d["title"], d["tags"], d["author"], d["body"]) for d in documents]
    base.executemany("insert into a(title, tags, author, body) values (?, ?, ?, ?)", fields)
    ranked = "select rowid from a where a match ? order by bm25(a, 8, 4, 3, 1) limit ?"
    results = []
    for query in queries:
        match = " OR ".join(f'"{word}"' for word in words_of(query))
        rows = base.execute(ranked, (match, MOST)).fetchall() if match else []
        results.append([documents[row - 1]["id"] for (row,) in rows])
    return results


def xapian_(documents, queries, language):
    import xapian

    base = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem(language))
    for document in documents:
        entry = xapian.Document()
        generator.set_document(entry)
        for text, weight in (("title", 8), ("tags", 4), ("author", 3), ("body", 1)):
            generator.index_text(document[text], weight)
            generator.increase_termpos()
        entry.set_data(document["id"])
        base.add_document(entry)
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem(language))
    parser.set_database(base)
    parser.set_stemming_strategy(parser.STEM_SOME)
    enquire = xapian.Enquire(base)
    results = []
    for query in queries:
        enquire.set_query(parser.parse_query(" ".join(words_of(query))))
        results.append([match.document.get_data().decode() for match in enquire.get_mset(0, MOST)])
    return results


def main():
    given = json.load(sys.stdin)
    documents, queries = given["documents"], given["queries"]
    peers = {"FTS5": fts5(documents, queries)}
    try:
        peers["Xapian"] = xapian_(documents, queries, given["language"])
    except ImportError:
        pass
    json.dump(peers, sys.stdout)


main()
