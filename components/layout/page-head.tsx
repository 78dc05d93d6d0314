import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** Over the title: the number of the thing, or the way back. */
  above?: ReactNode
  /** State and flags beside the title: `StateMark`, `Badge`. */
  state?: ReactNode
  /** One quiet line under the title. */
  facts?: ReactNode
  /** The one primary action. */
  action?: ReactNode
  /** The rest: a `Menu`. */
  menu?: ReactNode
  /** `Tabs`. */
  tabs?: ReactNode
}

/** The head of every page, always in the same order: what, in which state, what next, the rest, and its parts. */
export function PageHead({ title, above, state, facts, action, menu, tabs }: Props) {
  return (
    <div className="border-b border-line">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
        <div className="min-w-0 flex-1 basis-72 space-y-1">
          {above && <div className="figures text-sm text-ink-3">{above}</div>}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h1 className="min-w-0 font-serif text-2xl font-semibold tracking-[-0.01em] text-balance">{title}</h1>
            {state && <div className="flex flex-wrap items-center gap-x-3 gap-y-1">{state}</div>}
          </div>
          {facts && <div className="text-ink-2">{facts}</div>}
        </div>
        {(action || menu) && (
          <div className="flex items-center gap-2">
            {action}
            {menu}
          </div>
        )}
      </div>
      {tabs && <div className="-mb-px">{tabs}</div>}
    </div>
  )
}
