import type { Sql } from '../../src/store/connection.ts';

/**
 * What an insider with the owner's rights can do: silence the guards, change what he likes, set them up again. Needs
 * no superuser, as the owner of a database of one's own is none.
 */
export async function tamper(admin: Sql, change: string): Promise<void> {
  await admin.begin(async (tx) => {
    const tables = await tx<{ name: string }[]>`
      select distinct tgrelid::regclass::text as name from pg_trigger where not tgisinternal`;
    const each = (verb: 'disable' | 'enable') =>
      tx.unsafe(tables.map(({ name }) => `alter table ${name} ${verb} trigger user`).join('; '));
    await each('disable');
    await tx.unsafe(change);
    await each('enable');
  });
}
