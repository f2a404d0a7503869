import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { EndHolding, GrantHolding } from './holding-forms.tsx';
import type { OneTimeLink } from './link-shown.tsx';
import type { Person } from './person.ts';
import { PersonForm } from './person-form.tsx';
import { useAct } from './use-act.ts';

type Form = 'edit' | 'grant' | 'end';

const says = {
  disable: (name: string) => `停用后，${name}的登录立即失效；以前办理的记录不变。`,
  enable: (name: string) => `恢复后，${name}可以再次登录，按现有岗位办理。`,
  unlock: (name: string) => `解除锁定后，${name}可以马上再次输入密码。`,
  password: (name: string) =>
    `${name}现在的密码和尚未使用的登录链接作废，改用新的一次性登录链接登录并设置密码。`,
  sessions: (name: string) => `${name}现有的登录全部结束，没有提交的内容不会保存；可以重新登录。`,
  factor: (name: string) => `${name}下次登录时要用新的设备绑定动态口令。`,
} as const;
type Act = keyof typeof says;

/** What the security administrator may do for one person. */
export function PersonActs({
  person,
  onLink,
}: {
  readonly person: Person;
  readonly onLink: (link: OneTimeLink) => void;
}) {
  const { modal } = App.useApp();
  const [form, setForm] = useState<Form>();
  const given = { params: { person: person.id } };
  const act = useAct(
    async (what: Act): Promise<{ message: string; link?: OneTimeLink }> => {
      switch (what) {
        case 'disable':
          return client.call('people.disable', given);
        case 'enable':
          return client.call('people.enable', given);
        case 'unlock':
          return client.call('accounts.unlock', given);
        case 'password':
          return client.call('accounts.resetPassword', given);
        case 'sessions':
          return client.call('accounts.endSessions', given);
        case 'factor':
          return client.call('accounts.resetSecondFactor', given);
      }
    },
    (done) => done.link && onLink(done.link),
  );
  const acts: { key: Form | Act; label: string; shown: boolean }[] = [
    { key: 'edit', label: '修改信息', shown: true },
    { key: 'end', label: '结束任职', shown: person.holdings.some(({ state }) => state !== 'past') },
    { key: 'unlock', label: '解除锁定', shown: person.locked },
    {
      key: 'password',
      label: person.hasPassword ? '重置密码' : '重新发放登录链接',
      shown: person.login !== null && person.active,
    },
    { key: 'sessions', label: '结束登录', shown: person.signedIn },
    { key: 'factor', label: '解除动态口令', shown: person.secondFactor },
    { key: 'disable', label: '停用', shown: person.active },
    { key: 'enable', label: '恢复', shown: !person.active },
  ];
  const take = (key: string, label: string) => {
    if (key === 'edit' || key === 'end') return setForm(key);
    const what = key as Act;
    void modal.confirm({
      title: `${label}：${person.name}`,
      content: says[what](person.name),
      okText: label,
      cancelText: '返回',
      onOk: () => act.mutateAsync(what).catch(() => {}),
    });
  };
  const shown = acts.filter((each) => each.shown);
  return (
    <span className="person-acts">
      {person.active && (
        <Button size="small" onClick={() => setForm('grant')}>
          授予岗位
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: shown.map(({ key, label }) => ({ key, label })),
          onClick: ({ key }) => take(key, shown.find((each) => each.key === key)!.label),
        }}
      >
        <Button size="small">其他</Button>
      </Dropdown>
      {form === 'edit' && <PersonForm person={person} onClose={() => setForm(undefined)} onLink={onLink} />}
      {form === 'grant' && <GrantHolding person={person} onClose={() => setForm(undefined)} />}
      {form === 'end' && <EndHolding person={person} onClose={() => setForm(undefined)} />}
    </span>
  );
}
