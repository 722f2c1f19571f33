import { locales, type Translated } from './locale.ts';

const { en: english, fr: french } = locales;

/** How far a command is: one of the tasks, and the share and time that are left of it. */
interface ProgressMessages {
  readonly fetching: (host: string, bytes: number) => string;
  readonly listing: (count: number) => string;
  readonly indexing: (done: number, total: number) => string;
  readonly publishing: (done: number, total: number) => string;
  readonly publishingIndex: string;
  readonly pdf: string;
  readonly percent: (percent: number) => string;
  readonly left: (seconds: number) => string;
}

/** Messages of the line that tells the progress of a command. */
export const progressMessages: Translated<ProgressMessages> = {
  en: {
    fetching: (host, bytes) => `Fetching from ${host}: ${Math.ceil(bytes / 1000)} kB`,
    listing: (count) => `Listing: ${english.plural(count, 'article', 'articles')}`,
    indexing: (done, total) => `Indexing: ${english.number(done)} of ${english.number(total)}`,
    publishing: (done, total) => `Publishing: ${english.number(done)} of ${english.number(total)}`,
    publishingIndex: 'Publishing the index',
    pdf: 'Making the PDF',
    percent: (percent) => `${percent}%`,
    left: (seconds) => (seconds < 100 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`),
  },
  fr: {
    fetching: (host, bytes) => `Téléchargement depuis ${host}\u00a0: ${Math.ceil(bytes / 1000)}\u00a0ko`,
    listing: (count) => `Recensement\u00a0: ${french.plural(count, 'article', 'articles')}`,
    indexing: (done, total) => `Indexation\u00a0: ${french.number(done)} sur ${french.number(total)}`,
    publishing: (done, total) => `Publication\u00a0: ${french.number(done)} sur ${french.number(total)}`,
    publishingIndex: 'Publication de l’index',
    pdf: 'Création du PDF',
    percent: (percent) => `${percent}\u00a0%`,
    left: (seconds) =>
      seconds < 100 ? `reste ${seconds}\u00a0s` : `reste ${Math.round(seconds / 60)}\u00a0min`,
  },
};
