import type { KeyboardEvent } from 'react';

/** How a day is typed into a form, in every field that takes one. */
export const dayInput = {
  format: ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日', 'YYYYMMDD'],
  // Enter takes the day that was typed; it must not send the form on the way.
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
  },
};
