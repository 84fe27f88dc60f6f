/**
 * A WebP as a still one: as it is, or of an animation its first picture, which a decoder of stills does not know
 * (WebP container specification, "Animation": ANMF holds an optional ALPH and a VP8 or VP8L chunk). Null when it is cut.
 */
export function firstFrame(bytes: Uint8Array): ArrayBuffer | null {
  const frame = chunksOf(bytes, riffHead).find(({ name }) => name === 'ANMF');
  if (!frame) return new Uint8Array(bytes).buffer;
  if (frame.content.length < frameHead) return null;
  const parts = chunksOf(frame.content, frameHead).filter(({ name }) => pictures.has(name));
  if (parts.length === 0) return null;
  // Width and height, less one, stand in the frame's head as in a still's.
  const extended = chunk(
    'VP8X',
    Buffer.concat([Buffer.from([alphaFlag, 0, 0, 0]), frame.content.subarray(6, 12)]),
  );
  const isPlain = parts.length === 1;
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    ...(isPlain ? [] : [extended]),
    ...parts.map(({ name, content }) => chunk(name, content)),
  ]);
  return new Uint8Array(chunk('RIFF', body)).buffer;
}

/** "RIFF", the length, "WEBP"; of a chunk its name and length; of a frame its place, size, time and ways. */
const riffHead = 12;
const chunkHead = 8;
const frameHead = 16;
const alphaFlag = 0x10;
const pictures: ReadonlySet<string> = new Set(['ALPH', 'VP8 ', 'VP8L']);

interface Chunk {
  readonly name: string;
  readonly content: Uint8Array;
}

/** As far as they are whole. */
function chunksOf(bytes: Uint8Array, from: number): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = from; at + chunkHead <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const end = at + chunkHead + length;
    if (end > bytes.length) break;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    chunks.push({ name, content: bytes.subarray(at + chunkHead, end) });
    // Chunks begin at even places.
    at = end + (length % 2);
  }
  return chunks;
}

function chunk(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(chunkHead);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
