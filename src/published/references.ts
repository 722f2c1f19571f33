import { createHash } from 'node:crypto';
import { damaged } from './error.ts';
import { FILES, type FileKind, type FileReference, HASH_BYTES } from './format.ts';

/** The hash of a file, or of a part of one, in hexadecimal: the first `HASH_BYTES` of SHA-256. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * HASH_BYTES);

/** The reference to a file with this content. */
export const referenceTo = (kind: FileKind, bytes: Uint8Array): FileReference => ({
  kind,
  hash: hashOf(bytes),
  size: bytes.length,
});

/** The path of a file below the published folder, with slashes. */
export const pathOf = ({ kind, hash }: Pick<FileReference, 'kind' | 'hash'>): string =>
  `${FILES}/${hash.slice(0, 2)}/${hash}.${kind}`;

/** @throws {PublishedError} if `bytes` are not the file that was published */
export function checkFile({ kind, hash, size }: FileReference, bytes: Uint8Array): void {
  if (bytes.length !== size || hashOf(bytes) !== hash) damaged(`${hash}.${kind} has other bytes`);
}
