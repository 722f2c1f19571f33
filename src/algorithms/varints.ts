/** A growing buffer of bytes. Numbers are written as varints (LEB128: seven bits a byte, the lowest first). */
export class ByteWriter {
  #buffer: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#buffer = new Uint8Array(capacity);
  }

  byte(value: number): void {
    if (this.length === this.#buffer.length) this.#grow(1);
    this.#buffer[this.length++] = value;
  }

  /** A whole number from 0 up to 2³² − 1. */
  varint(value: number): void {
    if (this.length + 5 > this.#buffer.length) this.#grow(5);
    const buffer = this.#buffer;
    let rest = value >>> 0;
    while (rest > 127) {
      buffer[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    buffer[this.length++] = rest;
  }

  bytes(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#buffer.length) this.#grow(bytes.length);
    // For a few bytes, the call to `set` takes longer than the loop.
    if (bytes.length > 16) this.#buffer.set(bytes, this.length);
    else for (let i = 0; i < bytes.length; i += 1) this.#buffer[this.length + i] = bytes[i]!;
    this.length += bytes.length;
  }

  /** The bytes written so far; valid until the next write. */
  view(): Uint8Array {
    return this.#buffer.subarray(0, this.length);
  }

  /** A copy of the bytes written so far. */
  copy(): Uint8Array {
    return this.#buffer.slice(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.length + more));
    larger.set(this.view());
    this.#buffer = larger;
  }
}

/** Reads numbers from bytes. Beyond the end it reads zeros. */
export class ByteReader {
  bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; shift < 35; shift += 7) {
      byte = bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  /** Skips `count` varints. */
  skip(count: number): void {
    const { bytes } = this;
    for (let left = count; left > 0 && this.at < bytes.length; this.at += 1)
      if (bytes[this.at]! < 128) left -= 1;
  }
}
