import Link from 'next/link'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { cutPassage } from '@/lib/analysis/comparison/comparison-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { Passage } from '@/lib/comparison/passages/telling-passages'
import { formatAmount } from '@/lib/platform/format-number'

type Props = { result: ComparisonResult; path: string; params: SearchParams }

/** Passages that suspect and another model share and no control uses, side by side; the address says with which model. */
export function TellingPassages({ result, path, params }: Props) {
  const shown = result.passages.find(({ name }) => name === params.with) ?? result.passages[0]
  if (!shown) return null
  const models = mostFirst(result.passages)
  const further = models.slice(linkedAtOnce)
  return (
    <div className="space-y-4">
      <nav aria-label="Shared passages with" className="space-y-2">
        <ModelLinks models={models.slice(0, linkedAtOnce)} shown={shown.name} {...{ path, params }} />
        {further.length > 0 && (
          <details>
            <summary className="w-fit cursor-pointer text-ink-2">
              {formatAmount(further.length, 'further model')}
            </summary>
            <div className="mt-2 max-h-60 overflow-y-auto">
              <ModelLinks models={further} shown={shown.name} {...{ path, params }} />
            </div>
          </details>
        )}
      </nav>
      <p className="text-ink-2">
        {formatAmount(shown.found, 'passage')} of six words or more in {formatAmount(shown.prompts, 'prompt')}
        {shown.role === 'control'
          ? ' are shared with this control. It is here to compare with: models that are not related share passages too.'
          : ' are shared with this candidate and used by no control for that prompt.'}
        {shown.items.length < shown.found && shown.items.length > 0 && ` The ${shown.items.length} rarest follow.`}
      </p>
      <Pairs passages={shown.items.slice(0, readAtOnce)} names={[result.suspect, shown.name]} />
      {shown.items.length > readAtOnce && (
        <details>
          <summary className="cursor-pointer">
            {formatAmount(shown.items.length - readAtOnce, 'further passage')}
          </summary>
          <Pairs passages={shown.items.slice(readAtOnce)} names={[result.suspect, shown.name]} />
        </details>
      )}
    </div>
  )
}

const readAtOnce = 5
const linkedAtOnce = 20

/** Candidates as they are ranked, then the controls that share most: those are what a candidate is held against. */
function mostFirst(models: ComparisonResult['passages']): ComparisonResult['passages'] {
  const controls = models.filter(({ role }) => role === 'control')
  return [...models.filter(({ role }) => role !== 'control'), ...controls.sort((a, b) => b.found - a.found)]
}

type Linked = Pick<Props, 'path' | 'params'> & { models: ComparisonResult['passages']; shown: string }

function ModelLinks({ models, shown, path, params }: Linked) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      {models.map(({ name, role, found }) => (
        <Link
          key={`${role} ${name}`}
          href={addressWith(path, params, { with: name })}
          scroll={false}
          prefetch={false}
          aria-current={name === shown ? 'true' : undefined}
          className="text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink hover:text-ink"
        >
          {name}
          {role === 'control' && ' (control)'} <span className="figures text-sm text-ink-3">{found}</span>
        </Link>
      ))}
    </p>
  )
}

function Pairs({ passages, names }: { passages: Passage[]; names: [string, string] }) {
  return passages.map((passage) => (
    <PassagePair
      key={`${passage.promptId} ${passage.suspect.from + passage.suspect.spanStart}`}
      passage={passage}
      names={names}
    />
  ))
}

function PassagePair({ passage, names }: { passage: Passage; names: [string, string] }) {
  return (
    <article className="border-t border-line py-4">
      <p className="mb-2 max-w-[90ch] text-sm text-ink-3">
        <span className="font-mono">{passage.promptId}</span>
        {passage.prompt && <> · {passage.prompt.slice(0, 300)}</>} · {formatAmount(passage.words, 'word')}
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        <Side name={names[0]} side={passage.suspect} />
        <Side name={names[1]} side={passage.other} />
      </div>
    </article>
  )
}

function Side({ name, side }: { name: string; side: Passage['suspect'] }) {
  const { before, shared, after } = cutPassage(side)
  return (
    <div className="min-w-0">
      <h3 className="text-sm font-medium">{name}</h3>
      <p className="reading mt-1 whitespace-pre-line text-ink-2">
        {before}
        <mark className="bg-accent-soft font-semibold text-ink underline decoration-accent decoration-2 underline-offset-4">
          {shared}
        </mark>
        {after}
      </p>
    </div>
  )
}
