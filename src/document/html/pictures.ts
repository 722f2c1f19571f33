import { decodeEntities } from '../../unicode/entities.ts';
import type { PageMetadata } from '../page-metadata.ts';
import { webAddress } from './addresses.ts';
import { isPixel, SOURCES, sourceOf } from './picture-source.ts';
import { readPage } from './read-page.ts';
import { elementsIn } from './tree.ts';

/** A picture in the main text of a page. */
export interface Picture {
  /** Its address as the page has it, relative or absolute. */
  readonly written: string;
  readonly address: string;
}

/**
 * The metadata of a page and the pictures in its main text that have an address on the web, each once.
 *
 * @param address  of the page
 */
export function picturesOfPage(
  source: string,
  address: string,
): { readonly metadata: PageMetadata; readonly pictures: readonly Picture[] } {
  const { metadata, main } = readPage(source, { address });
  const pictures = new Map<string, Picture>();
  for (const { name, attribs } of main ? elementsIn(main.element) : []) {
    const written = name === 'img' && !isPixel(attribs) ? sourceOf(attribs) : undefined;
    const found = written && webAddress(main!.addresses.resolve(written));
    if (written && found) pictures.set(written, { written, address: found });
  }
  return { metadata, pictures: [...pictures.values()] };
}

/** The tags of pictures, and of their other sizes and formats. */
const TAG = /<(img|source)\b[^<>]*>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

/**
 * A page whose pictures are files.
 *
 * @param files  the paths of the files, relative to the page, by the addresses as the page has them
 */
export const withLocalPictures = (source: string, files: ReadonlyMap<string, string>): string =>
  files.size === 0
    ? source
    : source.replace(TAG, (tag, name: string) => {
        // Browsers prefer these, and would fetch them.
        if (name.toLowerCase() === 'source') return tag.replace(/\ssrcset\b/gi, ' data-srcset');
        const attributes = [...tag.slice(1 + name.length).matchAll(ATTRIBUTE)];
        const attribs = Object.fromEntries(
          attributes.map(([, key = '', ...values]) => [
            key.toLowerCase(),
            decodeEntities(values.find((value) => value !== undefined) ?? '', true),
          ]),
        );
        const written = sourceOf(attribs);
        const file = written === undefined ? undefined : files.get(written);
        if (file === undefined) return tag;
        const rest = attributes
          .filter(([, key = '']) => !SOURCES.has(key.toLowerCase()))
          .map(([text]) => text);
        return `<${[name, `src="${file}"`, ...rest].join(' ')}${tag.endsWith('/>') ? ' /' : ''}>`;
      });
