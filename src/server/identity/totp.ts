import { Secret, TOTP } from 'otpauth';

const ISSUER = '法治台账';
const PERIOD_SECONDS = 30;
/** Steps a device's clock may be ahead or behind (RFC 6238 section 5.2). */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** A new secret of 160 bits, as RFC 4226 recommends. */
export function newTotpSecret(): Uint8Array {
  return new Uint8Array(new Secret({ size: SECRET_BYTES }).buffer);
}

function totpOf(secret: Uint8Array, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });
}

/** What an authenticator takes: the address for its QR code, and the secret to be typed. */
export function totpEnrolment(secret: Uint8Array, login: string): { uri: string; secret: string } {
  const totp = totpOf(secret, login);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/** The time step for which `code` is right at `now`, or undefined. */
export function totpStep(secret: Uint8Array, code: string, now: string): number | undefined {
  const timestamp = Date.parse(now);
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
