import { Scrolling } from '@/components/table/scrolling'

/** `note` stands instead of the cells: why there are none. */
type Row = { key: number; cells: readonly string[]; note?: string | null }

type Props = { label: string; columns: readonly string[]; rows: readonly Row[] }

/** Many narrow cells to look over, in a frame that scrolls by itself and can be scrolled by keyboard. */
export function QuietTable({ label, columns, rows }: Props) {
  return (
    <Scrolling label={label} className="max-h-80 border-y border-line">
      <table className="figures font-mono text-sm whitespace-nowrap">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-page">
          <tr className="border-b border-line-2 text-left text-ink-3">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Record
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <Line key={row.key} {...{ row, columns }} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

const Line = ({ row: { key, cells, note }, columns }: { row: Row; columns: readonly string[] }) => (
  <tr>
    <th scope="row" className="py-1 pr-3 text-left font-normal text-ink-3">
      {key + 1}
    </th>
    {note ? (
      <td colSpan={columns.length} className="px-3 text-bad">
        {`Rejected: it ${note}`}
      </td>
    ) : (
      cells.map((cell, index) => (
        <td key={columns[index]} className="max-w-64 truncate px-3">
          {cell}
        </td>
      ))
    )}
  </tr>
)
