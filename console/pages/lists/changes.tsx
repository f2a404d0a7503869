export interface Change {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** What an operation changed, before beside after; nothing where it changed no field. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <table className="changes">
      <caption className="unseen">变动前后</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">栏目</th>
          <th scope="col">变动前</th>
          <th scope="col">变动后</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ title, before, after }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{before ? <del>{before}</del> : <span className="quiet">（无）</span>}</td>
            <td>{after ? <ins>{after}</ins> : <span className="quiet">（无）</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
