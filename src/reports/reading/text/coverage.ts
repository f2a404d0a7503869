/** Which parts of a text a match already holds, so that the first pattern that matches a place keeps it. */
export class Coverage {
  private readonly taken: Uint8Array;

  constructor(length: number) {
    this.taken = new Uint8Array(length);
  }

  /** Takes `start` to `end` (exclusive) if all of it is free; says whether it did. */
  take(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (this.taken[at] === 1) return false;
    this.taken.fill(1, start, end);
    return true;
  }
}
