import { type Article, minutesOf } from '../library/article.ts';
import { sortArticles } from '../library/sort-articles.ts';
import { openCatalogue, tagged, warn } from './catalogue.ts';
import type { Environment, ExitCode } from './environment.ts';
import { articleJson, jsonText } from './json.ts';
import { listLines } from './list-lines.ts';
import type { ListOptions } from './options.ts';
import { printed, write } from './print.ts';
import { tsv } from './tsv.ts';

/** `kiosque list`: the articles, one a line; aligned on a terminal, tab-separated in a pipe, or as JSON. */
export async function list(environment: Environment, options: ListOptions): Promise<ExitCode> {
  const { articles, warnings } = await openCatalogue(environment, options.paths);
  warn(environment, warnings);
  const chosen = sortArticles(tagged(articles, options.tags), options.order, options.reverse).slice(
    0,
    options.limit,
  );
  const { stdout } = environment;
  if (options.json) stdout.write(jsonText(chosen.map(articleJson)));
  else if (stdout.isTTY)
    await write(
      stdout,
      printed(listLines(chosen, articles, environment.language, stdout.columns), environment),
    );
  else stdout.write(tsv(chosen.map(fields)));
  return 0;
}

const fields = ({ id, date = '', words, title, author = '', tags }: Article): string[] => [
  id,
  date,
  String(minutesOf(words)),
  title,
  author,
  tags.join(','),
];
