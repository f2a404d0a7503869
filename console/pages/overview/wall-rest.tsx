/** Rows of a list that a meeting-room screen has room for; the style sheet hides the others there. */
const WALL_ROWS = 5;

/** Seen on the wall alone: how many rows stand only on the page. */
export function WallRest({ rows, what }: { readonly rows: number; readonly what: string }) {
  if (rows <= WALL_ROWS) return null;
  return (
    <p className="quiet wall-rest">
      其余{rows - WALL_ROWS}
      {what}见年度总览页面。
    </p>
  );
}
