import { Form } from '@/components/form/form'
import { RadioGroup } from '@/components/form/radio-group'
import { TextArea } from '@/components/form/text-area'
import { Dialog } from '@/components/ui/dialog'
import { StateMark } from '@/components/ui/state-mark'
import { innocentExplanations } from '@/lib/cases/innocent-explanations'
import { answerExplanationAction } from '@/lib/claims/actions'
import { verdictNames, verdicts } from '@/lib/claims/schema'
import type { Offer } from '@/lib/platform/offer'

type Answer = { explanation: string; verdict: keyof typeof verdictNames; answer: string }
type Props = { number: string; answers: Answer[]; whyNotEdit: Offer }

/** The lawful explanations, each with its answer or the question it asks. */
export function ExplanationList({ number, answers, whyNotEdit }: Props) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {innocentExplanations.map((explanation) => {
        const { id, title, question, record } = explanation
        const given = answers.find((answer) => answer.explanation === id)
        return (
          <li key={id} className="flex flex-wrap items-start gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 flex-1 basis-96 space-y-1">
              <h3 className="font-semibold">{title}</h3>
              <p className="text-ink-2">{question}</p>
              {given && <p className="reading whitespace-pre-line">{given.answer}</p>}
              <p className="text-sm text-ink-3">What would settle it: {record}</p>
            </div>
            <div className="flex flex-col items-start gap-2">
              <StateMark tone={given ? (given.verdict === 'NOT_RULED_OUT' ? 'warn' : 'ok') : 'neutral'}>
                {given ? verdictNames[given.verdict] : 'Not answered'}
              </StateMark>
              <Dialog trigger={given ? 'Answer anew' : 'Answer'} size="sm" title={title} whyNot={whyNotEdit}>
                <AnswerForm number={number} explanation={explanation} given={given} />
              </Dialog>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

type Asked = { number: string; explanation: (typeof innocentExplanations)[number]; given: Answer | undefined }

function AnswerForm({ number, explanation: { id, question, record }, given }: Asked) {
  return (
    <Form action={answerExplanationAction} submit="Save the answer" hidden={{ number, explanation: id }}>
      <p className="text-ink-2">{question}</p>
      <RadioGroup
        name="verdict"
        legend="Verdict"
        inline
        defaultValue={given?.verdict}
        choices={verdicts.map((value) => ({ value, label: verdictNames[value] }))}
      />
      <TextArea
        name="answer"
        label="What was checked, and what it showed"
        rows={5}
        defaultValue={given?.answer}
        hint={record}
      />
    </Form>
  )
}
