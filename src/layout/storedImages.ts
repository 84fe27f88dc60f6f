/** How a scene names an image that the server keeps: whoever draws the scene knows where its bytes are. */
const head = 'stored:';

export function storedImage(hash: string): string {
  return head + hash;
}

/** The hash in such a name; null for any other address. */
export function storedHash(href: string): string | null {
  return href.startsWith(head) ? href.slice(head.length) : null;
}
