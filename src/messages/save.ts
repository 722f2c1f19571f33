import { locales, type Translated } from './locale.ts';

const { en: english, fr: french } = locales;

interface SaveMessages {
  /** Before the reasons, one a line. */
  readonly picturesUnsaved: (count: number) => string;
  readonly tooManyPictures: (most: number) => string;
  readonly picturesTooLarge: (megabytes: number) => string;
  readonly notAPicture: (address: string, type: string) => string;
  readonly pictureTooLarge: (address: string, megabytes: number) => string;
  readonly fetchingPictures: (done: number, count: number) => string;
}

/** Messages of `kiosque save` about the pictures of a page. */
export const saveMessages: Translated<SaveMessages> = {
  en: {
    picturesUnsaved: (count) => `${english.plural(count, 'picture was', 'pictures were')} not saved:`,
    tooManyPictures: (most) => `only the first ${most} of a page are saved`,
    picturesTooLarge: (megabytes) => `together they have more than ${megabytes} MB`,
    notAPicture: (address, type) => `not a picture (${type || 'no type'}): ${address}`,
    pictureTooLarge: (address, megabytes) => `picture too large (over ${megabytes} MB): ${address}`,
    fetchingPictures: (done, count) => `Fetching pictures: ${done} of ${count}`,
  },
  fr: {
    picturesUnsaved: (count) =>
      `${french.plural(count, 'image n’a pas été enregistrée', 'images n’ont pas été enregistrées')}\u00a0:`,
    tooManyPictures: (most) => `seules les ${most} premières d’une page sont enregistrées`,
    picturesTooLarge: (megabytes) => `elles dépassent ${megabytes}\u00a0Mo en tout`,
    notAPicture: (address, type) => `ce n’est pas une image (${type || 'sans type'})\u00a0: ${address}`,
    pictureTooLarge: (address, megabytes) =>
      `image trop grande (plus de ${megabytes}\u00a0Mo)\u00a0: ${address}`,
    fetchingPictures: (done, count) => `Téléchargement des images\u00a0: ${done} sur ${count}`,
  },
};
