import type { JsonObject } from '../kernel/ledger/json.ts';
import type { ListAction } from '../lists/context.ts';
import type { History } from './history.ts';
import { HistoryEnds } from './history.ts';
import type { DemoPower } from './powers.ts';
import type { Scribe } from './scribe.ts';
import { holders, units, zone } from './zone.ts';

/** Invented entries of the lists that stand beside that of powers: a few of each, so that a report can speak of them. */
export function writeOtherLists(scribe: Scribe, powers: readonly DemoPower[], year: number): void {
  const keeper = holders('U02', 'list-keeper')[0]!;
  const on = `${year - 1}-01-06`;
  const establish = (list: string, entries: readonly JsonObject[]) =>
    scribe.operate(
      list,
      keeper,
      'list-keeper',
      on,
      entries.map(
        (entry): ListAction => ({
          operation: 'establish',
          input: { effective: on, documentTitle: `${zone.name}有关清单`, reason: '首次公布', ...entry },
        }),
      ),
    );
  const code = (prefix: string, n: number) => `${prefix}-${String(n + 1).padStart(4, '0')}`;
  const licences = powers.filter((power) => power.type === 'licence');
  establish(
    'responsibilities',
    units.flatMap(({ code: unit, shortName }, at) =>
      duties.map(([type, name], n) => ({
        code: code('ZR', at * duties.length + n),
        name: `${shortName}${name}`,
        type,
        unit,
        content: `履行${name}，及时公开办理结果。`,
      })),
    ),
  );
  establish(
    'service-items',
    services.map(([name, type, unit], n) => ({
      code: code('FW', n),
      name,
      type,
      unit,
      audience: '辖区居民和企业',
      days: 3,
    })),
  );
  establish(
    'fees',
    fees.map(([name, type, unit], n) => ({
      code: code('SF', n),
      name,
      type,
      unit,
      standard: '按国家和省规定的标准',
      enterprises: n % 2 === 0,
      legalBasis: '收费目录清单所列文件',
    })),
  );
  establish(
    'intermediary-services',
    intermediaries.map((name, n) => ({
      code: code('ZJ', n),
      name,
      power: licences[n]!.code,
      unit: licences[n]!.unit,
      legalBasis: '有关法律法规的规定',
      pricing: 'market',
    })),
  );
  establish(
    'negative-list',
    entries.map(([name, type, industry], n) => ({
      code: code('FM', n),
      name,
      type,
      industry,
      measure: type === 'forbidden' ? '不得准入' : '取得许可后准入',
      legalBasis: '市场准入负面清单',
    })),
  );
}

const duties = [
  ['duty', '主要职责'],
  ['supervision', '事中事后监管'],
] as const;

const services = [
  ['临时救助申请', 'social-relief', 'U14'],
  ['参保证明打印', 'social-security', 'U11'],
  ['就业失业登记', 'employment', 'U11'],
  ['职业技能培训报名', 'employment', 'U11'],
  ['公共租赁住房申请咨询', 'housing', 'U08'],
  ['法律援助咨询', 'legal', 'U02'],
  ['人民调解申请', 'legal', 'U15'],
  ['预防接种咨询', 'health', 'U10'],
  ['公共场所卫生知识宣传', 'health', 'U10'],
  ['食品安全知识宣传', 'other', 'U04'],
] as const;

const fees = [
  ['不动产登记费', 'certificate', 'U12'],
  ['城镇垃圾处理费', 'administrative', 'U05'],
  ['特种设备检验费', 'inspection', 'U04'],
  ['污水处理费', 'resource', 'U08'],
] as const;

const intermediaries = ['验资报告编制', '平面布局图绘制', '水土保持方案编制', '安全评价', '环境影响评价'];

const entries = [
  ['法律禁止设立的市场主体', 'forbidden', '全部行业'],
  ['食品生产经营', 'approval', '批发和零售业'],
  ['医疗机构设置', 'approval', '卫生和社会工作'],
  ['道路货物运输经营', 'approval', '交通运输业'],
] as const;

/** How many requests for information a year brings to such a zone. */
const REQUESTS = 36;

/** Requests answered at the counter, spread over the days; one after the other in the hands of the units. */
export async function writeDisclosureRequests(
  scribe: Scribe,
  history: History,
  days: readonly string[],
): Promise<void> {
  const count = Math.ceil((REQUESTS * days.length) / 250);
  for (let n = 0; n < count; n++) {
    const unit = units[3 + (n % 6)]!;
    const clerk = holders(unit.code, 'liaison')[0]!;
    const on = days[Math.floor((n * days.length) / count)]!;
    scribe.begin();
    try {
      const request = history.act('disclosure-request', 'apply', clerk, 'liaison', on, {
        way: 'visit',
        applicantClass: 'enterprise',
        organisation: `申请企业${n + 1}号`,
        subject: `${unit.shortName}公开文件第${n + 1}号`,
        form: 'electronic',
      });
      history.act(
        'disclosure-request',
        'answer-on-spot',
        clerk,
        'liaison',
        on,
        { content: '该文件已经在门户网站公开，当场提供网址。', ...remedies },
        request,
      );
    } catch (error) {
      if (!(error instanceof HistoryEnds)) throw error;
    }
    await scribe.commit();
  }
}

const remedies = { reviewBody: zone.organ, court: '有管辖权的人民法院' };
