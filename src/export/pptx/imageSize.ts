/** Width and height of a raster picture in px, from its first bytes; null for what Office does not show everywhere. */

export interface RasterImage {
  readonly bytes: Uint8Array;
  readonly ending: 'png' | 'jpeg' | 'gif';
  readonly width: number;
  readonly height: number;
}

const address = /^data:image\/(png|jpeg|gif);base64,([A-Za-z0-9+/=\s]+)$/;

export function rasterImage(href: string): RasterImage | null {
  const [, ending, data] = address.exec(href) ?? [];
  if (!data || (ending !== 'png' && ending !== 'jpeg' && ending !== 'gif')) return null;
  const bytes = Uint8Array.from(atob(data.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
  const size = sizeOf(ending, new DataView(bytes.buffer));
  return size && size.width > 0 && size.height > 0 ? { bytes, ending, ...size } : null;
}

function sizeOf(ending: RasterImage['ending'], view: DataView): { width: number; height: number } | null {
  if (ending === 'png') {
    return view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (ending === 'gif') {
    return view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  // JPEG: the frame's header is the first segment C0 to CF that is neither a table nor a restart.
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
