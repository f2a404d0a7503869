import { SectionTabs } from '../../shared/section-tabs.tsx';

/** The pages of the settings. */
export function SettingsTabs() {
  return (
    <SectionTabs
      label="设置"
      tabs={[
        { title: '工作日历', path: '/settings' },
        { title: '期限规定', path: '/settings/law' },
        { title: '关于', path: '/settings/about' },
      ]}
    />
  );
}
