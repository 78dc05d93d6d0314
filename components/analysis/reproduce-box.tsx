import { CodeBlock, Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { reproduceCommand } from '@/lib/analysis/comparison-words'
import type { RunView } from '@/lib/analysis/result-queries'
import type { ComparisonRequest } from '@/lib/analysis/run-request'

/** All that another person needs to get the same bytes: inputs by hash, seed, version, and the command. */
export function ReproduceBox({ run, request }: { run: RunView; request: ComparisonRequest }) {
  const files = request.inputs.map(({ evidenceId }) => evidenceId)
  const split = new Set(files).size < files.length
  return (
    <div className="space-y-4">
      <DescriptionList
        items={[
          { term: 'Method', value: run.version },
          { term: 'Seed', value: request.seed },
          { term: 'Result', value: run.resultSha256 ? <Hash value={run.resultSha256} /> : 'not complete' },
          ...request.inputs.map(({ role, name, evidenceName, sha256 }) => ({
            term: name,
            value: (
              <span className="flex flex-wrap items-baseline gap-x-3">
                <span>{role}</span>
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
