import { Lock } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import { severityNames } from '@/lib/cases/schema'
import { stateNames } from '@/lib/cases/states'

type State = keyof typeof stateNames
type Severity = keyof typeof severityNames

const toneOf: Record<State, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'info',
  IN_REVIEW: 'info',
  CHANGES_REQUESTED: 'warn',
  APPROVED: 'ok',
  DISMISSED: 'neutral',
  ACTIONED: 'ok',
  CLOSED: 'neutral',
}

/** The state of a case. */
export function CaseStateMark({ state }: { state: State }) {
  return <StateMark tone={toneOf[state]}>{stateNames[state]}</StateMark>
}

/** How severe it is, in a word. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <Badge tone={severity === 'HIGH' ? 'bad' : severity === 'MEDIUM' ? 'warn' : 'neutral'}>
      {severityNames[severity]}
    </Badge>
  )
}

/** Flags beside the state: restricted, stale approval. */
export function CaseFlags({ restricted, stale }: { restricted: boolean; stale: boolean }) {
  return (
    <>
      {restricted && (
        <Badge icon={<Lock aria-hidden className="size-3" />} tone="info">
          Restricted
        </Badge>
      )}
      {stale && <Badge tone="warn">Stale approval</Badge>}
    </>
  )
}
