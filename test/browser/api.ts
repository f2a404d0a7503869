import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';

// What a test does behind the page, in the name of whoever is signed in: reads and acts that it is not about.

export async function getJson<T>(context: BrowserContext, path: string): Promise<T> {
  const response = await context.request.get(path);
  expect(response.status(), path).toBe(200);
  return (await response.json()) as T;
}

/** Expects the status and gives the answer. */
export async function postJson<T>(
  context: BrowserContext,
  path: string,
  data: object,
  status = 200,
): Promise<T> {
  const response = await context.request.post(path, { headers: { 'x-fazhi': '1' }, data });
  const answer = (await response.json()) as T;
  expect(response.status(), JSON.stringify(answer)).toBe(status);
  return answer;
}

/** An act, which goes under a key of its own. */
export const actAt = <T = unknown>(
  context: BrowserContext,
  path: string,
  data: object,
  status?: number,
): Promise<T> => postJson<T>(context, path, { request: crypto.randomUUID(), ...data }, status);
