import { locales, type Translated } from './locale.ts';

const { en: english, fr: french } = locales;

/** Messages about published libraries, in English. */
const en = {
  damaged: (address: string) =>
    `what is published at ${address} cannot be read: its files contradict each other`,
  newer: (address: string) =>
    `${address} was published by a later version of Kiosque; update this one to read it`,
  noLibrary: (address: string) => `no library is published at ${address}`,
  /** Several libraries, or a library and files. */
  alone: (address: string) => `a published library is opened by itself: ${address}`,
  /** `date` is that of the edition that is shown. */
  unreachable: (host: string, date: string) => `${host} cannot be reached; this is the edition of ${date}`,
  refused: (host: string, status: string, date: string) =>
    `${host} answered ${status}; this is the edition of ${date}`,
  incomplete: (host: string, date: string) =>
    `the latest edition on ${host} is not complete; this is the edition of ${date}`,
  reachable: (host: string) => `${host} can be reached again`,
  missingArticles: (count: number, reason: string) =>
    `${english.plural(count, 'article is', 'articles are')} not listed: ${reason}`,
  news: (added: number, changed: number, removed: number) =>
    `New edition: ${[
      added > 0 && english.plural(added, 'new article', 'new articles'),
      changed > 0 && `${english.number(changed)} changed`,
      removed > 0 && `${english.number(removed)} removed`,
    ]
      .filter(Boolean)
      .join(', ')}`,
  /** `count` is the number of articles whose texts are searched. */
  searchedKept: (count: number) =>
    `No connection: titles are searched, and ${english.plural(count, 'text that was read', 'texts that were read')}`,
  /** `reason` says why the index cannot be searched. */
  searchedInstead: (count: number, reason: string) =>
    `Only titles are searched, and ${english.plural(count, 'text that was read', 'texts that were read')}: ${reason}`,
  pulling: (done: number, total: number) =>
    `Downloading: ${megabytes(done, '.')} of ${megabytes(total, '.')} MB`,
  pulled: (title: string, count: number, bytes: number, fetched: number) =>
    `${title}: ${english.plural(count, 'article', 'articles')}, ${megabytes(bytes, '.')} MB, of which ${megabytes(fetched, '.')} MB new; all of it can be read and searched offline`,
  noCache: 'nothing can be kept: there is no cache folder, it is not safe, or this is a private session',
  /** `reason` is the system's. */
  notKept: (reason: string) => `not all of the library could be kept: ${reason}; what was goes on from here`,
  tokenFailed: (program: string, reason: string) => `token_command failed (${program}): ${reason}`,
  unsafeNetrc: (path: string) => `${path} is not used, as others may read it; chmod 600 mends that`,
};

const fr: typeof en = {
  damaged: (address) =>
    `ce qui est publié à ${address} ne peut pas être lu\u00a0: ses fichiers se contredisent`,
  newer: (address) =>
    `${address} a été publié par une version plus récente de Kiosque\u202f; mettez celle-ci à jour pour le lire`,
  noLibrary: (address) => `aucune bibliothèque n’est publiée à ${address}`,
  alone: (address) => `une bibliothèque publiée s’ouvre seule\u00a0: ${address}`,
  unreachable: (host, date) => `${host} ne répond pas\u202f; voici l’édition du ${date}`,
  refused: (host, status, date) => `${host} a répondu ${status}\u202f; voici l’édition du ${date}`,
  incomplete: (host, date) =>
    `la dernière édition sur ${host} n’est pas complète\u202f; voici celle du ${date}`,
  reachable: (host) => `${host} répond de nouveau`,
  missingArticles: (count, reason) =>
    `${french.plural(count, 'article manque', 'articles manquent')} à la liste\u00a0: ${reason}`,
  news: (added, changed, removed) =>
    `Nouvelle édition\u00a0: ${[
      added > 0 && french.plural(added, 'nouvel article', 'nouveaux articles'),
      changed > 0 && french.plural(changed, 'modifié', 'modifiés'),
      removed > 0 && french.plural(removed, 'retiré', 'retirés'),
    ]
      .filter(Boolean)
      .join(', ')}`,
  searchedKept: (count) =>
    `Pas de connexion\u00a0: recherche dans les titres et dans ${french.plural(count, 'texte déjà lu', 'textes déjà lus')}`,
  searchedInstead: (count, reason) =>
    `Recherche seulement dans les titres et dans ${french.plural(count, 'texte déjà lu', 'textes déjà lus')}\u00a0: ${reason}`,
  pulling: (done, total) =>
    `Téléchargement\u00a0: ${megabytes(done, ',')} sur ${megabytes(total, ',')}\u00a0Mo`,
  pulled: (title, count, bytes, fetched) =>
    `${title}\u00a0: ${french.plural(count, 'article', 'articles')}, ${megabytes(bytes, ',')}\u00a0Mo, dont ${megabytes(fetched, ',')}\u00a0Mo nouveaux\u202f; tout peut être lu et cherché hors ligne`,
  noCache:
    'rien ne peut être gardé\u00a0: il n’y a pas de dossier de cache, il n’est pas sûr, ou la session est privée',
  notKept: (reason) =>
    `la bibliothèque n’a pas pu être gardée en entier\u00a0: ${reason}\u202f; la suite reprendra ici`,
  tokenFailed: (program, reason) => `échec de token_command (${program})\u00a0: ${reason}`,
  unsafeNetrc: (path) => `${path} ne sert pas, car d’autres peuvent le lire\u202f; chmod 600 y remédie`,
};

/** Bytes in megabytes, with one decimal. */
const megabytes = (bytes: number, point: '.' | ','): string => (bytes / 1e6).toFixed(1).replace('.', point);

/** Messages about published libraries. */
export const publishedMessages: Translated<typeof en> = { en, fr };
