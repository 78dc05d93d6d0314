'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Progress } from '@/components/ui/progress'
import { StateMark } from '@/components/ui/state-mark'
import type { ProgressNow } from '@/lib/evidence/progress-of'

const interval = 1500

/** The present state of long work, asked for again and again; when it is over, or goes over into other work, the page is read anew. */
export function LiveProgress({ subjectId, waiting = 'Waiting for its turn' }: { subjectId: string; waiting?: string }) {
  const router = useRouter()
  const [step, setStep] = useState<ProgressNow['step']>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    let phase: ProgressNow['phase'] | undefined
    const ask = async () => {
      const answer = await fetch(`/api/progress/${subjectId}`).catch(() => null)
      if (left) return
      const now = answer?.ok ? ((await answer.json()) as ProgressNow) : null
      if (now) {
        const isNext = phase !== undefined && phase !== now.phase
        if (isNext || now.phase === null) router.refresh()
        if (now.phase === null) return
        phase = now.phase
        setStep(now.step)
      }
      timer = setTimeout(ask, interval)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [subjectId, router])
  if (!step) return <StateMark tone="info">{waiting}</StateMark>
  const { name, done, total, unit, since } = step
  const seconds = (Date.now() - new Date(since).getTime()) / 1000
  const rate = seconds > 2 && done > 0 ? done / seconds : null
  const secondsLeft = rate && total !== null ? (total - done) / rate : null
  const shown = unit === 'bytes' ? 'bytes' : 'count'
  return <Progress label={name} value={done} max={total} unit={shown} rate={rate} secondsLeft={secondsLeft} />
}
