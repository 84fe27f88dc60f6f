/**
 * Literals and matches as blocks of deflate (RFC 1951), each with Huffman codes of its own. Whoever finds the matches knows
 * the data; here they are only written.
 *
 * In:  bytes, runs of zeros and matches in order. Out: blocks that end on a whole byte, none of them the last of a stream.
 */

/** A block has codes of its own: as many tokens as one holds. */
const tokensOfBlock = 1 << 15;
/** A token is a match, with its length and distance; or up to three bytes and how many they are. */
const isMatch = 0x80000000;
const countShift = 24;
const endOfBlock = 256;
const shortestMatch = 3;
const longestMatch = 258;
const longestCode = 15;

/** Of the codes for lengths and distances: the smallest that each stands for, and how many bits tell which. */
const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const distanceBits = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
/** In this order a block tells how long its codes are. */
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const codeOfLength = codesFor(lengthBases, 259);
const codeOfDistance = codesFor(distanceBases, 32_769);

function codesFor(bases: readonly number[], end: number): Uint8Array {
  const codes = new Uint8Array(end);
  for (const [code, base] of bases.entries()) codes.fill(code, base);
  return codes;
}

export class DeflateBlocks {
  readonly #tokens = new Uint32Array(tokensOfBlock);
  readonly #bits = new BitWriter();
  #count = 0;

  /** One byte to three, the first lowest. */
  literals(bytes: number, count: number): void {
    this.#add(bytes | (count << countShift));
  }

  /** Repeats what came `distance` bytes before; any length from 3. */
  match(length: number, distance: number): void {
    let left = length;
    while (left > longestMatch) {
      // The rest must be long enough for a match of its own.
      const part = Math.min(longestMatch, left - shortestMatch);
      this.#add(isMatch | (part << 16) | (distance - 1));
      left -= part;
    }
    this.#add(isMatch | (left << 16) | (distance - 1));
  }

  /** Any number of zeros; `follows`: after a zero. */
  zeros(count: number, follows: boolean): void {
    let left = count;
    if (!follows && left > 0) {
      this.literals(0, 1);
      left -= 1;
    }
    if (left >= shortestMatch) this.match(left, 1);
    else if (left > 0) this.literals(0, left);
  }

  /** Everything that was written. */
  end(): Uint8Array<ArrayBuffer> {
    this.#writeBlock();
    this.#bits.alignByEmptyBlock();
    return this.#bits.bytes();
  }

  #add(token: number): void {
    this.#tokens[this.#count] = token;
    this.#count += 1;
    if (this.#count === tokensOfBlock) this.#writeBlock();
  }

  #writeBlock(): void {
    if (this.#count === 0) return;
    const tokens = this.#tokens.subarray(0, this.#count);
    const bits = this.#bits;
    const counts = countSymbols(tokens);
    const literals = huffman(counts.literals, longestCode);
    const distances = huffman(counts.distances, longestCode);
    bits.write(0b100, 3);
    writeCodeLengths(bits, literals.lengths, distances.lengths);
    writeTokens(bits, tokens, literals, distances);
    bits.write(literals.codes[endOfBlock] ?? 0, literals.lengths[endOfBlock] ?? 0);
    this.#count = 0;
  }
}

/** How often each byte, length and distance occurs. */
function countSymbols(tokens: Uint32Array): {
  readonly literals: Uint32Array;
  readonly distances: Uint32Array;
} {
  const literals = new Uint32Array(286);
  const distances = new Uint32Array(30);
  const count = (counts: Uint32Array, symbol: number) => {
    counts[symbol] = (counts[symbol] ?? 0) + 1;
  };
  literals[endOfBlock] = 1;
  for (const token of tokens) {
    if (token >= isMatch) {
      count(literals, 257 + (codeOfLength[(token >>> 16) & 0x1ff] ?? 0));
      count(distances, codeOfDistance[(token & 0xffff) + 1] ?? 0);
      continue;
    }
    count(literals, token & 255);
    if (token < 2 << countShift) continue;
    count(literals, (token >>> 8) & 255);
    if (token >= 3 << countShift) count(literals, (token >>> 16) & 255);
  }
  return { literals, distances };
}

