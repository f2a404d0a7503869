import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import { NotForPost } from '../../shared/not-for-post.tsx';

/** A list is changed by its keepers alone. */
export function NotKept({ list, act }: { readonly list: ListInfo; readonly act: string }) {
  return (
    <NotForPost
      title={`${act}：${list.name}`}
      act={act}
      helper="清单管理人员"
      back={{ path: `/lists/${list.id}`, name: list.name }}
    />
  );
}
