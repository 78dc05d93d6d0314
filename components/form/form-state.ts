'use client'

import { createContext, useContext } from 'react'

export type FormState = { pending: boolean; errors: Record<string, string> }

/** What the fields of a form know of it: is it on its way, and what was wrong with whom. */
export const FormStateContext = createContext<FormState>({ pending: false, errors: {} })

/** The state of the form around the caller. */
export function useFormState(): FormState {
  return useContext(FormStateContext)
}
