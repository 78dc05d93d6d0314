/** Names of the columns, which stay in sight while the rows of a scrolling frame go by. */
export function StickyHeads({ columns }: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className="sticky top-0 bg-paper py-1.5 pr-4 text-left font-medium text-ink-3">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}
