import { CodeBlock, Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { reproduceCommand } from '@/lib/analysis/comparison-words'
import type { RunView } from '@/lib/analysis/result-queries'
import type { ComparisonRequest } from '@/lib/analysis/run-request'

/** All that another person needs to get the same bytes: inputs by hash, seed, version, and the command. */
export function ReproduceBox({ run, request }: { run: RunView; request: ComparisonRequest }) {
  const split = request.inputs.some(({ model }) => model !== null)
  return (
    <div className="space-y-4">
      <DescriptionList
        items={[
          { term: 'Method', value: run.version },
          { term: 'Seed', value: request.seed },
          { term: 'Result', value: run.resultSha256 ? <Hash value={run.resultSha256} /> : 'not complete' },
          ...request.inputs.map(({ role, name, evidenceName, sha256 }) => ({
            term: role[0]?.toUpperCase() + role.slice(1),
            value: (
              <span className="flex flex-wrap items-baseline gap-x-3">
                <span>{name}</span>
                <span className="text-ink-3">{evidenceName}</span>
                <Hash value={sha256} />
              </span>
            ),
          })),
        ]}
      />
      <p className="max-w-[70ch] text-ink-2">
        With the originals in one folder under these names, this gives the same figures without a server or a database.
        {split &&
          ' A file of several models was read model by model: cut it first, the lines of each model (and lines that cannot be read) in their order, each ended by a line feed.'}
      </p>
      <CodeBlock>{reproduceCommand(request)}</CodeBlock>
    </div>
  )
}
