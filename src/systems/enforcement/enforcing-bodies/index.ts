import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { entryOperations, itemCode } from '../../functions/list-words.ts';

/** What a body enforces by: a statutory organ, one authorised by a statute, one entrusted (行政处罚法第十七条至第二十一条). */
const kinds = {
  organ: '法定行政机关',
  authorised: '法律法规授权的组织',
  entrusted: '受委托的组织',
} as const;

/** Row E1: who enforces in the region, on what basis, published before any act (国办发〔2018〕118号（四）). */
export const enforcingBodies = defineList({
  id: 'enforcing-bodies',
  name: '行政执法主体清单',
  row: 'E1',
  chapter: 'enforcement',
  about: '登记有权在本地区执法的机关和组织、执法依据、职责和救济渠道，事前向社会公开。',
  basis: [{ law: '国办发〔2018〕118号', article: '（四）', provision: 'S3-02' }],
  code: itemCode,
  fields: z.object({
    name: f.text('执法主体名称', { max: 200 }),
    type: f.choice('主体类别', kinds),
    unit: f.unit('对应单位'),
    entrustedBy: f.unit('委托机关', { help: '受委托的组织填写' }).optional(),
    legalBasis: f.longText('执法依据', { help: '设立、授权或者委托的法律、法规、规章名称和条款' }),
    duties: f.longText('执法职责和权限'),
    fields: f.text('执法领域', { max: 300 }).optional(),
    address: f.text('办公地址', { max: 200 }).optional(),
    phone: f.text('咨询电话', { max: 40 }).optional(),
    supervisionPhone: f.text('投诉举报电话', { max: 40 }),
    remedies: f.longText('救济渠道', { help: '行政复议机关、有管辖权的人民法院' }),
  }),
  kindField: 'type',
  unitField: 'unit',
  operations: [...entryOperations, 'merge', 'split'],
  agreements: [
    {
      id: 'entrusted-names-its-organ',
      holds: ({ type, entrustedBy }) => (type === 'entrusted') === (entrustedBy !== undefined),
      say: '受委托的组织应当写明委托机关，其他主体不填委托机关。',
    },
  ],
  publication: {
    channel: 'enforcing-bodies',
    fields: [
      'name',
      'type',
      'unit',
      'entrustedBy',
      'legalBasis',
      'duties',
      'fields',
      'address',
      'phone',
      'supervisionPhone',
      'remedies',
    ],
  },
  columns: ['fields', 'supervisionPhone'],
  search: ['fields', 'legalBasis'],
});
