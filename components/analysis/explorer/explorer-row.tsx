import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import { Time } from '@/components/ui/time'
import { type ExplorerColumnName, explorerColumns } from '@/lib/analysis/explorer/explorer-columns'
import type { ExplorerLine } from '@/lib/analysis/explorer/explorer-lines'
import { ShownText } from './shown-text'

type Props = {
  line: ExplorerLine
  columns: ExplorerColumnName[]
  href: string
  isOpen: boolean
  isChosen: boolean
  /** Null where rows are not chosen. */
  choose: ((rowId: number) => void) | null
}

/** One row of the log in one line; the time leads to its detail, the box chooses it for citing. */
export function ExplorerRow({ line, columns, href, isOpen, isChosen, choose }: Props) {
  const { rowId, time } = line
  return (
    <tr
      aria-current={isOpen || undefined}
      className={classNames('relative', isOpen ? 'bg-accent-soft' : isChosen ? 'bg-wash' : 'hover:bg-wash')}
    >
      {choose && (
        <td className="py-1 pr-2">
          <input
            type="checkbox"
            checked={isChosen}
            onChange={() => choose(rowId)}
            aria-label={`Choose row ${rowId}`}
            className="relative z-10 size-4 accent-accent align-middle"
          />
        </td>
      )}
      <td className="py-1 pr-3 whitespace-nowrap">
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          data-row-link
          aria-label={`Open row ${rowId}`}
          className="outline-none after:absolute after:inset-0 after:content-[''] focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {time === null ? 'no time' : null}
        </Link>
        {time !== null && <Time at={time} show="second" />}
      </td>
      <Cells line={line} columns={columns} />
    </tr>
  )
}

function Cells({ line, columns }: Pick<Props, 'line' | 'columns'>) {
  return explorerColumns.map(({ name, end }) => {
    if (name === 'time' || !columns.includes(name)) return null
    if (name === 'prompt' || name === 'response')
      return (
        <td key={name} className="max-w-64 truncate pr-3">
          <ShownText shown={line[name]} isMasked={line.isMasked} />
        </td>
      )
    const text = line.further[name] ?? plainOf(line, name)
    return (
      <td key={name} className={end ? 'pr-3 text-right whitespace-nowrap' : 'max-w-48 truncate pr-3'}>
        {text}
      </td>
    )
  })
}

/** The columns that a line has a place of its own for. */
function plainOf(line: ExplorerLine, name: ExplorerColumnName): string {
  if (name === 'account' || name === 'model' || name === 'status') return line[name]
  return name === 'input' || name === 'output' || name === 'latency' ? line[name] : ''
}