function writeTokens(bits: BitWriter, tokens: Uint32Array, literals: Codes, distances: Codes): void {
  const { codes, lengths } = literals;
  for (const token of tokens) {
    if (token >= isMatch) {
      const length = (token >>> 16) & 0x1ff;
      const lengthCode = codeOfLength[length] ?? 0;
      const lengthSize = lengths[257 + lengthCode] ?? 0;
      const lengthRest = length - (lengthBases[lengthCode] ?? 0);
      bits.write(
        (codes[257 + lengthCode] ?? 0) | (lengthRest << lengthSize),
        lengthSize + (lengthBits[lengthCode] ?? 0),
      );
      const distance = (token & 0xffff) + 1;
      const distanceCode = codeOfDistance[distance] ?? 0;
      const distanceSize = distances.lengths[distanceCode] ?? 0;
      const distanceRest = distance - (distanceBases[distanceCode] ?? 0);
      bits.write(
        (distances.codes[distanceCode] ?? 0) | (distanceRest << distanceSize),
        distanceSize + (distanceBits[distanceCode] ?? 0),
      );
      continue;
    }
    const first = token & 255;
    const size = lengths[first] ?? 0;
    if (token < 2 << countShift) {
      bits.write(codes[first] ?? 0, size);
      continue;
    }
    const second = (token >>> 8) & 255;
    bits.write((codes[first] ?? 0) | ((codes[second] ?? 0) << size), size + (lengths[second] ?? 0));
    if (token < 3 << countShift) continue;
    const third = (token >>> 16) & 255;
    bits.write(codes[third] ?? 0, lengths[third] ?? 0);
  }
}

interface Codes {
  /** Of each symbol's code, in bits; 0 where the symbol does not occur. */
  readonly lengths: Uint8Array;
  /** The codes, their first bit lowest. */
  readonly codes: Uint16Array;
}

/** The shortest codes for symbols that occur so often, none longer than `longest` bits. */
function huffman(counts: Uint32Array, longest: number): Codes {
  const symbols = [...counts.keys()].filter((symbol) => (counts[symbol] ?? 0) > 0);
  // Programs are surer of a code with two symbols at least.
  for (let symbol = 0; symbols.length < 2; symbol += 1) if (!symbols.includes(symbol)) symbols.push(symbol);
  symbols.sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other);
  const ofLength = lengthsOfTree(
    symbols.map((symbol) => counts[symbol] ?? 0),
    longest,
  );
  const lengths = new Uint8Array(counts.length);
  let next = 0;
  for (let length = longest; length > 0; length -= 1)
    for (let i = 0; i < (ofLength[length] ?? 0); i += 1, next += 1) lengths[symbols[next] ?? 0] = length;
  return { lengths, codes: codesOf(lengths, ofLength) };
}

/** How many codes have each length; of counts that rise. The tree joins the two rarest until one is left. */
function lengthsOfTree(counts: readonly number[], longest: number): Uint32Array {
  const leaves = counts.length;
  const weights = [...counts];
  const parents = new Uint32Array(2 * leaves - 1);
  let leaf = 0;
  let joined = leaves;
  const rarest = (): number => {
    const isLeaf =
      leaf < leaves && (joined >= weights.length || (weights[leaf] ?? 0) <= (weights[joined] ?? 0));
    if (isLeaf) leaf += 1;
    else joined += 1;
    return isLeaf ? leaf - 1 : joined - 1;
  };
  while (weights.length < 2 * leaves - 1) {
    const [one, other] = [rarest(), rarest()];
    parents[one] = weights.length;
    parents[other] = weights.length;
    weights.push((weights[one] ?? 0) + (weights[other] ?? 0));
  }
  const depths = new Uint8Array(weights.length);
  const ofLength = new Uint32Array(longest + 1);
  let tooLong = 0;
  for (let node = weights.length - 2; node >= 0; node -= 1) {
    const depth = (depths[parents[node] ?? 0] ?? 0) + 1;
    depths[node] = depth;
    if (node >= leaves) continue;
    if (depth > longest) tooLong += 1;
    const length = Math.min(depth, longest);
    ofLength[length] = (ofLength[length] ?? 0) + 1;
  }
  if (tooLong > 0) shorten(ofLength, longest);
  return ofLength;
}

/** Codes that were cut to the longest take the place of two others: of a shorter one, made one bit longer, each time. */
function shorten(ofLength: Uint32Array, longest: number): void {
  const room = 2 ** longest;
  const used = () =>
    ofLength.reduce((sum, count, length) => (length > 0 ? sum + count * 2 ** (longest - length) : sum), 0);
  while (used() > room) {
    let length = longest - 1;
    while (ofLength[length] === 0) length -= 1;
    ofLength[length] = (ofLength[length] ?? 0) - 1;
    ofLength[length + 1] = (ofLength[length + 1] ?? 0) + 2;
    ofLength[longest] = (ofLength[longest] ?? 0) - 1;
  }
}

