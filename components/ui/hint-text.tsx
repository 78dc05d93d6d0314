'use client'

import type { ReactNode } from 'react'
import { useId } from 'react'
import { Hint } from './hint'

type Props = { hint: string; children: ReactNode }

/** Text with an explanation on hover and focus, dotted underneath so that one sees there is more. */
export function HintText({ hint, children }: Props) {
  const id = useId()
  const trigger = (
    <span
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard
      tabIndex={0}
      aria-describedby={id}
      className="cursor-help underline decoration-field decoration-dotted underline-offset-4"
    >
      {children}
    </span>
  )
  return (
    <>
      <Hint text={hint} trigger={trigger} />
      <span id={id} hidden>
        {hint}
      </span>
    </>
  )
}
