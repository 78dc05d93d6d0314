'use client'

import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useId } from 'react'
import type { Offer } from '@/lib/platform/offer'
import { type ButtonSize, type ButtonTone, buttonClass } from './button-style'
import { Hint } from './hint'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'className'> & {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
  /** Why it cannot be pressed now, as a sentence; null or undefined when it can; `false` leaves it out. */
  whyNot?: Offer
  /** Work is on its way: it keeps its place and cannot be pressed twice. */
  pending?: boolean
}

/** A button. With a sentence in `whyNot` it stays focusable, does nothing, and says the reason on hover, focus and to a reader. */
export function Button({
  tone,
  size,
  icon,
  whyNot,
  pending,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  if (whyNot === false) return null
  const held = Boolean(whyNot) || Boolean(pending)
  const press = (event: MouseEvent<HTMLButtonElement>) => (held ? event.preventDefault() : onClick?.(event))
  const button = (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={held || undefined}
      aria-busy={pending || undefined}
      aria-describedby={whyNot ? reasonId : rest['aria-describedby']}
      className={buttonClass(tone, size, Boolean(whyNot))}
    >
      {pending ? <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" /> : icon}
      {children}
    </button>
  )
  if (!whyNot) return button
  return (
    <>
      <Hint text={whyNot} trigger={button} />
      <span id={reasonId} className="sr-only">
        {whyNot}
      </span>
    </>
  )
}
