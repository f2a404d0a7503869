import { SectionTabs } from '../../shared/section-tabs.tsx';

/** One document read, or several side by side. */
export function ReadingTabs() {
  return (
    <SectionTabs
      label="审读"
      tabs={[
        { title: '审读一份', path: '/reading' },
        { title: '对比', path: '/reading/compare' },
      ]}
    />
  );
}
