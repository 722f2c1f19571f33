import { locales, type Translated } from './locale.ts';

const { en: english, fr: french } = locales;

/** Messages of `kiosque publish`. Folders and paths are ready to be shown. */
const en = {
  targetMissing: 'no folder to publish in; usage: kiosque publish PATH… --to FOLDER',
  nothingNamed: 'nothing to publish; usage: kiosque publish PATH… --to FOLDER',
  address: (address: string) => `only files and folders can be published, not an address: ${address}`,
  notPublished: (folder: string) =>
    `${folder} has other files, and was not published by Kiosque; give a new or empty folder`,
  isFile: (folder: string) => `${folder} is a file; give a folder to publish in`,
  newer: (folder: string) => `${folder} was published by a later version of Kiosque`,
  busy: (folder: string) => `another process is publishing in ${folder}`,
  changing: 'the library is being changed; publish again when that is over',
  cannotWrite: (folder: string, reason: string) =>
    `cannot publish in ${folder}: ${reason}; what was published before is unchanged`,
  onlyDrafts: (count: number) =>
    `${english.plural(count, 'draft', 'drafts')} and nothing else; --drafts publishes ${count === 1 ? 'it' : 'them'}`,
  drafts: (count: number) =>
    `${english.plural(count, 'draft', 'drafts')} left out; --drafts publishes ${count === 1 ? 'it' : 'them'}`,
  unfit: (count: number, paths: string) =>
    `${english.plural(count, 'article', 'articles')} left out, too large to be published: ${paths}`,
  published: (count: number, folder: string, bytes: number) =>
    `${english.plural(count, 'article', 'articles')} published in ${folder}: ${amountOf(bytes, 'B', '.')}`,
  wouldPublish: (count: number, folder: string, bytes: number) =>
    `${english.plural(count, 'article', 'articles')} would be published in ${folder}: ${amountOf(bytes, 'B', '.')}`,
  unchanged: 'nothing has changed since the last publication',
  written: (files: number, bytes: number) =>
    `new: ${english.plural(files, 'file', 'files')}, ${amountOf(bytes, 'B', '.')}`,
  kept: (files: number, bytes: number) =>
    `kept: ${english.plural(files, 'file', 'files')}, ${amountOf(bytes, 'B', '.')}`,
  removed: (files: number, bytes: number) =>
    `removed: ${english.plural(files, 'file', 'files')}, ${amountOf(bytes, 'B', '.')}`,
};

const fr: typeof en = {
  targetMissing: 'aucun dossier où publier\u202f; usage\u00a0: kiosque publish CHEMIN… --to DOSSIER',
  nothingNamed: 'rien à publier\u202f; usage\u00a0: kiosque publish CHEMIN… --to DOSSIER',
  address: (address) =>
    `seuls des fichiers et des dossiers peuvent être publiés, pas une adresse\u00a0: ${address}`,
  notPublished: (folder) =>
    `${folder} contient d’autres fichiers, et Kiosque n’y a rien publié\u202f; indiquez un dossier nouveau ou vide`,
  isFile: (folder) => `${folder} est un fichier\u202f; indiquez un dossier où publier`,
  newer: (folder) => `${folder} a été publié par une version plus récente de Kiosque`,
  busy: (folder) => `un autre processus publie dans ${folder}`,
  changing: 'la bibliothèque est en cours de modification\u202f; publiez de nouveau ensuite',
  cannotWrite: (folder, reason) =>
    `impossible de publier dans ${folder}\u00a0: ${reason}\u202f; ce qui était publié est inchangé`,
  onlyDrafts: (count) =>
    `${french.plural(count, 'brouillon', 'brouillons')} et rien d’autre\u202f; --drafts ${count < 2 ? 'le' : 'les'} publie`,
  drafts: (count) =>
    `${french.plural(count, 'brouillon laissé', 'brouillons laissés')} de côté\u202f; --drafts ${count < 2 ? 'le' : 'les'} publie`,
  unfit: (count, paths) =>
    `${french.plural(count, 'article laissé de côté, trop grand', 'articles laissés de côté, trop grands')} pour être publié${count < 2 ? '' : 's'}\u00a0: ${paths}`,
  published: (count, folder, bytes) =>
    `${french.plural(count, 'article publié', 'articles publiés')} dans ${folder}\u00a0: ${amountOf(bytes, 'o', ',')}`,
  wouldPublish: (count, folder, bytes) =>
    `${french.plural(count, 'article serait publié', 'articles seraient publiés')} dans ${folder}\u00a0: ${amountOf(bytes, 'o', ',')}`,
  unchanged: 'rien n’a changé depuis la dernière publication',
  written: (files, bytes) =>
    `nouveau\u00a0: ${french.plural(files, 'fichier', 'fichiers')}, ${amountOf(bytes, 'o', ',')}`,
  kept: (files, bytes) =>
    `conservé\u00a0: ${french.plural(files, 'fichier', 'fichiers')}, ${amountOf(bytes, 'o', ',')}`,
  removed: (files, bytes) =>
    `supprimé\u00a0: ${french.plural(files, 'fichier', 'fichiers')}, ${amountOf(bytes, 'o', ',')}`,
};

/** Bytes as people read them: `812 B`, `48 kB`, `24.1 MB`. */
function amountOf(bytes: number, unit: string, point: string): string {
  if (bytes < 1000) return `${bytes}\u00a0${unit}`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00a0k${unit}`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', point)}\u00a0M${unit}`;
}

export const publishMessages: Translated<typeof en> = { en, fr };
