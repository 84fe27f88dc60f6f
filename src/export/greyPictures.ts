/**
 * The raster pictures of a file in greys: encoded anew, because filters are left out by half of the programs that open
 * files. PNG and JPEG are all that our pages write and the server keeps (server/images/cleanImage.ts); GIF and
 * WebP can stand in a file from elsewhere, and a WebP keeps its colours.
 */
import type { StoredPictures } from './fileFormats.ts';
import { greyGif } from './greyGif.ts';
import { greyJpeg } from './greyJpeg.ts';
import { greyPng } from './greyPng.ts';
import { greyProgressive } from './greyProgressive.ts';

const makers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
  png: greyPng,
  gif: greyGif,
  jpeg: (bytes) => greyJpeg(bytes) ?? greyProgressive(bytes),
};
const rasterData = /^data:image\/(png|jpeg|gif);base64,([A-Za-z0-9+/=\s]+)$/;

/** Gives the grey of a picture by its `data:` address; each is made once. */
export function greyPictureMaker(): (address: string) => string {
  const made = new Map<string, string>();
  return (address) => {
    const known = made.get(address);
    if (known !== undefined) return known;
    const grey = greyPicture(address);
    made.set(address, grey);
    return grey;
  };
}

/** The stored pictures in greys, by the same names. */
export function greyPictures(pictures: StoredPictures): StoredPictures {
  return new Map([...pictures].map(([name, address]) => [name, greyPicture(address)]));
}

function greyPicture(address: string): string {
  const [, type, data] = rasterData.exec(address) ?? [];
  if (data === undefined) return address;
  const bytes = bytesOf(data);
  const grey = bytes && makers[type ?? '']?.(bytes);
  return grey ? `data:image/${type};base64,${base64(grey)}` : address;
}

function bytesOf(data: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(data.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
