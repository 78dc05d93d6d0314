import { ChartFigure } from '@/components/chart/chart-figure'
import { Section } from '@/components/layout/section'
import { drawTraffic } from '@/lib/analysis/clusters/traffic-drawing'
import type { TrafficOfCluster } from '@/lib/analysis/clusters/traffic-of-cluster'

/** When each account of a cluster was busy, under each other on one axis, with the refusals after which others may have gone on. */
export function ClusterTraffic({ traffic, id }: { traffic: TrafficOfCluster; id: string }) {
  if (traffic.bins.length === 0) return null
  return (
    <Section title="Traffic">
      <ChartFigure draw={(width) => drawTraffic(traffic, { id, width })} fileName={`${id}-traffic`} />
    </Section>
  )
}
