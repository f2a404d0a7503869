import { hash, verify } from '@node-rs/argon2';

/** argon2id with the OWASP minimum of memory (19 MiB, 2 passes, 1 lane) or more. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How many passwords back may not be used again. */
export const PASSWORD_HISTORY = 5;
const SHORTEST = 10;
/** A text of any length costs the same to hash, but not to receive. */
const LONGEST_PASSWORD = 200;
const CLASSES = 3;

/** Hashings at the same time: each takes 19 MiB, and a flood of sign-ins must leave room for work. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** One spelling for what different keyboards send. */
const normal = (password: string): string => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), COST));
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether a password fits. Where there is no hash (unknown login, no password set, locked) the same work is done
 * and the answer is no: time tells nothing about which logins exist.
 */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('');
  const against = stored ?? (await nobodysHash);
  const fits = await inTurn(() => verify(against, normal(password)));
  return fits && stored !== null;
}

/** What keeps a new password from being taken, as a sentence for its field; undefined when nothing does. */
export function passwordProblem(password: string, login: string): string | undefined {
  const text = normal(password);
  if ([...text].length < SHORTEST) return `密码至少${SHORTEST}个字符。`;
  if (text.length > LONGEST_PASSWORD) return `密码最多${LONGEST_PASSWORD}个字符。`;
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
  if (classes.filter((one) => one.test(text)).length < CLASSES) {
    return `密码须含大写字母、小写字母、数字、其他字符中的至少${CLASSES}类。`;
  }
  if (text.toLowerCase().includes(login.toLowerCase())) return '密码不能包含登录名。';
  return undefined;
}

/** Whether a password was used among the last ones. */
export async function usedBefore(password: string, hashes: readonly string[]): Promise<boolean> {
  for (const used of hashes.slice(0, PASSWORD_HISTORY)) {
    if (await passwordFits(password, used)) return true;
  }
  return false;
}
