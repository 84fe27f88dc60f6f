/**
 * What resvg draws with colours as they are: it hands them over multiplied by how much of them shows, which in a PNG would be
 * a dark edge around everything. In place; opaque pixels stay as they are.
 */
export function straightPixels<Bytes extends Uint8Array>(pixels: Bytes): Bytes {
  for (let at = 3; at < pixels.length; at += 4) {
    const shown = pixels[at] ?? 0;
    if (shown === 0 || shown === 255) continue;
    for (let part = at - 3; part < at; part += 1)
      pixels[part] = Math.min(255, Math.round(((pixels[part] ?? 0) * 255) / shown));
  }
  return pixels;
}
