import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, sqlStateOf } from './connection.ts';
import { startEmbedded } from './embedded/index.ts';
import { APP_ROLE, ensureAppRole, roleUrl } from './roles.ts';

/** A database to work on, wherever it runs. */
export interface Database {
  /** Connection of the application role. */
  readonly url: string;
  /** Connection of the owner, for migrations, backup and restore. */
  readonly adminUrl: string;
  readonly home: string;
  /** Directory of the stored files. */
  readonly files: string;
  readonly kind: 'embedded' | 'external';
  /** Leaves it; the embedded server stops with its last user. */
  stop(): Promise<void>;
}

export interface ResolveOptions {
  /** Default: FAZHI_HOME, else `.fazhi` in the project. */
  readonly home?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly onProgress?: (text: string) => void;
}

/** The settings do not lead to a usable database. The message is Chinese. */
export class DatabaseSettingError extends Error {
  constructor(message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'DatabaseSettingError';
  }
}

const PROJECT_HOME = fileURLToPath(new URL('../../.fazhi', import.meta.url));

/** The data directory: as asked for, else FAZHI_HOME, else `.fazhi` in the project. */
export function homeOf(asked?: string, env: NodeJS.ProcessEnv = process.env): string {
  return resolve(asked ?? env.FAZHI_HOME ?? PROJECT_HOME);
}

/**
 * The database of this installation: the server at DATABASE_URL, or the embedded one in the home.
 *
 * DATABASE_URL is the owner's connection. The application works as another role: the one of DATABASE_APP_URL
 * if given; else `fazhi_app`, which is created when the owner may create roles, with a password kept in the
 * home (`app-password`, mode 0600).
 */
export async function resolveDatabase(options: ResolveOptions = {}): Promise<Database> {
  const env = options.env ?? process.env;
  const home = homeOf(options.home, env);
  const files = join(home, 'files');
  const adminUrl = env.DATABASE_URL;
  if (!adminUrl) {
    const { url, adminUrl, stop } = await startEmbedded({ home, onProgress: options.onProgress });
    return { url, adminUrl, home, files, kind: 'embedded', stop };
  }
  const url = env.DATABASE_APP_URL ?? (await prepareAppRole(adminUrl, home));
  return { url, adminUrl, home, files, kind: 'external', stop: async () => {} };
}

async function prepareAppRole(adminUrl: string, home: string): Promise<string> {
  const password = keptPassword(home);
  const url = roleUrl(adminUrl, APP_ROLE, password);
  const admin = connect(adminUrl, { max: 1 });
  try {
    await ensureAppRole(admin, password);
  } catch (error) {
    const reason =
      sqlStateOf(error) === '42501'
        ? `DATABASE_URL 的账户无权建立角色 ${APP_ROLE}。请由数据库管理员建立该角色，并把它的连接写入 DATABASE_APP_URL。`
        : `无法连接 DATABASE_URL 所指的数据库：${error instanceof Error ? error.message : String(error)}`;
    throw new DatabaseSettingError(reason, { cause: error });
  } finally {
    await admin.end();
  }
  await requireLogin(url);
  return url;
}

function keptPassword(home: string): string {
  const path = join(home, 'app-password');
  if (!existsSync(path)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8');
}

/** The role may have been made by another installation, with a password we do not know. */
async function requireLogin(url: string): Promise<void> {
  const sql = connect(url, { max: 1 });
  try {
    await sql`select 1`;
  } catch (error) {
    throw new DatabaseSettingError(
      `角色 ${APP_ROLE} 已存在，但本机保存的密码不能登录（${sqlStateOf(error)}）。请把该角色的连接写入 DATABASE_APP_URL。`,
      { cause: error },
    );
  } finally {
    await sql.end();
  }
}
