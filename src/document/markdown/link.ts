import type { LinkKind } from '../document.ts';
import { ARTICLE_SUFFIX } from '../formats.ts';

/**
 * A link's decoded target as ASCII without controls or blanks: percent-encoded, except for what is encoded already. A mail keeps
 * its addresses, subject and body only: some programs attach files that other fields name.
 */
export function encodeHref(href: string): string {
  const encoded = SAFE.test(href)
    ? href
    : encodeURI(href.trim().toWellFormed()).replace(/%25(?=[0-9a-fA-F]{2})/g, '%');
  return /^mailto:/i.test(encoded) ? plainMail(encoded) : encoded;
}

function plainMail(href: string): string {
  const [addresses = '', query = ''] = href.split(/[?#]/, 2);
  const fields = query.split('&').filter((field) => /^(?:to|cc|bcc|subject|body)=/i.test(field));
  return fields.length > 0 ? `${addresses}?${fields.join('&')}` : addresses;
}

/** Characters that stay as they are. */
const SAFE = /^[\w\-.~:/?#@!$&'()*+,;=]*$/;

/** A part of an encoded target, decoded; unchanged if it cannot be. */
export function decodeHref(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The kind of what an encoded target leads to. */
export function kindOf(href: string): LinkKind {
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) return 'web';
  if (href.startsWith('#')) return 'anchor';
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return 'other';
  return ARTICLE_SUFFIX.test(href.replace(/[?#].*$/, '')) ? 'article' : 'other';
}

/** The name of a picture without alternative text: its file, a badge's words, or `image` if a machine gave the name. */
export function pictureName(href: string): string {
  if (href === '') return '';
  const badge = /^https?:\/\/img\.shields\.io\/badge\/([^/?#]+)/i.exec(href)?.[1];
  if (badge !== undefined) return badgeText(decodeHref(badge));
  const name = decodeHref(/([^/\\?#]+)\/*(?:[?#].*)?$/.exec(/^data:/i.test(href) ? '' : href)?.[1] ?? '');
  if (/^(?:badge|shield)(?:\.svg)?$/i.test(name)) return hostOf(href) ?? name;
  return isRandom(name.replace(/\.\w{1,5}$/, '')) ? 'image' : name;
}

/** The words of a badge in the spelling of shields.io: label, message and color, with dashes between. */
function badgeText(name: string): string {
  const parts = name.replace(/\.svg$/i, '').split(/(?<!-)-(?!-)/);
  const words = parts.length > 1 ? parts.slice(0, -1) : parts;
  return words
    .map((part) => part.replaceAll('--', '-').replaceAll(/__?/g, (mark) => (mark === '_' ? ' ' : '_')))
    .join(' ')
    .trim();
}

const hostOf = (href: string): string | undefined =>
  /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(href)?.[1]?.toLowerCase();

/** True if a machine gave a name: it has long numbers, or letters of either case at random. */
function isRandom(name: string): boolean {
  const mixed = name.match(/[a-z][A-Z](?![a-z]{2})|[A-Z]{2}(?=[a-z])|\d[A-Za-z]|[A-Za-z]\d/g)?.length ?? 0;
  return /\d{6}|[\da-f]{8}-[\da-f]{4}/i.test(name) || /^[\da-f]{16,}$/i.test(name) || mixed > 3;
}
