import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

type Props = { label: string; className?: string; children: ReactNode }

/** A frame for what is wider or longer than its place: it scrolls within itself, by keyboard too. */
export function Scrolling({ label, className, children }: Props) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      className={classNames('relative overflow-auto', className)}
    >
      {children}
    </section>
  )
}
