import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import type { MatrixCell } from '@/lib/analysis/dataset/signal-matrix'

const shades: Record<NonNullable<MatrixCell['shade']>, string> = {
  0: 'bg-shade-0',
  1: 'bg-shade-1',
  2: 'bg-shade-2',
  3: 'bg-shade-3',
  5: 'bg-shade-5 text-paper',
  6: 'bg-shade-6 text-paper',
}

// A page has hundreds of cells: fetched ahead, they would keep the server from what is really asked for.
/** One account by one signal: the percentile as a shade, the value as text, the whole in words for hover and readers. */
export function MatrixCellLink({
  cell,
  href,
}: {
  cell: Pick<MatrixCell, 'text' | 'shade' | 'sentence'>
  href: string
}) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      title={cell.sentence}
      className={classNames(
        'figures relative z-10 block min-w-14 whitespace-nowrap px-1.5 py-1.5 text-right hover:outline-2 hover:outline-accent',
        cell.shade === null ? 'text-ink-3' : shades[cell.shade],
      )}
    >
      {cell.text}
      <span className="sr-only">. {cell.sentence}</span>
    </Link>
  )
}
