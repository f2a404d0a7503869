import type { Queries } from '../connection.ts';

interface Owner {
  readonly region: string;
  readonly person: string;
}

/** Keeps a sealed secret that is not confirmed yet. Nothing happens where one is confirmed. */
export async function offerTotpSecret(sql: Queries, owner: Owner, sealed: Uint8Array): Promise<void> {
  await sql`
    update account set totp_secret = ${sealed}
     where region = ${owner.region} and person = ${owner.person} and not totp_enrolled`;
}

/** Accepts the code of a time step, once. False when that step or a later one was accepted before. */
export async function acceptTotpStep(sql: Queries, owner: Owner, step: number): Promise<boolean> {
  const { count } = await sql`
    update account set totp_last_step = ${step}, totp_enrolled = true
     where region = ${owner.region} and person = ${owner.person} and totp_last_step < ${step}`;
  return count === 1;
}

/** Forgets the device, for one that was lost. The next sign-in enrols another. */
export async function removeTotp(sql: Queries, owner: Owner): Promise<void> {
  await sql`
    update account set totp_secret = null, totp_enrolled = false
     where region = ${owner.region} and person = ${owner.person}`;
}
