import { CircleAlert, CircleCheck, CircleDashed, CircleX, Info, type LucideIcon } from 'lucide-react'

/** What a mark or notice says before its words are read. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad'

const icons: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  info: Info,
  ok: CircleCheck,
  warn: CircleAlert,
  bad: CircleX,
}

/** Text colour of a tone. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-ink-2',
  info: 'text-accent',
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
}

/** The icon of a tone, in the colour of its surroundings, silent to a reader because a word stands beside it. */
export function ToneIcon({ tone, className = 'size-3.5' }: { tone: Tone; className?: string }) {
  const Icon = icons[tone]
  return <Icon aria-hidden className={`shrink-0 ${className}`} />
}
