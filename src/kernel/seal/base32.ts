/** Crockford's alphabet: the digits and letters without I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people read for what was printed. */
const MISTAKEN: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** First `chars` × 5 bits of `bytes`, zeros behind the last byte, in Crockford's base 32. */
export function encodeBase32(bytes: Uint8Array, chars: number): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .padEnd(chars * 5, '0');
  return Array.from(
    { length: chars },
    (_, i) => ALPHABET[Number.parseInt(bits.slice(5 * i, 5 * i + 5), 2)],
  ).join('');
}

/** What was printed, given what was read: upper case, O as 0, I and L as 1. */
export function tidyBase32(text: string): string {
  return text.toUpperCase().replaceAll(/[OIL]/g, (char) => MISTAKEN[char]!);
}

/** Whole bytes of a text in {@link encodeBase32}'s alphabet. Undefined on any other character. */
export function decodeBase32(text: string): Uint8Array | undefined {
  const values = Array.from(text, (char) => ALPHABET.indexOf(char));
  if (values.includes(-1)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
