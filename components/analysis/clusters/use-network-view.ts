'use client'

/** What of a picture is in view: magnified by buttons, keys and Ctrl with the wheel, moved by dragging. */

import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'

type View = { x: number; y: number; zoom: number }

const whole: View = { x: 0, y: 0, zoom: 1 }
const [least, most] = [1, 8]
/** Points that a pointer may tremble before it drags. */
const tremble = 4

/** The view of a picture of this size, and what moves it. */
export function useNetworkView({ width, height }: { width: number; height: number }) {
  const [view, setView] = useState(whole)
  const svg = useRef<SVGSVGElement>(null)
  const grip = useRef<{ x: number; y: number; view: View; moved: boolean } | null>(null)
  const zoomBy = (by: number) => setView((now) => zoomed(now, by, { width, height }))
  useWheel(svg, (by) => zoomBy(by))
  const drag = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) grip.current = { x: event.clientX, y: event.clientY, view, moved: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const held = grip.current
      if (!held || event.buttons === 0) return
      const scale = width / held.view.zoom / (svg.current?.clientWidth || width)
      const [across, down] = [event.clientX - held.x, event.clientY - held.y]
      if (!held.moved && Math.hypot(across, down) < tremble) return
      held.moved = true
      setView(
        within({ ...held.view, x: held.view.x - across * scale, y: held.view.y - down * scale }, { width, height }),
      )
    },
    // A drag that ends on a dot is no click on it.
    onClickCapture: (event: { preventDefault(): void; stopPropagation(): void }) => {
      if (grip.current?.moved) {
        event.preventDefault()
        event.stopPropagation()
      }
      grip.current = null
    },
  }
  return { svg, view, zoomBy, reset: () => setView(whole), drag }
}

/** Ctrl with the wheel magnifies; the wheel alone scrolls the page as everywhere. */
function useWheel(svg: RefObject<SVGSVGElement | null>, zoomBy: (by: number) => void) {
  const latest = useEffectEvent(zoomBy)
  useEffect(() => {
    const element = svg.current
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      latest(event.deltaY < 0 ? 1.15 : 1 / 1.15)
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [svg])
}

type Size = { width: number; height: number }

function zoomed(view: View, by: number, size: Size): View {
  const zoom = Math.min(most, Math.max(least, view.zoom * by))
  const centre = { x: view.x + size.width / view.zoom / 2, y: view.y + size.height / view.zoom / 2 }
  return within({ x: centre.x - size.width / zoom / 2, y: centre.y - size.height / zoom / 2, zoom }, size)
}

function within({ x, y, zoom }: View, { width, height }: Size): View {
  const inside = (value: number, room: number) => Math.min(room - room / zoom, Math.max(0, value))
  return { x: inside(x, width), y: inside(y, height), zoom }
}
