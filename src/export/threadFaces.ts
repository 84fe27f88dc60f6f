/**
 * The faces that this thread letters with. A worker does not see the page's style sheets, so it is told their rules; those
 * that the page uses already are fetched at once, while the picture is still being laid out.
 */
import type { FaceRule } from './pageFaces.ts';

/** Null where a thread has none. */
export function threadFaces(): FontFaceSet | null {
  const { fonts } = globalThis as { readonly fonts?: FontFaceSet };
  return fonts ?? globalThis.document?.fonts ?? null;
}

/** By rule: a worker is told them anew for each picture. */
const known = new Map<string, FontFace>();

/** Tells a worker the page's faces. */
export function addFaces(rules: readonly FaceRule[]): void {
  const faces = threadFaces();
  if (!faces) return;
  for (const { family, weight, unicodeRange, src, isLoaded } of rules) {
    const key = [family, weight, unicodeRange, src].join('|');
    const before = known.get(key);
    // One that could not be had is asked for again.
    if (before?.status === 'error') faces.delete(before);
    const face =
      before && before.status !== 'error'
        ? before
        : new FontFace(family, src, { weight, ...(unicodeRange === '' ? {} : { unicodeRange }) });
    known.set(key, face);
    faces.add(face);
    // Whether it came is asked when letters are drawn.
    if (isLoaded) face.load().catch(() => undefined);
  }
}
