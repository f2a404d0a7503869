/** The name of a row in a table of tallies: pressed, what stands below shows that row alone; pressed again, all. */
export function ChosenName({
  id,
  name,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly name: string;
  readonly chosen: string | null | undefined;
  readonly onChoose: (id: string | undefined) => void;
}) {
  return (
    <button
      type="button"
      className="plain"
      aria-pressed={id === chosen}
      onClick={() => onChoose(id === chosen ? undefined : id)}
    >
      {name}
    </button>
  );
}
