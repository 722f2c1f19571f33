type Attributes = Readonly<Record<string, string>>;

/** True if a picture is there to count visitors, or to keep a space. */
export const isPixel = ({ width, height }: Attributes): boolean => /^[012]$/.test(width ?? height ?? '');

/** The address of a picture; pages that load pictures late keep it elsewhere than browsers look. */
export function sourceOf(attribs: Attributes): string | undefined {
  const candidates = [attribs['data-src'], attribs['data-original'], attribs['data-lazy-src'], attribs.src];
  const address = candidates.find((each) => each && !/^(?:data|about):/i.test(each));
  return address ?? (attribs.srcset ?? attribs['data-srcset'])?.trim().split(/[\s,]/)[0];
}

/** The attributes of which one names the file of a picture. */
export const SOURCES: ReadonlySet<string> = new Set(
  'src srcset sizes data-src data-srcset data-original data-lazy-src'.split(' '),
);
