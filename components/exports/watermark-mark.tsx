import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'

const tones: Record<string, Tone> = { DRAFT: 'neutral', APPROVED: 'ok', STALE: 'warn' }

/** What a summary calls itself. */
export function WatermarkMark({ mark }: { mark: string }) {
  return <StateMark tone={tones[mark] ?? 'neutral'}>{mark}</StateMark>
}
