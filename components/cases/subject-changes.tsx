import { Form } from '@/components/form/form'
import { Dialog } from '@/components/ui/dialog'
import { changeSubjectAction, removeSubjectAction } from '@/lib/cases/actions'
import { subjectFields } from '@/lib/cases/subject-fields'
import type { Offer } from '@/lib/platform/offer'
import { seenOf } from '@/lib/platform/seen'
import { type GivenSubject, SubjectFields } from './subject-fields'

type Props = {
  subject: GivenSubject & { id: string }
  /** Where to go when the subject is no more. */
  back: string
  /** Why the reader may not edit now, or null. */
  whyNotEdit: Offer
}

/** The ways to change a subject: its fields, and taking it out of the case. */
export function SubjectChanges({ subject, back, whyNotEdit }: Props) {
  const hidden = { subjectId: subject.id }
  return (
    <>
      <Dialog trigger="Edit" size="sm" title="Edit the subject" whyNot={whyNotEdit}>
        <Form action={changeSubjectAction} submit="Save" hidden={{ ...hidden, seen: seenOf(subjectFields(subject)) }}>
          <SubjectFields subject={subject} />
        </Form>
      </Dialog>
      <Dialog trigger="Remove" size="sm" title={`Remove ${subject.name}?`} whyNot={whyNotEdit}>
        <Form action={removeSubjectAction} submit="Remove the subject" tone="danger" hidden={hidden} to={back}>
          <p>The record keeps that it was here.</p>
        </Form>
      </Dialog>
    </>
  )
}
