import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

const widths = { wide: 'max-w-[100rem]', normal: 'max-w-6xl', text: 'max-w-3xl' }

/** The content of one page: gutters of 24, sections 40 apart, as wide as its kind of content needs. */
export function Page({ width = 'normal', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return <div className={classNames('space-y-10 px-4 pt-5 sm:px-6 md:pt-7', widths[width])}>{children}</div>
}
