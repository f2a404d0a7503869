// SM3 written from GB/T 32905-2016 alone, in the order and with the letters of the standard, for whoever wants to
// check the ledger without trusting the code that wrote it. It imports nothing and also runs in a browser.

const IV = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;

const rotate = (x: number, n: number) => (x << (n % 32)) | (x >>> ((32 - n) % 32));
const T = (j: number) => (j < 16 ? 0x79cc4519 : 0x7a879d8a);
const FF = (j: number, x: number, y: number, z: number) => (j < 16 ? x ^ y ^ z : (x & y) | (x & z) | (y & z));
const GG = (j: number, x: number, y: number, z: number) => (j < 16 ? x ^ y ^ z : (x & y) | (~x & z));
const P0 = (x: number) => x ^ rotate(x, 9) ^ rotate(x, 17);
const P1 = (x: number) => x ^ rotate(x, 15) ^ rotate(x, 23);

/** SM3 digest of a message, 32 bytes. */
export function plainSm3(message: Uint8Array): Uint8Array {
  const padded = pad(message);
  const V = new Int32Array(IV);
  const W = new Int32Array(68);
  for (let offset = 0; offset < padded.byteLength; offset += 64) {
    expand(padded, offset, W);
    compress(V, W);
  }
  const digest = new DataView(new ArrayBuffer(32));
  V.forEach((word, i) => {
    digest.setInt32(4 * i, word);
  });
  return new Uint8Array(digest.buffer);
}

/** Section 5.2: a one bit, zeros up to 448 modulo 512, and the message's length in bits as 64 bits. */
function pad(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
}

/** Section 5.3.2: the block's 16 words become 68. The further 64 are W[j] ^ W[j + 4] and are formed where used. */
function expand(block: DataView, offset: number, W: Int32Array): void {
  for (let j = 0; j < 16; j++) W[j] = block.getInt32(offset + 4 * j);
  for (let j = 16; j < 68; j++) {
    W[j] = P1(W[j - 16]! ^ W[j - 9]! ^ rotate(W[j - 3]!, 15)) ^ rotate(W[j - 13]!, 7) ^ W[j - 6]!;
  }
}

/** Section 5.3.3. */
function compress(V: Int32Array, W: Int32Array): void {
  let [A, B, C, D, E, F, G, H] = V as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let j = 0; j < 64; j++) {
    const SS1 = rotate((rotate(A, 12) + E + rotate(T(j), j)) | 0, 7);
    const SS2 = SS1 ^ rotate(A, 12);
    const TT1 = (FF(j, A, B, C) + D + SS2 + (W[j]! ^ W[j + 4]!)) | 0;
    const TT2 = (GG(j, E, F, G) + H + SS1 + W[j]!) | 0;
    [D, C, B, A] = [C, rotate(B, 9), A, TT1];
    [H, G, F, E] = [G, rotate(F, 19), E, P0(TT2)];
  }
  [A, B, C, D, E, F, G, H].forEach((word, i) => {
    V[i]! ^= word;
  });
}
