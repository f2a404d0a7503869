import type { Finding } from '../../reading/index.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';

/** How the document speaks of itself and of set phrases. */
export const terms: Phenomenon = {
  codes: ['self-name', 'term-two-ways'],
  examples: [
    {
      text: '某区2023年法治政府建设工作要点\n一、总体要求\n制定本工作要点。\n二、工作保障\n在本实施方案印发后一个月内落实。',
      finds: [['self-name', '本实施方案']],
    },
    {
      text: '某区2023年法治政府建设工作要点\n一、总体要求\n制定本工作要点。\n二、工作保障\n本工作要点由区司法局解释。',
      finds: [],
    },
    {
      text: '推行“双随机、一公开”监管，“双随机一公开”实现常态化。',
      finds: [['term-two-ways', '“双随机一公开”']],
    },
    { text: '推行“双随机、一公开”监管，“双随机、一公开”实现常态化。', finds: [] },
  ],
  find: (ground) => [...selfNames(ground), ...phrases(ground)],
};

const KINDS = '工作要点|实施方案|工作方案|行动方案|实施办法|实施细则|实施意见';
const SELF = new RegExp(`(?<![根日基成样版课文])本(?<kind>${KINDS})(?!中的)`, 'g');

/**
 * 本实施方案 in a document that is, and calls itself, 工作要点. Only a text that uses both names is certain to mean
 * itself by both.
 */
function selfNames(ground: Ground): Finding[] {
  const { title } = ground.document;
  const own = new RegExp(KINDS).exec(title ?? '')?.[0];
  const used = [...ground.text.matchAll(SELF)];
  if (own === undefined || !used.some(({ groups }) => groups!.kind === own)) return [];
  return used.flatMap(({ 0: printed, index: start, groups }) => {
    const { kind } = groups as { kind: string };
    if (kind === own || title!.includes(kind)) return [];
    return [
      finding(
        ground,
        'self-name',
        { start, end: start + printed.length },
        { message: `本文是《${title}》，此处自称“${printed}”，与文种不符。`, suggestion: `本${own}` },
      ),
    ];
  });
}

const QUOTED = /“([\u4e00-\u9fff、，,]{4,16})”/g;

/** “双随机、一公开” here, “双随机一公开” there. */
function phrases(ground: Ground): Finding[] {
  const first = new Map<string, string>();
  return [...ground.text.matchAll(QUOTED)].flatMap(({ 0: printed, 1: words, index: start }) => {
    const key = words!.replace(/[、，,]/g, '');
    const known = first.get(key);
    if (known === undefined) first.set(key, words!);
    if (known === undefined || known === words) return [];
    return [
      finding(
        ground,
        'term-two-ways',
        { start, end: start + printed.length },
        { message: `前文写作“${known}”，此处写作${printed}，应当一致。`, suggestion: `“${known}”` },
      ),
    ];
  });
}
