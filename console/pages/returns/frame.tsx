import type { ReactNode } from 'react';
import { useSession } from '../../api/queries.ts';
import { Page } from '../../shared/page.tsx';
import { SectionTabs } from '../../shared/section-tabs.tsx';
import './returns.css';

const tabs = [
  { title: '各期报送', path: '/returns' },
  { title: '及时情况', path: '/returns/lateness' },
  { title: '报表', path: '/returns/forms' },
  { title: '上级报表', path: '/returns/tables' },
];

/** Sibling pages of the returns under one heading. */
export function Frame({
  about,
  actions,
  children,
}: {
  readonly about: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Page title="单位数据报送" about={about} actions={actions}>
      <SectionTabs label="单位数据报送" tabs={tabs} />
      {children}
    </Page>
  );
}

/** Whether the post in use sets forms, rounds and tables. */
export function useOffice(): boolean {
  const { kind } = useSession().acting;
  return kind === 'legal-office' || kind === 'legal-office-head';
}
