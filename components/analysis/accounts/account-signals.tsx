import { MatrixCellLink } from '@/components/analysis/matrix/matrix-cell'
import { tableRoles } from '@/components/table/table-roles'
import { classNames } from '@/components/ui/class-names'
import { HintText } from '@/components/ui/hint-text'
import type { AccountView } from '@/lib/analysis/dataset/account-page'
import type { MatrixCell } from '@/lib/analysis/dataset/signal-matrix'

type Props = {
  /** One account, or two beside each other. */
  views: Pick<AccountView, 'name' | 'matrix'>[]
  base: string
}

/** Where it is narrow, the sentences stand under their signal instead of beside it. */
const narrowRow = '@max-2xl:grid @max-2xl:grid-cols-[1fr_auto_auto] @max-2xl:border-t @max-2xl:border-line'

/** Signals under each other: value by text, percentile by shade, each cell leading to its rows. */
export function AccountSignals({ views, base }: Props) {
  const columns = views.find(({ matrix }) => matrix)?.matrix?.columns
  if (!columns) return <p className="text-ink-2">The newest analysis does not hold these accounts.</p>
  return (
    <div className="@container overflow-x-auto">
      <table
        {...tableRoles.table}
        aria-label="Signals of the accounts"
        className="border-separate border-spacing-px @max-2xl:block"
      >
        <Heads views={views} />
        <tbody {...tableRoles.rows} className="@max-2xl:block">
          {columns.map(({ signal, title, question, definition }, at) => (
            <tr {...tableRoles.row} key={signal} className={classNames('align-top', narrowRow)}>
              <th
                {...tableRoles.rowHead}
                scope="row"
                className="py-1.5 pr-6 text-left font-normal @2xl:whitespace-nowrap"
              >
                <HintText hint={`${question} ${definition}`}>{title}</HintText>
              </th>
              {views.map(({ name, matrix }) => (
                <td {...tableRoles.cell} key={name} className="p-0 @max-2xl:pt-px">
                  <Cell
                    cell={matrix?.row.cells[at]}
                    href={`${base}/signals/${signal}?account=${encodeURIComponent(name)}`}
                  />
                </td>
              ))}
              <Sentences views={views} at={at} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What each value stands for; of two accounts it says whose it is. */
function Sentences({ views, at }: Pick<Props, 'views'> & { at: number }) {
  return (
    <td
      {...tableRoles.cell}
      className="max-w-[46rem] space-y-1 py-1.5 text-sm text-ink-2 @2xl:pl-4 @max-2xl:col-span-full @max-2xl:pt-0"
    >
      {views.map(({ name, matrix }) => (
        <p key={name}>
          {views.length > 1 && <span className="font-mono text-ink">{name}: </span>}
          {matrix?.row.cells[at]?.sentence}
        </p>
      ))}
    </td>
  )
}

function Heads({ views }: Pick<Props, 'views'>) {
  return (
    <thead {...tableRoles.rows} className="@max-2xl:block">
      <tr {...tableRoles.row} className={classNames('text-sm text-ink-3', narrowRow)}>
        <th {...tableRoles.head} scope="col" className="pr-6 pb-2 text-left font-medium">
          Signal
        </th>
        {views.map(({ name }) => (
          <th
            {...tableRoles.head}
            scope="col"
            key={name}
            className="max-w-48 truncate pb-2 pl-2 text-right font-mono font-normal"
          >
            {name}
          </th>
        ))}
        <th {...tableRoles.head} scope="col" className="pb-2 pl-4 text-left font-medium @max-2xl:sr-only">
          Percentile and peers
        </th>
      </tr>
    </thead>
  )
}

function Cell({ cell, href }: { cell: MatrixCell | undefined; href: string }) {
  return cell ? <MatrixCellLink cell={cell} href={href} /> : <span className="px-2 text-ink-3">–</span>
}
