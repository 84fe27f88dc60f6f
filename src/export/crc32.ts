/** CRC-32, as PNG and zip have it (ISO 3309). */

/** The checksum of each byte alone; and with one, two and three bytes of nothing after it. */
const remainders = remaindersOf();

function remaindersOf(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const alone = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const oneMore = (before: Uint32Array) => before.map((value) => (alone[value & 255] ?? 0) ^ (value >>> 8));
  const one = oneMore(alone);
  const two = oneMore(one);
  return [alone, one, two, oneMore(two)];
}

/** Of all the bytes, four at a time. */
export function crc32(bytes: Uint8Array): number {
  const [alone, one, two, three] = remainders;
  const whole = bytes.length - (bytes.length % 4);
  let value = -1;
  let at = 0;
  for (; at < whole; at += 4) {
    value ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    value =
      (three[value & 255] ?? 0) ^
      (two[(value >>> 8) & 255] ?? 0) ^
      (one[(value >>> 16) & 255] ?? 0) ^
      (alone[value >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) value = (alone[(value ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
