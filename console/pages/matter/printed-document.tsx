import { App } from 'antd';
import type { MouseEvent } from 'react';
import { client } from '../../api/client.ts';
import { problemOf } from '../../shared/refusal.tsx';

interface Props {
  readonly matter: string;
  readonly document: string;
  readonly name: string;
}

/** Makes a document; citations nobody has read are shown before, since the document itself carries no mark of it. */
export function PrintedDocument({ matter, document, name }: Props) {
  const { modal, message } = App.useApp();
  const params = { matter, document };
  const make = async (event: MouseEvent) => {
    event.preventDefault();
    try {
      const { unread } = await client.call('matter.citations', { params });
      if (unread.length === 0) return window.location.assign(client.href('matter.document', { params }));
      modal.confirm({
        title: `核对《${name}》引用的条文`,
        content: <Citations unread={unread} />,
        okText: '已核对，制作文书',
        cancelText: '暂不制作',
        onOk: () =>
          window.location.assign(client.href('matter.document', { params, query: { checked: '1' } })),
      });
    } catch (error) {
      void message.error(problemOf(error).message);
    }
  };
  return (
    <a href={client.href('matter.document', { params })} download onClick={(event) => void make(event)}>
      {name}
    </a>
  );
}

function Citations({ unread }: { readonly unread: readonly string[] }) {
  return (
    <>
      <p>下列引用没有与公布文本核对过。请逐条核对条文和内容；文书上不印这一提示，您的核对会留下记录。</p>
      <ul>
        {unread.map((citation) => (
          <li key={citation}>{citation}</li>
        ))}
      </ul>
    </>
  );
}
