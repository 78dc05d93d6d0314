import { Scrolling } from '@/components/table/scrolling'
import { StickyHeads } from '@/components/table/sticky-heads'
import { Hash } from '@/components/ui/code'
import type { ReferenceSetPage } from '@/lib/calibration/queries'
import { relationRows } from '@/lib/calibration/relation-rows'

/** Every model with its file and what is documented about it; wide tables scroll within themselves. */
export function SetRelations({ page: { models, version } }: { page: ReferenceSetPage }) {
  const { columns, rowOf, kinds } = relationRows(version.relations)
  return (
    <div className="space-y-3">
      <p className="figures text-ink-2">Pairs by relation: {kinds}.</p>
      <Scrolling label="Models and relations (table)" className="max-h-[32rem] border-y border-line">
        <table className="figures w-full text-sm">
          <StickyHeads columns={['model', ...columns, 'file', 'SHA-256']} />
          <tbody className="divide-y divide-line">
            {models.map(({ name, file, sha256 }) => (
              <tr key={name} className="align-baseline">
                <td className="py-1 pr-4 font-medium whitespace-nowrap">{name}</td>
                {rowOf(name).map((cell, at) => (
                  <td key={columns[at]} className="py-1 pr-4">
                    {cell}
                  </td>
                ))}
                <td className="py-1 pr-4 whitespace-nowrap text-ink-2">{file}</td>
                <td className="py-1">
                  <Hash value={sha256} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </div>
  )
}
