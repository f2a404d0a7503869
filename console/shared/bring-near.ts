/** Where pages stand one column under the other, what was chosen is brought into sight; beside it, it is in sight. */
export function bringNear(id: string): void {
  if (!window.matchMedia('(max-width: 900px)').matches) return;
  requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'start' }));
}
