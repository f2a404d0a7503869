import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import { client } from '../../api/client.ts';
import { useList, useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { DayPicker } from '../../shared/day-picker.tsx';
import { ImportButtons, ImportResult } from '../../shared/importing/run.tsx';
import { ImportSource } from '../../shared/importing/source.tsx';
import { useImport } from '../../shared/importing/use-import.ts';
import { Page } from '../../shared/page.tsx';
import { NotKept } from './not-kept.tsx';
import './lists.css';

/** A list from a workbook: template, file or pasted cells, a trial that tells every error, then the import. */
export function ImportPage() {
  const list = useList(useParams().list ?? '');
  if (!list) return <NotFound />;
  return list.mayOperate ? <ImportOf list={list} /> : <NotKept list={list} act="导入" />;
}

function ImportOf({ list }: { readonly list: ListInfo }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const [on, setOn] = useState(today);
  const importing = useImport(
    (ask) => client.call('list.import', { params: { list: list.id }, body: { ...ask, on } }),
    () => queries.invalidateQueries({ queryKey: ['list', list.id] }),
  );
  return (
    <Page title={`导入${list.name}`} about={<Link to={`/lists/${list.id}`}>回到清单</Link>}>
      <div className="import-steps">
        <section className="import-step" aria-labelledby="import-template">
          <h2 id="import-template">一、准备表格</h2>
          <div className="row">
            <Button href={client.href('list.template', { params: { list: list.id } })} download>
              下载模板
            </Button>
            <span className="quiet">
              清单里没有的编码按新增办理；已有的编码，内容不同的按调整办理，相同的不动。
            </span>
          </div>
        </section>
        <section className="import-step" aria-labelledby="import-source">
          <h2 id="import-source">二、选择内容</h2>
          <ImportSource
            placeholder="在Excel里选中包括表头的区域，复制后粘贴到这里"
            busy={importing.busy}
            onContent={importing.setContent}
          />
          <div className="row" style={{ marginTop: 12 }}>
            <label htmlFor="import-on">生效日期</label>
            <DayPicker
              id="import-on"
              value={on}
              onChange={(day) => {
                if (!day) return;
                setOn(day);
                importing.reset();
              }}
            />
            <span className="quiet">自这一天起按导入后的内容执行</span>
          </div>
        </section>
        <section className="import-step" aria-labelledby="import-run">
          <h2 id="import-run">三、核对并导入</h2>
          <div className="row">
            <ImportButtons of={importing} />
            {!importing.content && <span className="quiet">先选择文件或者粘贴内容</span>}
          </div>
          <ImportResult of={importing} next={<Link to={`/lists/${list.id}`}>查看清单</Link>} />
        </section>
      </div>
    </Page>
  );
}
