'use client'

import { useCallback, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import type { ChoosableModel } from '@/lib/analysis/comparison/model-queries'
import type { PlannedRoles } from '@/lib/analysis/comparison/planned-roles'
import { ModelRole } from './model-role'
import { giveRest, keepOneRole, rolesGiven, sameRoles } from './roles-given'

type Props = { models: ChoosableModel[]; planned: PlannedRoles | null }

const manyModels = 12

/**
 * Each model with its role, one at most; of many models those are shown whose name or file is sought, and the tally counts all. The
 * boxes keep their own state, so that what was ticked before the page came to life stays ticked.
 */
export function RolesTable({ models, planned }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [sought, setSought] = useState('')
  const [given, setGiven] = useState(() => rolesGiven(null))
  const count = useCallback(() => setGiven((before) => sameRoles(before, rolesGiven(list.current))), [])
  const hold = useCallback(
    (node: HTMLUListElement | null) => {
      list.current = node
      if (node) count()
    },
    [count],
  )
  const isShown = ({ name, file }: ChoosableModel) => `${name} ${file}`.toLowerCase().includes(sought.toLowerCase())
  return (
    <div className="max-w-5xl space-y-3">
      {models.length > manyModels && <FindModel value={sought} onChange={setSought} />}
      <ul
        ref={hold}
        aria-label="Roles of the models"
        className="figures max-h-[46rem] divide-y divide-line overflow-y-auto border-y border-line"
        onChange={({ target }) => {
          keepOneRole(target)
          count()
        }}
      >
        {models.map((model) => (
          <ModelRole key={model.key} model={model} role={planned?.roles[model.key]} isHidden={!isShown(model)} />
        ))}
      </ul>
      <Tally
        text={given.tally}
        ofShown={sought !== ''}
        giveRest={() => {
          giveRest(list.current)
          count()
        }}
      />
    </div>
  )
}

function Tally({ text, ofShown, giveRest: give }: { text: string; ofShown: boolean; giveRest: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <output className="text-ink-2">{text}</output>
      <button type="button" className={buttonClass('secondary', 'sm')} onClick={give}>
        {ofShown ? 'Use the shown ones without a role as controls' : 'Use all without a role as controls'}
      </button>
    </div>
  )
}

function FindModel({ value, onChange }: { value: string; onChange: (sought: string) => void }) {
  return (
    <input
      type="search"
      aria-label="Find a model"
      placeholder="Find a model"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      // Enter would send the form.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      className="control w-64 max-w-full"
    />
  )
}
