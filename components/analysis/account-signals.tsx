import { HintText } from '@/components/ui/hint-text'
import type { AccountView } from '@/lib/analysis/account-page'
import { MatrixCellLink } from './matrix-cell'

type Props = {
  /** One account, or two beside each other. */
  views: Pick<AccountView, 'name' | 'matrix'>[]
  base: string
}

/** Signals under each other: value by text, percentile by shade, each cell leading to its rows. */
export function AccountSignals({ views, base }: Props) {
  const columns = views.find(({ matrix }) => matrix)?.matrix?.columns
  if (!columns) return <p className="text-ink-2">The newest analysis does not hold these accounts.</p>
  return (
    <div className="overflow-x-auto">
      <table aria-label="Signals of the accounts" className="border-separate border-spacing-px">
        <Heads views={views} />
        <tbody>
          {columns.map(({ signal, title, question, definition }, at) => (
            <tr key={signal} className="align-top">
              <th scope="row" className="py-1.5 pr-6 text-left font-normal whitespace-nowrap">
                <HintText hint={`${question} ${definition}`}>{title}</HintText>
              </th>
              {views.map(({ name, matrix }) => (
                <td key={name} className="p-0">
                  <Cell
                    cell={matrix?.row.cells[at]}
                    href={`${base}/signals/${signal}?account=${encodeURIComponent(name)}`}
                  />
                </td>
              ))}
              <td className="max-w-[46rem] py-1.5 pl-4 text-sm text-ink-2">
                {views.map(({ name, matrix }) => (
                  <p key={name}>{matrix?.row.cells[at]?.sentence}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heads({ views }: Pick<Props, 'views'>) {
  return (
    <thead>
      <tr className="text-sm text-ink-3">
        <th scope="col" className="pr-6 pb-2 text-left font-medium">
          Signal
        </th>
        {views.map(({ name }) => (
          <th key={name} scope="col" className="max-w-48 truncate pb-2 pl-2 text-right font-mono font-normal">
            {name}
          </th>
        ))}
        <th scope="col" className="pb-2 pl-4 text-left font-medium">
          Percentile and peers
        </th>
      </tr>
    </thead>
  )
}

type CellProps = { cell: Parameters<typeof MatrixCellLink>[0]['cell'] | undefined; href: string }

function Cell({ cell, href }: CellProps) {
  return cell ? <MatrixCellLink cell={cell} href={href} /> : <span className="px-2 text-ink-3">–</span>
}
