import type { House } from './house.ts';

/** Announces an inspection of unit-1 in this scope; returns the inspection itself. */
export async function announced(house: House, clerk: string, scope: string): Promise<string> {
  const opened = await house.call(clerk, 'POST', '/api/procedures/inspection-round/open', {
    request: 'inspection-1',
    input: {
      name: '年中督察',
      year: 2024,
      way: 'on-site',
      scope,
      from: '2024-10-14',
      selfCheckBy: '2024-10-10',
      units: [{ unit: 'unit-1' }],
    },
  });
  const { matter: round } = (await opened.json()) as { matter: string };
  const view = (await (await house.call(clerk, 'GET', `/api/matters/${round}`)).json()) as {
    children: { matter: string }[];
  };
  return view.children[0]!.matter;
}
