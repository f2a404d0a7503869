import type { ProgressDeclaration } from '../../../kernel/publication/progress-declaration.ts';

/** What the applicant sees under his receipt number (行政许可法 art. 33: the result of handling is to be open). */
export const progress: ProgressDeclaration = {
  subject: (matter) => matter.pins.item?.name ?? '',
  clock: 'decide',
  steps: {
    receive: '收件',
    'request-correction': '告知补正',
    supplement: '收到补正材料',
    accept: '受理',
    decline: '不予受理',
    'site-check': '现场核查',
    'special-start': '特别程序（时间不计入）',
    'special-end': '特别程序结束',
    'open-hearing': '听证（时间不计入）',
    'hold-hearing': '听证结束',
    extend: '延长期限',
    propose: '审查完成',
    grant: '作出决定',
    refuse: '作出决定',
    'decide-on-spot': '当场作出决定',
    'decide-on-commitment': '当场作出决定',
    deliver: '送达',
    'deliver-on-commitment': '送达',
    withdraw: '撤回申请',
  },
};
