/**
 * Text to GB18030, which browsers and Node only decode: the tables are made by decoding every code once.
 * Two bytes for the 23,940 codes of GBK, four bytes for the rest of Unicode, in the order of code points.
 */

/** Four-byte codes before the supplementary planes, and where those begin, in the standard's linear count. */
const basicCodes = 39_420;
const supplementary = 189_000;

/** Bytes by code point of the basic plane, as a number; made when first needed. */
let codes: ReadonlyMap<number, number> | null = null;

export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  codes ??= basicPlane();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...fourBytes(point - 0x10000 + supplementary));
    else {
      const code = codes.get(point);
      // Half a surrogate pair has no code in any encoding.
      if (code === undefined) bytes.push(0x3f);
      else if (code < 0) bytes.push(...fourBytes(-code - 1));
      else bytes.push(code >> 8, code & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Two-byte codes as they are, four-byte ones as −1 − their linear count. */
function basicPlane(): ReadonlyMap<number, number> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<number, number>();
  const learn = (bytes: readonly number[], code: number) => {
    const point = decoder.decode(Uint8Array.from(bytes)).codePointAt(0) ?? 0;
    if (point >= 0x80 && point !== 0xfffd && !found.has(point)) found.set(point, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) learn([lead, trail], (lead << 8) | trail);
    }
  }
  for (let linear = 0; linear < basicCodes; linear++) learn(fourBytes(linear), -1 - linear);
  return found;
}

function fourBytes(linear: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}
