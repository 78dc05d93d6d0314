import { Hash } from '@/components/ui/code'
import type { ReferenceSetPage } from '@/lib/calibration/queries'
import { relationRows } from '@/lib/calibration/relation-rows'

/** Every model with its file and what is documented about it; wide tables scroll within themselves. */
export function SetRelations({ page: { models, version } }: { page: ReferenceSetPage }) {
  const { columns, rowOf, kinds } = relationRows(version.relations)
  return (
    <div className="space-y-3">
      <p className="figures text-ink-2">Pairs by relation: {kinds}.</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label="Models and relations (table)"
        className="max-h-[32rem] overflow-auto border-y border-line"
      >
        <table className="figures w-full text-sm">
          <Heads columns={['model', ...columns, 'file', 'SHA-256']} />
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
      </section>
    </div>
  )
}

function Heads({ columns }: { columns: string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className="sticky top-0 bg-paper py-1.5 pr-4 text-left font-medium whitespace-nowrap text-ink-3"
          >
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}
