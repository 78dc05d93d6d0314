import { TextArea } from '@/components/form/text-area'

/** Why something of a case is ended or taken out; it stays with the case. */
export function ReasonField() {
  return (
    <TextArea name="reason" label="Reason" hint="Everybody who reads the case reads it." rows={3} maxLength={2000} />
  )
}
