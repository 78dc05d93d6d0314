import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { type Tone, ToneIcon, toneText } from './tone'

type Props = {
  tone?: Tone
  /** Replaces the icon of the tone; give it `aria-hidden` and `size-3.5`. */
  icon?: ReactNode
  children: ReactNode
}

/** A state in a word with its icon; colour only repeats what the word says. */
export function StateMark({ tone = 'neutral', icon, children }: Props) {
  return (
    <span className={classNames('inline-flex items-baseline gap-1 font-medium whitespace-nowrap', toneText[tone])}>
      <span className="self-center">{icon ?? <ToneIcon tone={tone} />}</span>
      {children}
    </span>
  )
}
