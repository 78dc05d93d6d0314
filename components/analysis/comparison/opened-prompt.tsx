import { TextLink } from '@/components/ui/text-link'
import { type Piece, piecesOf } from '@/lib/analysis/comparison/marked-answer'
import type { PromptAnswer, PromptFileHeader, PromptRow } from '@/lib/comparison/detail/prompt-file'
import { formatAmount, formatCount } from '@/lib/platform/format-number'

type Props = { header: PromptFileHeader; candidate: string; row: PromptRow; close: string }

/** One prompt with the answers of suspect, candidate and the most alike controls; what they share with the suspect is marked. */
export function OpenedPrompt({ header, candidate, row, close }: Props) {
  const answers = header.models.map((model, k) => ({ ...model, answer: row.answers[k] }))
  const [suspect] = answers
  const chosen = answers.find(({ name, role }) => role === 'candidate' && name === candidate)
  const controls = answers.filter(({ role }) => role === 'control')
  return (
    <article id="prompt" className="scroll-mt-16 space-y-4 border-y border-line-2 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="font-mono text-sm">{row.promptId}</h3>
        <TextLink href={close}>Close</TextLink>
      </div>
      {row.prompt && <p className="reading whitespace-pre-line">{row.prompt}</p>}
      <div className="grid gap-6 lg:grid-cols-2">
        {suspect?.answer && (
          <Answer
            title={`${suspect.name} (suspect)`}
            answer={suspect.answer}
            pieces={piecesOf(suspect.answer.text, chosen?.answer?.shared ?? [], 'own')}
          />
        )}
        {chosen?.answer && (
          <Answer
            title={`${chosen.name} (candidate)`}
            answer={chosen.answer}
            pieces={piecesOf(chosen.answer.text, chosen.answer.shared, 'here')}
          />
        )}
      </div>
      <ControlAnswers controls={controls} all={header.controls} />
      <p className="max-w-[70ch] text-sm text-ink-2">
        Marked: six words or more in a row that the suspect wrote too and no other control and not the prompt has. The
        thicker the line, the rarer the words among all answers.
      </p>
    </article>
  )
}

type Shown = { name: string; answer: PromptAnswer | undefined }

function ControlAnswers({ controls, all }: { controls: Shown[]; all: number }) {
  return (
    <details>
      <summary className="cursor-pointer">
        Answers of {formatAmount(controls.length, 'control')}, of {formatCount(all)} those most like the suspect
      </summary>
      <div className="mt-4 grid gap-6 lg:grid-cols-2">
        {controls.map(({ name, answer }) =>
          answer ? (
            <Answer
              key={name}
              title={`${name} (control)`}
              answer={answer}
              pieces={piecesOf(answer.text, answer.shared, 'here')}
            />
          ) : null,
        )}
      </div>
    </details>
  )
}

const rarities = ['decoration-1', 'decoration-2', 'decoration-4'] as const

function Answer({ title, answer, pieces }: { title: string; answer: PromptAnswer; pieces: Piece[] }) {
  return (
    <div className="min-w-0">
      <h4 className="text-sm font-medium">
        {title}{' '}
        <span className="font-normal text-ink-3">
          {answer.shared.length > 0 && `· ${formatAmount(answer.shared.length, 'shared passage')}`}
        </span>
      </h4>
      <p className="reading mt-1 max-h-[32rem] overflow-y-auto whitespace-pre-line text-ink-2">
        {pieces.map(({ text, at, level, rarity }) =>
          level === null ? (
            text
          ) : (
            <mark
              key={at}
              title={`Rarity ${rarity} nats a word`}
              className={`bg-accent-soft text-ink underline decoration-accent underline-offset-4 ${rarities[level]}`}
            >
              {text}
            </mark>
          ),
        )}
        {answer.length > answer.text.length && ' …'}
      </p>
    </div>
  )
}
