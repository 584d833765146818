interface Props {
  caption: string;
  heads: readonly [string, string];
  rows: readonly (readonly [string, string])[];
}

/** Two columns that belong together row by row: what is asked and how it is done, what is thought and what is shown. */
export function PairTable({ caption, heads, rows }: Props) {
  return (
    <table className="w-full break-inside-avoid table-fixed border-collapse text-left">
      <caption className="mb-0.5 text-left font-semibold text-accent">{caption}</caption>
      <thead className="sr-only">
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([left, right]) => (
          <tr key={left} className="border-t border-line align-top">
            <td className="w-2/5 py-1 pr-4 font-medium">{left}</td>
            <td className="py-1 text-ink-soft">{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
