'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

const everyMs = 2000

/**
 * Reads the page again two seconds after it last came, while it is shown, so that progress moves; render it only while work is under
 * way. One reading at a time: where the server is slow, a next one before the last has come would put off both for ever.
 */
export function RefreshWhile() {
  const router = useRouter()
  const [isReading, startReading] = useTransition()
  useEffect(() => {
    if (isReading) return
    const read = () => document.visibilityState === 'visible' && startReading(() => router.refresh())
    const timer = setInterval(read, everyMs)
    return () => clearInterval(timer)
  }, [router, isReading])
  return null
}
