'use client'

import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'

/** The floating sentence of a trigger that this client file made itself; pages use `HintText`. */
export function Hint({ text, trigger }: { text: ReactNode; trigger: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger delay={250} closeOnClick={false} render={trigger} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup
            role="tooltip"
            className="max-w-80 rounded-sm bg-ink px-2.5 py-1.5 text-sm text-paper shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
