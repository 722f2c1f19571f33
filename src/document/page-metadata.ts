/** Facts that a page tells of itself, as written: to be cleaned, and bounded, by the caller. Absent if it tells none. */
export interface PageMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly modified?: string;
  /** A language tag. */
  readonly lang?: string;
  readonly tags?: readonly string[];
  /** Its address. */
  readonly source?: string;
  readonly summary?: string;
}
