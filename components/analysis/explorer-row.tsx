import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import { Time } from '@/components/ui/time'
import type { ExplorerLine } from '@/lib/analysis/explorer-lines'
import { ShownText } from './shown-text'

type Props = {
  line: ExplorerLine
  href: string
  isOpen: boolean
  isChosen: boolean
  /** Null where rows are not chosen. */
  choose: ((rowId: number) => void) | null
}

/** One row of the log in one line; the time leads to its detail, the box chooses it for citing. */
export function ExplorerRow({ line, href, isOpen, isChosen, choose }: Props) {
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
          className="after:absolute after:inset-0 after:content-['']"
        >
          {time === null ? 'no time' : null}
        </Link>
        {time !== null && <Time at={time} />}
      </td>
      <Cells line={line} />
    </tr>
  )
}

function Cells({ line }: { line: ExplorerLine }) {
  const { account, model, status, input, output, latency, isMasked } = line
  return (
    <>
      <td className="max-w-48 truncate pr-3">{account}</td>
      <td className="max-w-40 truncate pr-3">{model}</td>
      <td className="pr-3 text-right">{status}</td>
      <td className="pr-3 text-right">{input}</td>
      <td className="pr-3 text-right">{output}</td>
      <td className="pr-3 text-right whitespace-nowrap">{latency}</td>
      <td className="max-w-96 truncate pr-3">
        <ShownText shown={line.prompt} isMasked={isMasked} />
      </td>
      <td className="max-w-96 truncate">
        <ShownText shown={line.response} isMasked={isMasked} />
      </td>
    </>
  )
}
