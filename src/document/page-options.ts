/** How HTML is read. */
export interface PageOptions {
  /** False if all of it is text: a chapter of a book, an entry of a feed, a mail. By default, only the main text of a page is. */
  readonly extract?: boolean;
  /** Where it is from, to make its links absolute. What a page says of its address counts before this. */
  readonly address?: string;
  /** True if it is XML, where any element may be closed by its opening tag (`<title/>`); by default, if it says so itself. */
  readonly xml?: boolean;
}
