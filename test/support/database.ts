import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect, type Sql } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/index.ts';
import { isRunning } from '../../src/store/embedded/processes.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrate.ts';
import { APP_ROLE, ensureAppRole, roleUrl } from '../../src/store/roles.ts';

/** What the set-up of the run tells the test files. */
interface TestServer {
  readonly url: string;
  readonly adminUrl: string;
  /** Database with all migrations; each test file gets a copy. */
  readonly template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testServer: TestServer;
  }
}

/** A database of one's own for a test file. */
export interface TestDatabase {
  readonly url: string;
  readonly adminUrl: string;
  /** As the application role. */
  readonly sql: Sql;
  /** As the owner. */
  readonly admin: Sql;
  drop(): Promise<void>;
}

const HOME_PREFIX = 'fazhi-test-';
const EXTERNAL_APP_PASSWORD = 'fazhi_app_test';

/**
 * Global set-up of the projects that need PostgreSQL: the server at DATABASE_URL_TEST (owner's connection, may
 * create databases and roles), or one embedded server for the run. Returns the clean-up, which runs after
 * failures too.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.DATABASE_URL_TEST;
  const server = external ? await prepareExternal(external) : await startTemporary();
  const template = external ? `fazhi_template_${process.pid}` : 'fazhi_template';
  try {
    await makeTemplate(server.adminUrl, template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('testServer', { url: server.url, adminUrl: server.adminUrl, template });
  return async () => {
    if (external) await dropAll(external, template);
    await server.stop();
  };
}

/** Copies the template. Close it with `drop()` in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  // Imported here because the set-up above is loaded outside of a test worker, where vitest has no context.
  const { inject } = await import('vitest');
  const server = inject('testServer');
  const name = `${server.template}_${randomUUID().slice(0, 13)}`;
  await onServer(
    server.adminUrl,
    (admin) => admin`create database ${admin(name)} template ${admin(server.template)}`,
  );
  const url = databaseUrl(server.url, name);
  const adminUrl = databaseUrl(server.adminUrl, name);
  const sql = connect(url);
  const admin = connect(adminUrl);
  return {
    url,
    adminUrl,
    sql,
    admin,
    drop: async () => {
      await Promise.all([sql.end({ timeout: 5 }), admin.end({ timeout: 5 })]);
      await onServer(server.adminUrl, (owner) => owner`drop database if exists ${owner(name)} with (force)`);
    },
  };
}

/**
 * The embedded server of a run keeps nothing: its data goes with the run, so waiting for the disk would only
 * make the tests slow. The durable settings have their own test, on a server started without these.
 */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
};

async function startTemporary(): Promise<{ url: string; adminUrl: string; stop(): Promise<void> }> {
  await removeLeftovers();
  const home = mkdtempSync(join(tmpdir(), `${HOME_PREFIX}${process.pid}-`));
  const server = await startEmbedded({ home, settings: FORGETFUL });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A run that was killed could not clean up: its server is stopped and its home removed by the next run. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(HOME_PREFIX))) {
    const pid = Number(name.slice(HOME_PREFIX.length).split('-')[0]);
    if (isRunning(pid)) continue;
    await removeHome(join(tmpdir(), name)).catch((error) => {
      // Another run may be clearing the same one, or another account own it; ours goes on without.
      process.stderr.write(`${name}: ${error}\n`);
    });
  }
}

async function removeHome(home: string): Promise<void> {
  const orphan = await startEmbedded({ home, settings: FORGETFUL });
  await orphan.stop();
  rmSync(home, { recursive: true, force: true });
}

async function prepareExternal(
  adminUrl: string,
): Promise<{ url: string; adminUrl: string; stop(): Promise<void> }> {
  await onServer(adminUrl, async (admin) => {
    await ensureAppRole(admin, EXTERNAL_APP_PASSWORD);
    await admin.unsafe(`alter role ${APP_ROLE} password '${EXTERNAL_APP_PASSWORD}'`);
  });
  return { url: roleUrl(adminUrl, APP_ROLE, EXTERNAL_APP_PASSWORD), adminUrl, stop: async () => {} };
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  await onServer(adminUrl, async (admin) => {
    await admin`drop database if exists ${admin(template)} with (force)`;
    await admin`create database ${admin(template)}`;
  });
  if (!existsSync(MIGRATIONS)) return;
  const admin = connect(databaseUrl(adminUrl, template), { max: 1 });
  try {
    await migrate(admin);
  } finally {
    await admin.end();
  }
}

/** The template and its copies; those of a test file that failed in its set-up are still there. */
async function dropAll(adminUrl: string, template: string): Promise<void> {
  await onServer(adminUrl, async (admin) => {
    const names = await admin<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${template})`;
    for (const { name } of names) await admin`drop database ${admin(name)} with (force)`;
  });
}

function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function onServer<T>(adminUrl: string, work: (admin: Sql) => PromiseLike<T>): Promise<void> {
  const admin = connect(adminUrl, { max: 1 });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
