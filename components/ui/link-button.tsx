import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Offer } from '@/lib/platform/offer'
import { Button } from './button'
import { type ButtonSize, type ButtonTone, buttonClass } from './button-style'

type Props = {
  href: string
  children: ReactNode
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
  whyNot?: Offer
  /** The target is a file: a plain anchor, so that no page transition is tried. */
  download?: boolean
}

/** A link that looks like a button; with `whyNot` it becomes a button that says why it leads nowhere. */
export function LinkButton({ href, children, tone, size, icon, whyNot, download }: Props) {
  if (whyNot === false) return null
  if (whyNot)
    return (
      <Button tone={tone} size={size} icon={icon} whyNot={whyNot}>
        {children}
      </Button>
    )
  const look = buttonClass(tone, size)
  if (download)
    return (
      <a href={href} download className={look}>
        {icon}
        {children}
      </a>
    )
  return (
    <Link href={href} className={look}>
      {icon}
      {children}
    </Link>
  )
}
