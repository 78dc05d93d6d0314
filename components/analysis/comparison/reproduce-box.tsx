import { CodeBlock, Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { reproduceCommand } from '@/lib/analysis/comparison/comparison-words'
import type { RunView } from '@/lib/analysis/runs/result-queries'
import type { ComparisonRequest } from '@/lib/analysis/runs/run-request'

type Props = {
  run: RunView
  request: ComparisonRequest
  /** The file that the registered prompts came from. */
  promptsFrom: string | null | undefined
}

/** All that another person needs to get the same bytes: inputs by hash, seed, version, and the command. */
export function ReproduceBox({ run, request, promptsFrom }: Props) {
  const files = request.inputs.map(({ evidenceId }) => evidenceId)
  const isSplit = new Set(files).size < files.length
  const isRenamed = request.inputs.some(({ name, model }) => model !== null && name !== model)
  return (
    <div className="space-y-4">
      <DescriptionList
        items={[
          { term: 'Method', value: run.version },
          { term: 'Seed', value: request.seed },
          { term: 'Result', value: run.resultSha256 ? <Hash value={run.resultSha256} /> : 'not complete' },
        ]}
      />
      <ComparedFiles inputs={request.inputs} />
      <p className="max-w-[70ch] text-ink-2">
        With the originals in one folder under these names, this gives the same figures without a server or a database.
        {isSplit && ' Of a file of several models the records of the model of that name are read.'}
        {isSplit &&
          isRenamed &&
          ' Where a model is called otherwise in its file, cut the file first: the lines of each model (and lines that cannot be read) in their order, each ended by a line feed.'}
      </p>
      <CodeBlock>{reproduceCommand(request, promptsFrom)}</CodeBlock>
      <FilesBeside request={request} />
    </div>
  )
}

/** Every file with its role and hash; of many they scroll within themselves. */
function ComparedFiles({ inputs }: Pick<ComparisonRequest, 'inputs'>) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label="Files that were compared"
      className="max-h-[32rem] overflow-y-auto print:max-h-none"
    >
      <DescriptionList
        items={inputs.map(({ role, name, evidenceName, sha256 }) => ({
          term: name,
          value: (
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span>{role}</span>
              <span className="text-ink-3">{evidenceName}</span>
              <Hash value={sha256} />
            </span>
          ),
        }))}
      />
    </section>
  )
}

/** The files of the command that are no evidence of the case. */
function FilesBeside({ request: { profile, plan } }: Pick<Props, 'request'>) {
  return (
    <div className="flex flex-wrap gap-2">
      {profile && (
        <LinkButton size="sm" download href={`/api/calibrations/${profile.id}`}>
          Download the calibration profile
        </LinkButton>
      )}
      {plan && (
        <LinkButton size="sm" download href={`/api/plans/${plan.id}`}>
          Download the plan
        </LinkButton>
      )}
    </div>
  )
}
