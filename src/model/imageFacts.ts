/**
 * What the bytes of a picture say about it: its kind by content (never by name or declared type) and its size in pixels.
 * Reads heads only; whether the rest can be decoded is for whoever decodes it. Null for anything else, also SVG, which
 * can carry scripts. Never throws.
 */
export type ImageType = 'png' | 'jpeg' | 'webp' | 'gif';

export interface ImageFacts {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
}

export function readImageFacts(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts =
    readPng(bytes, view) ?? readGif(bytes, view) ?? readWebp(bytes, view) ?? readJpeg(bytes, view);
  return facts && facts.width > 0 && facts.height > 0 ? facts : null;
}

function says(bytes: Uint8Array, at: number, text: string): boolean {
  if (at + text.length > bytes.length) return false;
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

function readPng(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (bytes.length < 24 || !says(bytes, 0, '\u0089PNG\r\n\u001A\n') || !says(bytes, 12, 'IHDR')) return null;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (bytes.length < 10 || !(says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a'))) return null;
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function readWebp(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (bytes.length < 30 || !says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  if (says(bytes, 12, 'VP8X'))
    return { type: 'webp', width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (says(bytes, 12, 'VP8 '))
    return {
      type: 'webp',
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  if (!says(bytes, 12, 'VP8L')) return null;
  const packed = view.getUint32(21, true);
  return { type: 'webp', width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}

/** Start-of-frame markers: C0 to CF but the tables C4, C8 and CC. */
export function isFrameMarker(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readJpeg(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xda) return null;
    if (marker === 0xff) at += 1;
    else if (isFrameMarker(marker))
      return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}
