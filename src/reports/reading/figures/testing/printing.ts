import type { Random } from './random.ts';

/** A number as a report might print it, with the value it stands for. */
export interface Printed {
  text: string;
  value: number;
  /** 余, 多 or '' — printed inside, before the unit. */
  qualifier: string;
}

const DIGITS = '零一二三四五六七八九';

/** 2005 → 两千零五, 105 → 一百零五, 12 → 十二; from 1 to 99,999,999. */
export function inCharacters(value: number): string {
  if (value >= 10000) {
    const rest = value % 10000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${inCharacters(Math.floor(value / 10000))}万${rest > 0 ? gap + belowTenThousand(rest) : ''}`;
  }
  return belowTenThousand(value);
}

function belowTenThousand(value: number): string {
  let out = '';
  let open = false;
  let rest = value;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit === 0) {
      open ||= out !== '' && rest > 0;
      continue;
    }
    out += `${open ? '零' : ''}${digit === 2 && unit >= 1000 ? '两' : DIGITS[digit]}${name}`;
    open = false;
  }
  return out.startsWith('一十') ? out.slice(1) : out;
}

const STYLES: readonly ((random: Random) => Printed)[] = [
  (random) => plain(random.whole(2, 9999)),
  (random) => plain(random.whole(10000, 999999)),
  (random) => separated(random.whole(1000, 9999999), ','),
  (random) => separated(random.whole(1000, 999999), '，'),
  (random) => wide(random.whole(2, 99999)),
  (random) => tenThousands(random.whole(11, 9999)),
  (random) => over(random.whole(1, 99) * 10),
  (random) => ({ ...over(random.whole(2, 99)), text: `${random.whole(2, 9)}万余`, qualifier: '余' }),
  (random) => characters(random.whole(11, 9999)),
  (random) => characters(random.whole(10000, 990000)),
];

/** A count in a random style. */
export function printCount(random: Random): Printed {
  const printed = random.pick(STYLES)(random);
  // 5万余 is printed from its own digit; read the value back from it once.
  const tens = /^(\d)万余$/.exec(printed.text);
  return tens === null ? printed : { ...printed, value: Number(tens[1]) * 10000 };
}

function plain(value: number): Printed {
  return { text: String(value), value, qualifier: '' };
}

function separated(value: number, mark: string): Printed {
  return { text: String(value).replace(/\B(?=(?:\d{3})+$)/g, mark), value, qualifier: '' };
}

function wide(value: number): Printed {
  const text = String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return { text, value, qualifier: '' };
}

/** 11 → 1.1万. */
function tenThousands(tenths: number): Printed {
  return { text: `${tenths / 10}万`, value: tenths * 1000, qualifier: '' };
}

function over(value: number): Printed {
  return { text: `${value}余`, value, qualifier: '余' };
}

function characters(value: number): Printed {
  return { text: inCharacters(value), value, qualifier: '' };
}
