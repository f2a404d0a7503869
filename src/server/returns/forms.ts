import type { z } from 'zod';
import type { returnForms } from '../../client/contract/return-forms.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { allSlots } from '../../reports/compiling/index.ts';
import { findPaper, keepForm, newestPapers } from '../../store/returns/papers.ts';
import { formProblems, type ReturnForm, returnForm } from '../../yearly/returns/form.ts';
import type { Call } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { World } from '../world.ts';
import { allForms, formAt } from './kept-forms.ts';

/** Figures of this product an item may be a value of: what reports have a place for, and all that is counted. */
export function mappable({ systems }: World): { id: string; name: string; unit: string }[] {
  const catalogue = catalogueOf(systems.indicators);
  const counted = catalogue.all
    .filter(({ measure, source }) => measure !== 'rate' && source !== 'periodic-return')
    .map(({ id, name, unit }) => ({ id, name, unit }));
  const kinds = allSlots(catalogue).flatMap(({ id, indicator, kind }) => {
    const found = catalogue.find(indicator);
    if (!found || kind === undefined || found.measure === 'rate') return [];
    return [{ id, name: `${found.name}（${found.kinds?.[kind] ?? kind}）`, unit: found.unit }];
  });
  return [...counted, ...kinds];
}

export async function listForms(world: World, { session }: Call<'returns.forms'>) {
  const papers = await newestPapers(world.sql, session.region, 'return-form');
  return {
    forms: papers.map(({ form: code, title, version, savedBy, savedAt, content }) => {
      const form = content as unknown as ReturnForm;
      return {
        code,
        name: title,
        periodKind: form.periodKind,
        version,
        items: form.items.length,
        savedByName: world.directory().personName(savedBy),
        savedAt,
      };
    }),
  };
}

export async function showForm(world: World, { session, params, query }: Call<'returns.form'>) {
  const { form, version } = await formAt(world.sql, session.region, params.form, query.version);
  return {
    form: form as z.input<(typeof returnForms)['returns.form']['response']>['form'],
    version,
    indicators: mappable(world),
    units: unitsOf(world),
  };
}

export const unitsOf = (world: World) => world.directory().units.map((unit) => ({ ...unit }));

export async function saveForm(world: World, { session, params, body, now }: Call<'returns.saveForm'>) {
  const parsed = returnForm.safeParse({ ...body.form, code: params.form });
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return refuse(
      'invalid',
      'returns.form',
      `报表有${fields.length}处需要改正：${fields[0]!.message}。`,
      fields,
    );
  }
  const form = parsed.data;
  const others = (await allForms(world.sql, session.region)).filter(({ code }) => code !== form.code);
  const taken = new Map(others.flatMap(({ name, items }) => items.map(({ code }) => [code, name] as const)));
  const problems = formProblems(form, new Set(mappable(world).map(({ id }) => id)), taken);
  if (problems.length > 0) {
    const fields = problems.map(({ path, message }) => ({ path, message }));
    return refuse(
      'invalid',
      'returns.form',
      `报表有${fields.length}处需要改正：${fields[0]!.message}。`,
      fields,
    );
  }
  const version = body.expected + 1;
  const found = await findPaper(world.sql, session.region, 'return-form', form.code);
  if ((found?.version ?? 0) !== body.expected) {
    return refuse(
      'stale',
      'returns.form',
      body.expected === 0
        ? `编码${form.code}已有报表“${found?.title ?? ''}”，请更换编码。`
        : '在您修改期间，他人已保存了新的版本。您填的内容仍在页面上，请刷新对照后再保存。',
    );
  }
  const codes = form.items.map(({ code }) => code);
  const content = form as unknown as JsonObject;
  const saved = { code: form.code, name: form.name, version, content, by: session.person.id, at: now };
  const claimed = await keepForm(world.sql, session.region, saved, codes);
  if (claimed.length > 0) {
    const fields = claimed.map((code) => ({
      path: `items.${codes.indexOf(code)}.code`,
      message: `编码${code}已用于其他报表，请更换`,
    }));
    return refuse(
      'invalid',
      'returns.form',
      `报表有${fields.length}处需要改正：${fields[0]!.message}。编码一经使用就归原报表，停用后也不能用于其他报表。`,
      fields,
    );
  }
  return {
    version,
    message: `“${form.name}”已保存为第${version}版；已布置的各期仍按原版本，新布置的按本版本。`,
  };
}
