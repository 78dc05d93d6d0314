'use client'

import { useEffect, useRef, useState } from 'react'

/** True while files hover over the window; `onFiles` gets what is dropped anywhere on it. Off when `enabled` is false. */
export function useFileDrop(enabled: boolean, onFiles: (files: File[]) => void): boolean {
  const [hovering, setHovering] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    if (!enabled) return
    // Moving over a child leaves the parent: the difference tells whether the pointer is still inside.
    let depth = 0
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const set = (next: number) => {
      depth = Math.max(0, next)
      setHovering(depth > 0)
    }
    const listeners: Record<'dragenter' | 'dragleave' | 'dragover' | 'drop', (event: DragEvent) => void> = {
      dragenter: (event) => holdsFiles(event) && set(depth + 1),
      dragleave: (event) => holdsFiles(event) && set(depth - 1),
      dragover: (event) => holdsFiles(event) && event.preventDefault(),
      drop: (event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        set(0)
        latest.current([...(event.dataTransfer?.files ?? [])])
      },
    }
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][]
    for (const [type, listener] of entries) window.addEventListener(type, listener)
    return () => {
      for (const [type, listener] of entries) window.removeEventListener(type, listener)
    }
  }, [enabled])
  return hovering
}
