import type { OpenStore } from '../../src/cli/open-store.ts';

/** One question a page of the console asks, by somebody in a post. */
export interface Page {
  readonly name: string;
  readonly path: string;
  readonly as: { readonly unit: string; readonly kind: string };
}

const office = { unit: 'U02', kind: 'legal-office' };
const supervisor = { unit: 'U02', kind: 'supervisor' };
const clerk = { unit: 'U03', kind: 'window-clerk' };
const examiner = { unit: 'U03', kind: 'examiner' };
const head = { unit: 'U03', kind: 'unit-head' };
const officer = { unit: 'U04', kind: 'case-officer' };
const publisher = { unit: 'U04', kind: 'publisher' };

/** Every page that reads matters, lists or figures, by those whose view of them is widest. */
export async function pages({ sql, region }: OpenStore): Promise<readonly Page[]> {
  const [licence] = await sql<{ id: string; number: string; title: string; stage: string }[]>`
    select id, number, title, stages[1] as stage from matter
     where region = ${region} and procedure = 'licence' and closed order by number limit 1`;
  const [penalty] = await sql<{ id: string }[]>`
    select id from matter where region = ${region} and procedure = 'penalty' and closed order by number limit 1`;
  const [common] = await sql<{ title: string }[]>`
    select title from matter where region = ${region} and procedure = 'licence' group by title order by count(*) desc limit 1`;
  const [rare] = await sql<{ title: string }[]>`
    select title from matter where region = ${region} and procedure = 'licence' group by title order by count(*) limit 1`;
  const [last] = await sql<{ year: string }[]>`
    select max(extract(year from started_on))::int - 1 as year from matter where region = ${region}`;
  const year = `from=${last!.year}-01&to=${last!.year}-12`;
  const licences = (query: string) => `/api/registers/licence${query ? `?${query}` : ''}`;
  const q = (text: string) => `q=${encodeURIComponent(text)}`;
  const word = [...common!.title].slice(0, 2).join('');
  const three = [...common!.title].slice(0, 3).join('');
  const few = [...rare!.title].slice(0, 3).join('');
  return [
    { name: 'todo of a window clerk', path: '/api/todo', as: clerk },
    { name: 'todo of an examiner', path: '/api/todo', as: examiner },
    { name: 'todo of a unit head', path: '/api/todo', as: head },
    { name: 'todo of a case officer', path: '/api/todo', as: officer },
    { name: 'todo of a publisher', path: '/api/todo', as: publisher },
    { name: 'todo of a supervisor, 500 rows', path: '/api/todo?limit=500', as: supervisor },
    { name: 'register, whole region', path: licences(''), as: office },
    { name: 'register, own unit', path: licences(''), as: clerk },
    { name: 'register by unit', path: licences('unit=U03'), as: office },
    { name: 'register by stage, final', path: licences(`stage=${licence!.stage}`), as: office },
    { name: 'register by stage, rare', path: licences('stage=received'), as: office },
    { name: 'register, open', path: licences('state=open'), as: office },
    { name: 'register, late', path: licences('late=true'), as: office },
    {
      name: 'register by days',
      path: licences(`from=${last!.year}-06-01&to=${last!.year}-06-07`),
      as: office,
    },
    { name: `register searched: ${word}, in most titles`, path: licences(q(word)), as: office },
    {
      name: `register searched: ${three}, in most titles, personal too`,
      path: licences(q(three)),
      as: supervisor,
    },
    { name: `register searched: ${few}, in few titles`, path: licences(q(few)), as: office },
    { name: 'register searched: no such word', path: licences(q('龘靐齉')), as: office },
    { name: 'register searched by number', path: licences(q(licence!.number)), as: office },
    {
      name: `register searched: ${word}, own unit`,
      path: `/api/registers/penalty?${q(word)}`,
      as: officer,
    },
    {
      name: `register of penalties searched: ${word}`,
      path: `/api/registers/penalty?${q(word)}`,
      as: office,
    },
    {
      name: `register by unit searched: ${word}`,
      path: licences(`unit=U03&${q(word)}`),
      as: office,
    },
    { name: 'register, late, sorted by due day', path: licences('late=true&sort=due'), as: office },
    { name: 'register, oldest first', path: licences('sort=oldest'), as: office },
    { name: 'register, sorted by due day', path: licences('sort=due'), as: office },
    { name: 'register, open, sorted by due day', path: licences('sort=due&state=open'), as: office },
    { name: 'register, own unit, sorted by due day', path: licences('sort=due'), as: clerk },
    { name: 'register, last page that is counted', path: licences('page=200&size=50'), as: office },
    {
      name: 'register, last page, sorted by due day',
      path: licences('page=200&size=50&sort=due'),
      as: office,
    },
    { name: 'register of alerts', path: '/api/registers/supervision-alert', as: office },
    { name: 'register of penalties', path: '/api/registers/penalty', as: office },
    { name: 'matter, licence', path: `/api/matters/${licence!.id}`, as: office },
    { name: 'matter, penalty', path: `/api/matters/${penalty!.id}`, as: supervisor },
    { name: 'supervision wall', path: '/api/supervision', as: office },
    { name: 'supervision wall of a unit', path: '/api/supervision', as: head },
    { name: 'overview of the year', path: '/api/overview', as: office },
    { name: 'overview of the year of a unit', path: '/api/overview', as: head },
    {
      name: 'overview: every running clock',
      path: '/api/overview/clocks?to=2099-12-31',
      as: office,
    },
    { name: 'overview: red alerts', path: '/api/overview/alerts?level=red', as: office },
    { name: 'duties of the leaders', path: `/api/leaders?year=${last!.year}`, as: office },
    { name: 'figures of a year, licences', path: `/api/figures?${year}&source=licence`, as: office },
    { name: 'figures of a year, all', path: `/api/figures?${year}`, as: office },
    { name: 'list of powers', path: '/api/lists/powers', as: office },
    { name: `list of powers searched: ${word}`, path: `/api/lists/powers?${q(word)}`, as: office },
    { name: `search over all: ${word}, in most titles`, path: `/api/search?${q(word)}`, as: office },
    { name: `search over all: ${word}, own unit`, path: `/api/search?${q(word)}`, as: officer },
    { name: `search over all: ${few}, in few titles`, path: `/api/search?${q(few)}`, as: supervisor },
    { name: 'search over all by number', path: `/api/search?${q(licence!.number)}`, as: office },
  ];
}
