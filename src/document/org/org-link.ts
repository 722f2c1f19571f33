import { anchorName } from '../writer/anchors.ts';

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** True if a link without a description shows a picture. */
export const isPicture = (address: string): boolean => PICTURE.test(address);

/**
 * The address of a link of Org. `file:notes.org::*Heading` and `[[*Heading]]` lead to the heading of that text, `[[#name]]`
 * and `[[id:name]]` to what has the name, `[[name]]` to its target.
 */
export function addressOf(written: string): string {
  const link = written.trim().replace(/^file\+\w+:/, 'file:');
  if (link.startsWith('*')) return `#${anchorName(link.slice(1))}`;
  if (link.startsWith('id:')) return `#${link.slice(3)}`;
  if (/^(?:file:|\.{0,2}\/)/.test(link)) return fileAddress(link.replace(/^file:(?:\/\/(?=\/))?/, ''));
  if (/^[a-z][a-z\d+.-]*:/i.test(link) || link.startsWith('#')) return link;
  return /^[^\s/]+\.\w{2,5}(?:::|$)/.test(link) ? fileAddress(link) : `#${link}`;
}

/** The address of a file, and of a place in it after two colons: a heading, a name, or words, which are left out. */
function fileAddress(link: string): string {
  const [path = '', place = ''] = link.split('::', 2);
  if (place.startsWith('*')) return `${path}#${anchorName(place.slice(1))}`;
  return place.startsWith('#') ? `${path}${place}` : path;
}

/** The text of a link without a description. */
export const textOfLink = (written: string): string =>
  written.replace(/^(?:file:|id:|mailto:|[*#](?=\S))/, '');
