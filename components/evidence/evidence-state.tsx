import { StateMark } from '@/components/ui/state-mark'
import type { EvidenceItemShown } from '@/lib/evidence/queries'
import { LiveProgress } from './live-progress'

type Item = Pick<EvidenceItemShown, 'id' | 'kind' | 'state' | 'reading' | 'unknownFormat'>

/** The state of an item in words, or how far the work on it is. */
export function EvidenceState({ item }: { item: Item }) {
  switch (item.state) {
    case 'SEALING':
      return <LiveProgress subjectId={item.id} waiting="Waiting to be sealed" />
    case 'REFUSED':
      return <StateMark tone="bad">Refused</StateMark>
    case 'WITHDRAWN':
      return <StateMark tone="warn">Withdrawn</StateMark>
    case 'SEALED':
      return <Sealed item={item} />
  }
}

function Sealed({ item }: { item: Item }) {
  if (item.reading === 'under-way') return <LiveProgress subjectId={item.id} waiting="Sealed, waiting to be read" />
  if (item.reading === 'failed' && item.unknownFormat)
    return <StateMark tone="warn">Sealed, format not known</StateMark>
  if (item.reading === 'failed') return <StateMark tone="bad">Sealed, could not be read</StateMark>
  return <StateMark tone="ok">{item.reading === 'done' ? 'Sealed and read' : 'Sealed'}</StateMark>
}
