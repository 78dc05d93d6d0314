import { classNames } from './class-names'

const widths = ['w-11/12', 'w-4/5', 'w-full', 'w-2/3', 'w-5/6']

/** The shape of text that is on its way. */
export function Skeleton({ lines = 3, tall = false }: { lines?: number; tall?: boolean }) {
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          className={classNames('rounded-xs bg-wash', tall ? 'h-8' : 'h-4', widths[line % widths.length])}
        />
      ))}
    </div>
  )
}
