import { RefreshWhile } from '@/components/analysis/refresh-while'
import { ReasonField } from '@/components/cases/reason-field'
import { Form } from '@/components/form/form'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { endCollectionAction, pauseCollectionAction, resumeCollectionAction } from '@/lib/collection/actions'
import type { CollectionShown } from '@/lib/collection/queries'
import { now } from '@/lib/platform/clock'
import type { Offer } from '@/lib/platform/offer'

type Props = {
  collection: CollectionShown
  number: string
  offers: { whyNotPause: Offer; whyNotResume: Offer; whyNotEnd: Offer }
}

/** How far a collection is, why it stands still, and what can be done about it. */
export function CollectionState({ collection, number, offers }: Props) {
  const { id, state, reason } = collection
  const hidden = { number, collectionId: id }
  if (state === 'DONE')
    return reason ? (
      <Notice tone="warn" title="It ended early">
        {reason}
      </Notice>
    ) : null
  if (state === 'PAUSED')
    return (
      <Notice tone="warn" title="Paused">
        <p className="mb-3">{reason}</p>
        <div className="flex flex-wrap gap-3">
          <Form action={resumeCollectionAction} hidden={hidden} submit="Go on" whyNot={offers.whyNotResume} />
          <EndDialog hidden={hidden} whyNot={offers.whyNotEnd} />
        </div>
      </Notice>
    )
  return (
    <div className="max-w-xl space-y-4">
      <RefreshWhile />
      <Asking collection={collection} />
      {state === 'RUNNING' && (
        <Form
          action={pauseCollectionAction}
          hidden={hidden}
          submit="Pause"
          tone="secondary"
          whyNot={offers.whyNotPause}
        />
      )}
    </div>
  )
}

function Asking({ collection: { progress, state } }: { collection: CollectionShown }) {
  if (state === 'ENDING' || !progress)
    return (
      <p role="status" className="text-ink-2">
        {state === 'ENDING' ? 'Sealing what was kept.' : 'Waiting for its turn. You may leave: it goes on without you.'}
      </p>
    )
  const seconds = (now().getTime() - progress.startedAt.getTime()) / 1000
  const rate = seconds > 1 ? progress.done / seconds : null
  return (
    <div role="status">
      <Progress label={progress.step} value={progress.done} max={progress.total} rate={rate} />
    </div>
  )
}

function EndDialog({ hidden, whyNot }: { hidden: Record<string, string>; whyNot: Offer }) {
  return (
    <Dialog
      trigger="End it here"
      whyNot={whyNot}
      title="End this collection"
      description="What was kept is sealed as evidence; the rest of the prompts is not asked any more."
    >
      <Form action={endCollectionAction} submit="End and seal" tone="danger" hidden={hidden}>
        <ReasonField />
      </Form>
    </Dialog>
  )
}
