import { AddFinding } from '@/components/analysis/add-finding'
import { ChartFigure } from '@/components/chart/chart-figure'
import type { CellPage } from '@/lib/analysis/dataset/dataset-page'
import { drawDistribution } from '@/lib/analysis/findings/finding-drawing'
import { formatAmount } from '@/lib/platform/format-number'
import { ExplanationsTested } from './explanations-tested'

/** One account by one signal: value, how it stands among its peers, the picture, the further measures. */
export function SignalCellView({ page }: { page: CellPage }) {
  const { cell, chart, offer, account, signal } = page
  return (
    <div className="space-y-5">
      <div className="space-y-1">
        <p className="figures text-xl font-semibold">{cell.headline ?? 'No value'}</p>
        {cell.percentile !== null && (
          <p className="figures text-ink-2">
            Percentile {cell.percentile} among {formatAmount(cell.peers.n, 'account')} ({cell.peers.name})
            {cell.z !== null && <>; robust z {cell.z}</>}. Error rate: not established.
          </p>
        )}
        {cell.why && <p className="text-ink-2">{cell.why}</p>}
      </div>
      <ExplanationsTested explanations={cell.explanations} />
      {chart && <ChartFigure draw={(width) => drawDistribution(chart, width)} fileName={`${signal}-${account}`} />}
      {cell.measures.length > 0 && (
        <table className="figures w-full" aria-label="Further measures">
          <tbody className="divide-y divide-line border-y border-line">
            {cell.measures.map(({ name, meaning, text }) => (
              <tr key={name}>
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  {name}
                  {meaning && <span className="block text-sm text-ink-3">{meaning}</span>}
                </th>
                <td className="text-right align-top">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {offer && <AddFinding {...offer} />}
    </div>
  )
}
