import { DefinedText } from '@/components/analysis/comparison/defined-text'
import { ChartFigure } from '@/components/chart/chart-figure'
import { Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { drawKnownPairs, drawReliability, profileFacts } from '@/lib/calibration/profile-pictures'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { profileHash } from '@/lib/comparison/weights/profile-hash'
import { ThresholdTable } from './threshold-table'

/** What a profile says and how often it is wrong: figures, Tippett and reliability plots, false positives by threshold. */
export function ProfileFigures({ profile }: { profile: CalibrationProfile }) {
  return (
    <div className="space-y-6">
      <DescriptionList
        items={[
          { term: 'Profile', value: profile.id },
          { term: 'SHA-256', value: <Hash value={profileHash(profile)} /> },
          ...profileFacts(profile).map(({ term, value }) => ({ term, value: <DefinedText text={value} /> })),
        ]}
      />
      <ChartFigure draw={(width) => drawKnownPairs(profile, width)} fileName={`${profile.id}-tippett`} />
      <ChartFigure
        draw={(width) => drawReliability(profile, width)}
        fileName={`${profile.id}-reliability`}
        note="Held-out comparisons in bands of the log10 LR they were given, with how many related and unrelated ones are in each. The line is the band, the point what it really holds: log10 of the share of all related comparisons in it over the share of all unrelated ones, half a comparison added to each. A well-calibrated profile has its points on the lines; a point left of its line was overstated. The outer bands have no end."
      />
      <ThresholdTable profile={profile} />
    </div>
  )
}
