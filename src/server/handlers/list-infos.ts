import type { z } from 'zod';
import type { ListInfo } from '../../client/contract/catalogue.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import { markUnsure } from '../../kernel/procedure/citation.ts';
import { fieldMeta } from '../../kernel/procedure/field-meta.ts';
import { initialsOf } from '../../kernel/search/terms.ts';
import { lawBook } from '../../law/index.ts';
import type { CompiledList } from '../../lists/compile.ts';
import { operationAct } from '../../lists/operations.ts';
import { formFields } from './forms.ts';

/** What a list is, told to the console. */
export function listInfo(list: CompiledList, post: PostKindId): ListInfo {
  const d = list.declaration;
  const kinds = d.kindField ? fieldMeta(d.fields.shape[d.kindField] as z.ZodType)?.choices : undefined;
  return {
    id: d.id,
    name: d.name,
    initials: initialsOf(d.name),
    row: d.row,
    chapter: d.chapter,
    about: d.about,
    basis: d.basis.map((basis) => markUnsure(basis, lawBook)),
    fields: formFields(d.fields),
    ...(kinds ? { kinds: { ...kinds } } : {}),
    operations: [...list.forms].map(([id, form]) => ({
      id,
      name: operationAct(id),
      fields: formFields(form),
    })),
    mayOperate: list.by.includes(post),
    columns: [...(d.columns ?? [])],
  };
}
