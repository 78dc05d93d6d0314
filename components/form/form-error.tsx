'use client'

import type { ActionResult } from '@/lib/platform/action-result'

export type Refusal = Extract<ActionResult, { ok: false }>

const takeFocus = (element: HTMLElement | null) => element?.focus()

function goTo(formId: string, name: string) {
  const field = document.getElementById(formId)?.querySelector(`[name="${CSS.escape(name)}"]`)
  if (field instanceof HTMLElement) field.focus()
}

/** What was refused and where, at the top of the form. It takes the focus when it appears. */
export function FormError({ refusal, formId }: { refusal: Refusal; formId: string }) {
  const fields = Object.entries(refusal.fields ?? {})
  const several = fields.length > 1
  return (
    <div role="alert" tabIndex={-1} ref={takeFocus} className="max-w-xl border-l-2 border-bad bg-bad-soft px-4 py-3">
      <p className="font-semibold">{several ? 'There are several things to put right.' : refusal.message}</p>
      {several && (
        <ul className="mt-1 space-y-1">
          {fields.map(([name, message]) => (
            <li key={name}>
              <button type="button" className="text-link text-left" onClick={() => goTo(formId, name)}>
                {message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
