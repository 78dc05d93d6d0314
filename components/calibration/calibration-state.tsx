import { RefreshWhile } from '@/components/analysis/refresh-while'
import { Form } from '@/components/form/form'
import { LinkButton } from '@/components/ui/link-button'
import { StateMark } from '@/components/ui/state-mark'
import { requestCalibrationAction } from '@/lib/calibration/actions'
import type { ReferenceSetPage } from '@/lib/calibration/queries'
import { formatCount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

/** How far the calibration of the shown version is, or the button that asks for it. */
export function CalibrationState({
  page: { calibration, progress, version },
  whyNot,
}: {
  page: ReferenceSetPage
  whyNot: Offer
}) {
  if (calibration?.state === 'DONE')
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StateMark tone="ok">Calibrated by {calibration.requestedBy.name}</StateMark>
        <LinkButton size="sm" download href={`/api/calibrations/${calibration.id}`}>
          Download the profile
        </LinkButton>
      </div>
    )
  if (calibration && calibration.state !== 'FAILED') {
    const far = progress
      ? `${progress.step}: ${formatCount(progress.done)}${progress.total ? ` of ${formatCount(progress.total)}` : ''}`
      : 'Waiting'
    return (
      <>
        <StateMark tone="info">{far}</StateMark>
        <RefreshWhile />
      </>
    )
  }
  if (whyNot === false) return null
  return (
    <div className="space-y-2">
      {calibration?.failure && <p className="max-w-[60ch] text-bad">{calibration.failure}</p>}
      <Form action={requestCalibrationAction} submit="Calibrate" hidden={{ versionId: version.id }} whyNot={whyNot}>
        {null}
      </Form>
    </div>
  )
}
