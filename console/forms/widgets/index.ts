import type { ComponentType } from 'react';
import type { FormField } from '../../../src/client/contract/catalogue.ts';
import { Choice, Choices, Flag, UnitField } from './chosen.tsx';
import type { ControlProps } from './control.ts';
import { Files } from './files.tsx';
import { ListItem, People } from './sought.tsx';
import { DateField, Integer, LongText, Money, Text } from './written.tsx';

/** The widget of each kind of field, as a cell of a table can hold it too. Tables do not nest. */
export const controls: Readonly<Record<FormField['widget'], ComponentType<ControlProps>>> = {
  text: Text,
  'long-text': LongText,
  integer: Integer,
  money: Money,
  date: DateField,
  choice: Choice,
  choices: Choices,
  flag: Flag,
  people: People,
  files: Files,
  'list-item': ListItem,
  unit: UnitField,
  rows: Text,
};
