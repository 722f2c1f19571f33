import { attribute } from '../../../document/html/tree.ts';
import { attributeNamed, elementsNamed, parseXml } from '../xml.ts';
import type { BookFiles } from './book-files.ts';

/** Algorithms that only disguise fonts (EPUB 3.3, section 4.3; Adobe's of old). */
const OF_FONTS = /^(?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)$/;

/** The names of the files of a book that are encrypted (EPUB 3.3, section 4.2.6.3.2), fonts aside. */
export function encryptedNames(files: BookFiles): ReadonlySet<string> {
  const source = files.text('META-INF/encryption.xml');
  if (source === undefined) return new Set();
  const names = elementsNamed(parseXml(source), 'EncryptedData').flatMap((data) => {
    const method = elementsNamed(data, 'EncryptionMethod')[0];
    if (OF_FONTS.test((method && attributeNamed(method, 'Algorithm')) ?? '')) return [];
    return elementsNamed(data, 'CipherReference').flatMap(
      (reference) => files.find('', attribute(reference, 'URI') ?? '') ?? [],
    );
  });
  return new Set(names);
}
