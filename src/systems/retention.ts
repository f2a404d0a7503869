import type { Retention } from '../kernel/procedure/declaration.ts';

/**
 * Ten years, as long as a county-level unit keeps files before they go to the state archives. No provision in
 * src/law sets how long personal values of a file are kept, so the period is ours and says so.
 */
export const asLongAsFiles: Retention = {
  years: 10,
  basis: { law: '档案法实施条例', article: '第二十条', provision: 'DA-02' },
  caution:
    '10年取自县级单位档案移交的期限；个人信息保存期限没有查到条文直接规定，请先与本单位档案机构核对，并确认档案已经移交。',
};
