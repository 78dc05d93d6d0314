import { Scrolling } from '@/components/table/scrolling'
import { classNames } from '@/components/ui/class-names'
import { formatTick } from '@/lib/charts/frame'
import type { ChartTable } from '@/lib/charts/mark'

/** The figures behind a picture; scrolls within itself when there are many. */
export function ChartTableView({ table, label }: { table: ChartTable; label: string }) {
  return (
    <Scrolling label={`${label} (table)`} className="max-h-96 border-y border-line print:max-h-none">
      <table className="figures w-full text-sm">
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th
                key={column}
                scope="col"
                className={classNames(
                  'sticky top-0 bg-paper px-3 py-1.5 font-medium text-ink-3 first:pl-0',
                  at === 0 ? 'text-left' : 'text-right',
                )}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <TableLine key={`${line}-${row[0]}`} row={row} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function TableLine({ row }: { row: (string | number | null)[] }) {
  return (
    <tr className="border-t border-line">
      {row.map((value, at) => (
        <td
          key={`${at}-${value}`}
          className={classNames('px-3 py-1 first:pl-0', at > 0 && 'text-right whitespace-nowrap')}
        >
          {value === null ? (
            <span className="text-ink-3">not measured</span>
          ) : typeof value === 'number' ? (
            formatTick(value)
          ) : (
            value
          )}
        </td>
      ))}
    </tr>
  )
}
