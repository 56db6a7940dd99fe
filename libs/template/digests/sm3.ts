type State = readonly [number, number, number, number, number, number, number, number];

/** The initial state (GB/T 32905-2016, 4.1; https://datatracker.ietf.org/doc/html/draft-sca-cfrg-sm3-02). */
const START: State = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
const BLOCK = 64;
const ROUNDS = 64;
/** From this round on the other constant and the other boolean functions are used. */
const SECOND_PART = 16;

/** The digest of the Chinese standard, 32 bytes; no well-kept package has it. */
export function sm3(bytes: Uint8Array): Uint8Array {
  const padded = pad(bytes);
  let state = START;
  for (let offset = 0; offset < padded.byteLength; offset += BLOCK) {
    state = compress(state, new DataView(padded.buffer, offset, BLOCK));
  }
  const digest = new DataView(new ArrayBuffer(state.length * 4));
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word);
  return new Uint8Array(digest.buffer);
}

/** A one bit, zeros, and the length in bits in the last eight bytes. */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return padded;
}

function compress(state: State, block: DataView): State {
  const words = expand(block);
  let [a, b, c, d, e, f, g, h] = state;
  for (let round = 0; round < ROUNDS; round += 1) {
    const constant = round < SECOND_PART ? 0x79cc4519 : 0x7a879d8a;
    const one = rotate(rotate(a, 12) + e + rotate(constant, round), 7);
    const word = wordAt(words, round);
    const first = firstMix(a, b, c, round) + d + (one ^ rotate(a, 12)) + (word ^ wordAt(words, round + 4));
    const second = secondMix(e, f, g, round) + h + one + word;
    [a, b, c, d] = [first | 0, a, rotate(b, 9), c];
    [e, f, g, h] = [spread(second, 9, 17), e, rotate(f, 19), g];
  }
  const [a0, b0, c0, d0, e0, f0, g0, h0] = state;
  return [a ^ a0, b ^ b0, c ^ c0, d ^ d0, e ^ e0, f ^ f0, g ^ g0, h ^ h0];
}

function wordAt(words: readonly number[], index: number): number {
  return words[index] ?? 0;
}

/** The block's 16 words and 52 more that are made of them. */
function expand(block: DataView): number[] {
  const words = Array.from({ length: 16 }, (_, index) => block.getUint32(index * 4));
  for (let index = 16; index < ROUNDS + 4; index += 1) {
    const at = (back: number): number => wordAt(words, index - back);
    words.push(spread(at(16) ^ at(9) ^ rotate(at(3), 15), 15, 23) ^ rotate(at(13), 7) ^ at(6));
  }
  return words;
}

function firstMix(x: number, y: number, z: number, round: number): number {
  return round < SECOND_PART ? x ^ y ^ z : (x & y) | (x & z) | (y & z);
}

function secondMix(x: number, y: number, z: number, round: number): number {
  return round < SECOND_PART ? x ^ y ^ z : (x & y) | (~x & z);
}

function spread(word: number, first: number, second: number): number {
  return word ^ rotate(word, first) ^ rotate(word, second);
}

/** To the left; the distance counts modulo 32. */
function rotate(word: number, distance: number): number {
  return (word << distance) | (word >>> -distance);
}
