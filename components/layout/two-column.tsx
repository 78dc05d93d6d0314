import type { ReactNode } from 'react'

type Props = { children: ReactNode; side: ReactNode; sideLabel: string }

/** What is read on the left, what to do about it on the right (320 px); the side comes after on a small screen. */
export function TwoColumn({ children, side, sideLabel }: Props) {
  return (
    <div className="gap-x-10 gap-y-10 max-lg:space-y-10 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="min-w-0 space-y-10">{children}</div>
      <aside aria-label={sideLabel} className="min-w-0 space-y-10 lg:border-l lg:border-line lg:pl-8">
        {side}
      </aside>
    </div>
  )
}
