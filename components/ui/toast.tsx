'use client'

import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from './button-style'
import { type Tone, ToneIcon, toneText } from './tone'

type Data = { tone: Tone; undo?: () => void }

/** Puts toasts at the bottom right (bottom of a small screen). Stands once, in the root layout. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3} timeout={7000}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-4 bottom-18 z-50 flex flex-col gap-2 sm:left-auto sm:w-96 md:bottom-6">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

/** Says what the page does not show. `undo` puts a button on it. */
export function useToast(): (message: { title: string; description?: string; tone?: Tone; undo?: () => void }) => void {
  const manager = Base.useToastManager<Data>()
  return ({ title, description, tone = 'info', undo }) => {
    manager.add({ title, description, data: { tone, undo }, priority: tone === 'bad' ? 'high' : 'low' })
  }
}

function Toasts() {
  const { toasts, close } = Base.useToastManager<Data>()
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="rounded-md border border-line bg-float shadow-float transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Base.Content className="flex items-start gap-3 p-3">
        <span className={`mt-0.5 ${toneText[toast.data?.tone ?? 'info']}`}>
          <ToneIcon tone={toast.data?.tone ?? 'info'} className="size-4" />
        </span>
        <div className="min-w-0 flex-1">
          <Base.Title className="font-medium" />
          <Base.Description className="text-ink-2" />
        </div>
        {toast.data?.undo && (
          <button
            type="button"
            className={buttonClass('secondary', 'sm')}
            onClick={() => {
              toast.data?.undo?.()
              close(toast.id)
            }}
          >
            Undo
          </button>
        )}
        <Base.Close aria-label="Dismiss" className="rounded-sm p-1 text-ink-3 hover:text-ink">
          <X aria-hidden className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}
