/**
 * Calls `work` once at the end of the present turn, however often it is asked for meanwhile. The answers of one batch
 * arrive in one turn, and what follows from them should go out as one batch again, not as one call and the rest.
 */
export function onceATurn(work: () => void): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      work();
    });
  };
}
