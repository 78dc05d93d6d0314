import { Section } from '@/components/layout/section'
import { LinkButton } from '@/components/ui/link-button'

/** The way from Settings to reference sets and profiles. */
export function CalibrationLink() {
  return (
    <Section
      title="Calibration"
      lead="Reference sets and profiles that the weights of model comparisons rest on."
      actions={
        <LinkButton href="/settings/calibration" size="sm">
          Open calibration
        </LinkButton>
      }
    />
  )
}
