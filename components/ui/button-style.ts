import { classNames } from './class-names'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'md' | 'sm'

const tones: Record<ButtonTone, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-2 hover:bg-accent-2',
  secondary: 'border-line-2 bg-float text-ink hover:border-field hover:bg-wash',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-wash hover:text-ink',
  danger: 'border-bad bg-transparent text-bad hover:bg-bad-soft',
}

const off = 'cursor-not-allowed border-line-2 border-dashed bg-transparent text-ink-3'

/** The look of anything that is pressed: one height per size, one tone, or the look of "not now". */
export function buttonClass(tone: ButtonTone = 'secondary', size: ButtonSize = 'md', disabled = false): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border font-medium whitespace-nowrap transition-colors',
    size === 'md' ? 'h-9 px-3 text-base' : 'h-7 px-2 text-sm',
    disabled ? off : tones[tone],
  )
}
