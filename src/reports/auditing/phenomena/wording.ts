import type { Finding } from '../../reading/index.ts';
import { around, finding, type Phenomenon } from '../finding.ts';

/**
 * Slips that are never right in an official text. Each has the signs that may not stand before or after it, where
 * it could be part of something else.
 */
interface Slip {
  wrong: string;
  right: string;
  notBefore?: string;
  notAfter?: string;
}

const SLIPS: readonly Slip[] = [
  { wrong: '法制政府', right: '法治政府' },
  { wrong: '法制化营商环境', right: '法治化营商环境' },
  { wrong: '依法制国', right: '依法治国' },
  { wrong: '命令禁止', right: '明令禁止', notBefore: '[政军]' },
  { wrong: '权利清单', right: '权力清单', notBefore: '[民人]' },
  { wrong: '行政权利', right: '行政权力', notAfter: '[义与和、]' },
  { wrong: '互联网政务服务', right: '互联网+政务服务', notBefore: '[一-鿿]' },
  { wrong: '皆在深化', right: '旨在深化' },
  { wrong: '皆在推', right: '旨在推' },
  { wrong: '皆在提', right: '旨在提' },
  { wrong: '布署', right: '部署', notBefore: '[公发颁宣]' },
  { wrong: '按装', right: '安装', notAfter: '[备修置卸]' },
  { wrong: '以经', right: '已经', notBefore: '[一-鿿]', notAfter: '[济营验典费贸]' },
  { wrong: '峻工', right: '竣工' },
  { wrong: '条列', right: '条例', notBefore: '[逐分一各]', notAfter: '[出明举入为示式]' },
  { wrong: '台帐', right: '台账' },
  { wrong: '一如继往', right: '一如既往' },
  { wrong: '如火如茶', right: '如火如荼' },
  { wrong: '按步就班', right: '按部就班' },
  { wrong: '由其是', right: '尤其是', notAfter: '否' },
  { wrong: '合谐', right: '和谐' },
  { wrong: '监督检察机制', right: '监督检查机制' },
  { wrong: '凑效', right: '奏效' },
  { wrong: '震憾', right: '震撼' },
  { wrong: '寒喧', right: '寒暄' },
  { wrong: '迫在眉捷', right: '迫在眉睫' },
  { wrong: '常抓不卸', right: '常抓不懈' },
  { wrong: '坚持不泄', right: '坚持不懈' },
  { wrong: '鼎立支持', right: '鼎力支持' },
  { wrong: '再接再励', right: '再接再厉' },
  { wrong: '防碍', right: '妨碍' },
  { wrong: '签定', right: '签订' },
  { wrong: '反应问题', right: '反映问题', notBefore: '[良应]' },
  { wrong: '贯切', right: '贯彻', notBefore: '[一-鿿]' },
  { wrong: '暴光', right: '曝光' },
  { wrong: '松驰', right: '松弛' },
  { wrong: '泄秘', right: '泄密' },
  { wrong: '追朔', right: '追溯' },
  { wrong: '急燥', right: '急躁' },
  { wrong: '竟争', right: '竞争' },
  { wrong: '竟赛', right: '竞赛' },
  { wrong: '弘杨', right: '弘扬' },
  { wrong: '侯选', right: '候选', notBefore: '[诸]' },
  { wrong: '诉颂', right: '诉讼' },
  { wrong: '仲栽', right: '仲裁' },
  { wrong: '行政覆议', right: '行政复议' },
  { wrong: '行政复意', right: '行政复议' },
  { wrong: '合法性审察', right: '合法性审查' },
  { wrong: '规范性文体', right: '规范性文件' },
  { wrong: '督促检察', right: '督促检查' },
  { wrong: '一愁莫展', right: '一筹莫展' },
  { wrong: '迫不急待', right: '迫不及待' },
  { wrong: '穿流不息', right: '川流不息' },
  { wrong: '名列前矛', right: '名列前茅' },
  { wrong: '行之有效果', right: '行之有效' },
  { wrong: '深入浅处', right: '深入浅出' },
  { wrong: '实行政规范性', right: '实行行政规范性', notBefore: '[落切确事现真]' },
];

const ANY = new RegExp(
  SLIPS.map(({ wrong, notBefore, notAfter }) => {
    const before = notBefore ? `(?<!${notBefore})` : '';
    return `${before}${wrong}${notAfter ? `(?!${notAfter})` : ''}`;
  }).join('|'),
  'g',
);
const RIGHT = new Map(SLIPS.map(({ wrong, right }) => [wrong, right]));

/** 截止 is the end itself (报名已截止); up to a time is 截至. */
const UNTIL = /截止(?=目前|到?\d{1,4}年|到?\d{1,2}月|去年|今年|年底|到?20\d\d)(?!日期|时间)/g;

export const wording: Phenomenon = {
  codes: ['word-wrong', 'word-until'],
  examples: [
    { text: '强化法制政府建设。', finds: [['word-wrong', '法制政府']] },
    { text: '强化法治政府建设，按装备标准配备，明确行政权利义务。', finds: [] },
    { text: '以经济体制改革为牵引，以经验交流为抓手。', finds: [] },
    { text: '上级命令禁止的行为。', finds: [['word-wrong', '命令禁止']] },
    { text: '截止目前，共接访20次。', finds: [['word-until', '截止']] },
    { text: '报名截止日期为10月，截至目前已报20人。', finds: [] },
  ],
  find(ground) {
    const slips: Finding[] = [...ground.text.matchAll(ANY)].map(({ 0: wrong, index: start }) => {
      const place = { start, end: start + wrong.length };
      const right = RIGHT.get(wrong)!;
      return finding(ground, 'word-wrong', place, {
        message: `“${wrong}”应为“${right}”：${around(ground.text, place)}`,
        suggestion: right,
      });
    });
    const until = [...ground.text.matchAll(UNTIL)].map(({ index: start }) =>
      finding(
        ground,
        'word-until',
        { start, end: start + 2 },
        { message: '表示统计到某一时间用“截至”，“截止”指到期停止。', suggestion: '截至' },
      ),
    );
    return [...slips, ...until];
  },
};
