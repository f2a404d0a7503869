/** A figure of the report that a read figure can be kept as. */
export interface SlotChoice {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}
