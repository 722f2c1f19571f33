# python3 bench/fts5.py FOLDER COUNT: indexes FOLDER/articles with SQLite FTS5, without storing the articles, and prints
# the CPU time in milliseconds and the size in megabytes as JSON. The files are those of bench/library.mjs.
import json
import os
import resource
import sqlite3
import sys

folder, count = sys.argv[1], int(sys.argv[2])
path = os.path.join(folder, "fts.db")
base = sqlite3.connect(path)
base.execute(
    "create virtual table a using fts5(title, body, tokenize='unicode61 remove_diacritics 2', content='')"
)
for i in range(count):
    with open(os.path.join(folder, "articles", str(i % 100), f"{i}.md"), encoding="utf8") as file:
        head, body = file.read().split("---\n\n", 1)
    base.execute("insert into a(rowid, title, body) values (?, ?, ?)", (i + 1, head.split("\n")[1][7:], body))
base.commit()
base.execute("insert into a(a) values('optimize')")
base.commit()
base.close()
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": 1000 * (usage.ru_utime + usage.ru_stime), "mb": os.path.getsize(path) / 1e6}))
os.remove(path)
