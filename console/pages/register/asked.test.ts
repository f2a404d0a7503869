import { describe, expect, it } from 'vitest';
import { askedOf, filterKey, searchOf } from './asked.ts';

const asked = (search: string) => askedOf(new URLSearchParams(search));

describe('the address of a register', () => {
  it('holds everything that is asked, and nothing that is usual', () => {
    const search =
      'q=%E9%A4%90%E9%A5%AE&stage=reviewing&state=open&from=2024-09-01&late=true&sort=due&page=3&size=100';
    expect(searchOf(asked(search)).toString()).toBe(
      'q=%E9%A4%90%E9%A5%AE&stage=reviewing&from=2024-09-01&state=open&late=true&sort=due&page=3&size=100',
    );
    expect(searchOf(asked('')).toString()).toBe('');
  });

  it('leaves out what it cannot read', () => {
    expect(asked('state=maybe&from=yesterday&sort=size&page=-2&size=100000')).toEqual({
      sort: 'newest',
      page: 1,
      size: 200,
    });
  });

  it('tells filters apart by what they ask, whatever the page and the order of names', () => {
    expect(filterKey(asked('late=true&state=open&page=4'))).toBe(filterKey(asked('state=open&late=true')));
    expect(filterKey(asked('state=open'))).not.toBe(filterKey(asked('state=closed')));
  });
});
