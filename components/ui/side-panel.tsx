import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { SidePanelClose } from './side-panel-close'

type Props = {
  title: ReactNode
  /** The address without the panel: where closing (the cross or Escape) leads. */
  closeHref: string
  children: ReactNode
  /** Buttons that stay at the bottom while the content scrolls. */
  actions?: ReactNode
  /** For two columns side by side. */
  wide?: boolean
}

/** Detail beside a list that stays where it was. Whether it is open is in the address; the page renders it or not. */
export function SidePanel({ title, closeHref, children, actions, wide }: Props) {
  return (
    <aside
      aria-labelledby="side-panel-title"
      className={classNames(
        'fixed inset-y-0 right-0 z-30 flex w-full flex-col border-l border-line bg-float shadow-float',
        wide ? 'lg:max-w-5xl' : 'sm:max-w-md xl:max-w-lg',
      )}
    >
      <div className="flex items-center justify-between gap-4 border-b border-line px-6 py-3">
        <h2 id="side-panel-title" className="min-w-0 text-lg font-semibold">
          {title}
        </h2>
        <SidePanelClose href={closeHref} />
      </div>
      <div className="flex-1 overflow-y-auto overscroll-contain px-6 py-5">{children}</div>
      {actions && <div className="flex flex-wrap gap-2 border-t border-line px-6 py-3">{actions}</div>}
    </aside>
  )
}
