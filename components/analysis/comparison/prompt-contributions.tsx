import { Section } from '@/components/layout/section'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { HintText } from '@/components/ui/hint-text'
import type { ListedPrompt, PromptPage } from '@/lib/analysis/comparison/compared-prompts'
import { alignedFigure, shortened } from '@/lib/analysis/figures'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount } from '@/lib/platform/format-number'
import { CandidateLinks } from './candidate-links'
import { OpenedPrompt } from './opened-prompt'

type Props = { result: ComparisonResult; prompts: PromptPage; path: string; params: SearchParams }

const measure =
  'By a method that scores prompt by prompt: the prompt’s centred score divided by the number of prompts, so that the column adds up to the score. By favoured phrases, which pools all prompts: the score less the score without the prompt (jackknife); none where that is too dear. Together: the mean of the weighing methods, in widths of unrelated pairs. Error rate not established.'

/** Every prompt with what it adds to the difference between a candidate and the controls; one opens to its answers. */
export function PromptContributions({ result, prompts, path, params }: Props) {
  const { view, pages, opened } = prompts
  return (
    <Section
      id="prompts"
      title="Prompts by what they add"
      mark={prompts.header.prompts}
      lead="What carries the result. A likeness that rests on few prompts is a lead to those prompts, not to the model."
    >
      <CandidateLinks names={result.candidates.map(({ name }) => name)} chosen={view.candidate} {...{ path, params }} />
      <p className="max-w-[70ch] text-sm text-ink-2">
        <HintText hint={measure}>Contribution</HintText> of each prompt to the score of {view.candidate}; page{' '}
        {view.page} of {formatAmount(pages, 'page')}. A negative one speaks for the controls.
      </p>
      {opened && (
        <OpenedPrompt
          header={prompts.header}
          candidate={view.candidate}
          {...opened}
          close={addressWith(path, params, { prompt: null })}
        />
      )}
      <DataTable
        label="Prompts by contribution"
        columns={columnsOf(result, prompts)}
        rows={prompts.prompts}
        rowKey={({ promptId }) => promptId}
        rowHref={({ promptId }) => `${addressWith(path, params, { prompt: promptId })}#prompt`}
        openKey={view.open ?? undefined}
        address={{ path, params }}
        defaultSort="-together"
        empty={null}
      />
      <Turning {...{ view, pages, path, params }} />
    </Section>
  )
}

type Turned = Pick<Props, 'path' | 'params'> & Pick<PromptPage, 'view' | 'pages'>

function Turning({ view, pages, path, params }: Turned) {
  const turn = (page: number) => addressWith(path, params, { page: String(page), prompt: null })
  return (
    <KeysetPages
      previousHref={view.page > 1 ? turn(view.page - 1) : null}
      nextHref={view.page < pages ? turn(view.page + 1) : null}
    />
  )
}

function columnsOf({ definitions }: ComparisonResult, { methods, prompts }: PromptPage): Column<ListedPrompt>[] {
  const titles = new Map<string, string>([
    ['together', 'Together'],
    ...definitions.map(({ id, title }) => [id, title] as [string, string]),
  ])
  const grouped = prompts.some(({ group }) => group !== null)
  return [
    {
      key: 'prompt',
      label: 'Prompt',
      lead: true,
      width: 'w-full',
      cell: ({ promptId, prompt }) => (prompt === null ? promptId : shortened(prompt)),
    },
    ...(grouped ? [{ key: 'group', label: 'Group', cell: ({ group }: ListedPrompt) => group ?? '–' }] : []),
    ...methods
      .filter((method) => prompts.some(({ values }) => values[method] != null))
      .map(
        (method): Column<ListedPrompt> => ({
          ...{ key: method, label: titles.get(method) ?? method, sort: method, align: 'end' },
          wideOnly: method === 'phrase-affinity' || method === 'rare-phrases',
          cell: ({ values }) => alignedFigure(values[method] ?? null, mostOf(prompts, method)),
        }),
      ),
  ]
}

/** The largest value of a column, which says how many decimals all of it has. */
const mostOf = (prompts: readonly ListedPrompt[], method: string): number =>
  Math.max(...prompts.map(({ values }) => Math.abs(values[method] ?? 0)))
