import { Form } from '@/components/form/form'
import { Notice } from '@/components/ui/notice'
import { requestSignalsAction } from '@/lib/analysis/actions'
import type { Offer } from '@/lib/platform/offer'

type Props = { number: string; datasetId: string; again: 'definitions' | 'references' | null; whyNot: Offer }

const titles = {
  definitions: 'Measured by earlier definitions',
  references: 'Prompt sets, release calendars or account tables have changed since',
}

/** Offers to measure a dataset that was never measured, was by other definitions than those of today, or was held against other reference data. */
export function AskForSignals({ number, datasetId, again, whyNot }: Props) {
  const title = again ? titles[again] : 'Not measured yet'
  return (
    <Notice tone="neutral" title={title}>
      <p className="mb-3">
        {again
          ? 'What is shown stays as it was found. Measured again, it stands beside it as another analysis.'
          : 'Signals run by themselves when a log was read; this one has none.'}
      </p>
      <Form
        action={requestSignalsAction}
        hidden={{ number, datasetIds: datasetId }}
        submit="Measure signals"
        whyNot={whyNot}
      />
    </Notice>
  )
}
