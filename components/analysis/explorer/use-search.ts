'use client'

/** A search that goes on while its first hits are shown, and ends when one stops it or goes away. */

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExplorerLine } from '@/lib/analysis/explorer/explorer-lines'
import type { SearchNews, SearchProblem } from '@/lib/analysis/explorer/search-lines'

export type Searched = Omit<SearchNews, 'lines'> & { lines: ExplorerLine[] }
/** `searched` is null until the first word comes. */
export type Search = { searched: Searched | null; end: 'running' | 'done' | 'stopped' | 'failed'; problem: string }

const begun: Search = { searched: null, end: 'running', problem: '' }
const noAnswer = 'The server did not answer. Search again.'

/** The search at an address that answers in lines of JSON; it begins by itself. */
export function useSearch(address: string): Search & { stop: () => void; again: () => void } {
  const [search, setSearch] = useState(begun)
  const [round, setRound] = useState(0)
  const asked = useRef<AbortController>(null)
  useEffect(() => {
    const asking = new AbortController()
    asked.current = asking
    const tell = (news: SearchNews | SearchProblem) => !asking.signal.aborted && setSearch((was) => told(was, news))
    listen(address, asking.signal, tell).catch(() => tell({ problem: noAnswer }))
    return () => asking.abort()
  }, [address, round])
  const stop = useCallback(() => {
    asked.current?.abort()
    setSearch((was) => ({ ...was, end: 'stopped' }))
  }, [])
  const again = useCallback(() => {
    setSearch(begun)
    setRound((count) => count + 1)
  }, [])
  return { ...search, stop, again }
}

function told(was: Search, news: SearchNews | SearchProblem): Search {
  if ('problem' in news) return { ...was, end: 'failed', problem: news.problem }
  const searched = { ...news, lines: news.lines ?? was.searched?.lines ?? [] }
  return { searched, end: news.isDone ? 'done' : 'running', problem: '' }
}

/** Tells every line; an answer that ends before its last news is a problem like any other. */
async function listen(address: string, signal: AbortSignal, tell: (news: SearchNews | SearchProblem) => void) {
  const answer = await fetch(address, { signal })
  if (!answer.ok || !answer.body) return tell({ problem: ((await answer.json()) as { message: string }).message })
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let waiting = ''
  let isOver = false
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (waiting + part.value).split('\n')
    waiting = lines.pop() ?? ''
    for (const line of lines) {
      const news = JSON.parse(line) as SearchNews | SearchProblem
      isOver = 'problem' in news || news.isDone
      tell(news)
    }
  }
  if (!isOver) tell({ problem: noAnswer })
}
