/** Zips the parts of a file by path, always with the same date, so that the same parts give the same bytes. */
import { zipSync, type Zippable } from 'fflate';

/** The first day a zip can name, in whatever time zone. */
const dated = new Date(1980, 0, 1);

const isPacked = (path: string): boolean => /\.(?:png|jpe?g|gif)$/.test(path);

export function zipParts(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const [path, content] of parts)
    // What is no text is a picture, which is compressed already.
    files[path] =
      typeof content === 'string'
        ? encoder.encode(content)
        : isPacked(path)
          ? [content, { level: 0 }]
          : content;
  return new Uint8Array(zipSync(files, { mtime: dated, level: 6 }));
}
