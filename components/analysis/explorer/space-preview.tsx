'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { addressWith, type SearchParams } from '@/components/table/search-params'

type Props = { path: string; params: SearchParams; openRow: number | null }

/** The space bar opens the row that has the focus beside the list, and closes it again; the focus stays in the list. */
export function SpacePreview({ path, params, openRow }: Props) {
  const router = useRouter()
  const preview = useEffectEvent((row: string) => {
    const isOpen = openRow !== null && String(openRow) === row
    router.push(addressWith(path, params, { row: isOpen ? null : row }), { scroll: false })
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const link = (event.target as Element).closest<HTMLElement>('[data-row-link]')
      const row = new URL(link?.getAttribute('href') ?? '', window.location.href).searchParams.get('row')
      if (event.key !== ' ' || !link || row === null) return
      event.preventDefault()
      preview(row)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}