function codesOf(lengths: Uint8Array, ofLength: Uint32Array): Uint16Array {
  const next = new Uint32Array(ofLength.length + 1);
  for (let length = 1; length < ofLength.length; length += 1)
    next[length + 1] = ((next[length] ?? 0) + (ofLength[length] ?? 0)) * 2;
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    let turned = 0;
    for (let bit = 0; bit < length; bit += 1) turned |= ((code >>> bit) & 1) << (length - 1 - bit);
    return turned;
  });
}

/** The lengths of both sets of codes, themselves coded, with signs for runs. */
function writeCodeLengths(bits: BitWriter, literals: Uint8Array, distances: Uint8Array): void {
  const usedOf = (lengths: Uint8Array, least: number) =>
    Math.max(least, lengths.findLastIndex((length) => length > 0) + 1);
  const [literalCount, distanceCount] = [usedOf(literals, 257), usedOf(distances, 1)];
  const signs = runsOf([...literals.subarray(0, literalCount), ...distances.subarray(0, distanceCount)]);
  const counts = new Uint32Array(19);
  for (const { sign } of signs) counts[sign] = (counts[sign] ?? 0) + 1;
  const { lengths, codes } = huffman(counts, 7);
  const told = Math.max(4, orderOfLengths.findLastIndex((sign) => (lengths[sign] ?? 0) > 0) + 1);
  bits.write(literalCount - 257, 5);
  bits.write(distanceCount - 1, 5);
  bits.write(told - 4, 4);
  for (const sign of orderOfLengths.slice(0, told)) bits.write(lengths[sign] ?? 0, 3);
  for (const { sign, extra, size } of signs) {
    bits.write(codes[sign] ?? 0, lengths[sign] ?? 0);
    bits.write(extra, size);
  }
}

/** 0 to 15: a length; 16: the last one 3 to 6 times more; 17 and 18: 3 to 10 and 11 to 138 zeros. */
interface LengthSign {
  readonly sign: number;
  readonly extra: number;
  readonly size: number;
}

function runsOf(lengths: readonly number[]): readonly LengthSign[] {
  const signs: LengthSign[] = [];
  let at = 0;
  while (at < lengths.length) {
    const length = lengths[at] ?? 0;
    let run = 1;
    while (lengths[at + run] === length) run += 1;
    at += run;
    if (length > 0) {
      signs.push({ sign: length, extra: 0, size: 0 });
      run -= 1;
    }
    while (run >= 3) {
      const part = Math.min(run, length > 0 ? 6 : 138);
      if (length > 0) signs.push({ sign: 16, extra: part - 3, size: 2 });
      else if (part <= 10) signs.push({ sign: 17, extra: part - 3, size: 3 });
      else signs.push({ sign: 18, extra: part - 11, size: 7 });
      run -= part;
    }
    for (; run > 0; run -= 1) signs.push({ sign: length, extra: 0, size: 0 });
  }
  return signs;
}

/** Bits from the lowest upwards, as deflate has them; held until they are a word. */
class BitWriter {
  #words = new Uint32Array(1 << 14);
  #length = 0;
  #held = 0;
  #heldBits = 0;

  /** At most 31 bits, none above them set. */
  write(value: number, size: number): void {
    const held = this.#held | (value << this.#heldBits);
    const bits = this.#heldBits + size;
    if (bits < 32) {
      this.#held = held;
      this.#heldBits = bits;
      return;
    }
    if (this.#length === this.#words.length) this.#grow();
    this.#words[this.#length] = held;
    this.#length += 1;
    // Shifted in two steps: a shift by a whole word would be none.
    this.#held = (value >>> (31 - this.#heldBits)) >>> 1;
    this.#heldBits = bits - 32;
  }

  /** A stored block of nothing ends on a whole byte. */
  alignByEmptyBlock(): void {
    this.write(0, 3);
    if (this.#heldBits % 8 > 0) this.write(0, 8 - (this.#heldBits % 8));
    this.write(0, 16);
    this.write(0xffff, 16);
  }

  /** All whole bytes. */
  bytes(): Uint8Array<ArrayBuffer> {
    const length = 4 * this.#length + (this.#heldBits >>> 3);
    this.write(0, 31);
    return new Uint8Array(this.#words.buffer.slice(0, length));
  }

  #grow(): void {
    const larger = new Uint32Array(2 * this.#words.length);
    larger.set(this.#words);
    this.#words = larger;
  }
}
