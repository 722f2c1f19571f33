/** Bytes of a file by which its article is described; they are enough, except for the number of words. */
export const HEAD_BYTES = 65_536;

/** The first part of a file that has text, of `HEAD_BYTES` at most. */
export interface Head {
  readonly bytes: Uint8Array;
  /** Bytes of white space before it. */
  readonly blank: number;
}

/**
 * Reads the head of a file, past parts that are blank.
 *
 * @param read  returns `HEAD_BYTES` of the file from an offset, or all that are left
 */
export function headOf(read: (from: number) => Uint8Array): Head {
  let blank = 0;
  let bytes = read(0);
  while (bytes.length === HEAD_BYTES && bytes.every(isBlank)) {
    blank += HEAD_BYTES;
    bytes = read(blank);
  }
  return { bytes, blank };
}

/** Whether a byte is a space, a tab or a line end, in ASCII and all encodings that contain it. */
const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
