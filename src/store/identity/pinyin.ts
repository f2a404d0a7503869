import { pinyin } from 'pinyin-pro';

/** What a name is found by besides itself: its initials and its whole pinyin, parted by a blank (`wxm wangxiaoming`). */
export function personPinyin(name: string): string {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    mode: 'surname',
    nonZh: 'consecutive',
  }).map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''));
  return `${syllables.map((syllable) => syllable.slice(0, 1)).join('')} ${syllables.join('')}`;
}
