import { lexiconWith } from '../../lexicon/lexicon.ts';
import type { Article } from '../../library/article.ts';
import type { Action } from '../../state/actions.ts';
import type { Environment } from '../environment.ts';
import type { CatalogueSearch, MarkOf } from '../reader/catalogue-search.ts';
import { PublishedFeed } from './feed.ts';
import { openedLibrary, searchedKeptText } from './open-library.ts';
import { PublishedSearch } from './published-search.ts';

interface PublishedPorts {
  readonly environment: Environment;
  /** The path that stands for the library. */
  readonly root: string;
  readonly markOf: MarkOf;
  readonly dispatch: (action: Action) => void;
  readonly onError: (error: unknown) => void;
}

/** A published library for the reader: its articles, as they change, and its search. */
export function openPublished({ environment, root, markOf, dispatch, onError }: PublishedPorts): {
  readonly feed: PublishedFeed;
  readonly search: CatalogueSearch;
} {
  const library = openedLibrary(root)!;
  const search = new PublishedSearch({
    library,
    lexicon: lexiconWith(environment.settings.synonyms),
    markOf,
    onMore: (results) => dispatch({ type: 'found', results }),
    onOffline: (error, texts) => {
      const text = searchedKeptText(error, texts, root, environment);
      dispatch({ type: 'noticed', notice: { kind: 'problem', text } });
    },
  });
  let isPrepared = false;
  const onArticles = (articles: readonly Article[]): void => {
    search.take(articles);
    // After the first screen, which is not to wait for it.
    if (!isPrepared) setImmediate(() => void search.prepare());
    isPrepared = true;
  };
  const feed = new PublishedFeed({ environment, library, onArticles, dispatch, onError });
  return { feed, search };
}
