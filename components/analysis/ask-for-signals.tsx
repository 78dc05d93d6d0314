import { Form } from '@/components/form/form'
import { Notice } from '@/components/ui/notice'
import { requestSignalsAction } from '@/lib/analysis/actions'
import type { Offer } from '@/lib/platform/offer'

type Props = { number: string; datasetId: string; isOutdated: boolean; whyNot: Offer }

/** Offers to measure a dataset that was never measured, or was by other definitions than those of today. */
export function AskForSignals({ number, datasetId, isOutdated, whyNot }: Props) {
  const title = isOutdated ? 'Measured by earlier definitions' : 'Not measured yet'
  return (
    <Notice tone="neutral" title={title}>
      <p className="mb-3">
        {isOutdated
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
