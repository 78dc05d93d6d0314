'use client'

import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { type Theme, themeCookie } from './theme'

const themes: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

function wear(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `${themeCookie}=${theme};path=/;max-age=31536000;samesite=lax`
}

/** Light, dark, or as the system has it; at once, and kept on this machine. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState<Theme>(initial)
  const choose = (next: Theme) => {
    wear(next)
    setTheme(next)
  }
  return (
    <fieldset>
      <legend className="font-medium">Appearance</legend>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {(Object.keys(themes) as Theme[]).map((key) => (
          <label key={key} className={classNames('flex gap-2', theme === key && 'font-medium')}>
            <input
              type="radio"
              name="theme"
              value={key}
              checked={theme === key}
              onChange={() => choose(key)}
              className="mt-0.5 size-4 accent-accent"
            />
            {themes[key]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
