'use client'

import { createContext, useContext } from 'react'

/** How something inside a dialog (a form that succeeded) closes it. */
export const DialogCloseContext = createContext<(() => void) | null>(null)

/** Closes the dialog around the caller; null when there is none. */
export function useDialogClose(): (() => void) | null {
  return useContext(DialogCloseContext)
}
