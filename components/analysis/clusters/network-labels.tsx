import type { Label } from './network-places'

/** Names beside parts, at one size whatever the magnification; a reader hears them from the parts themselves. */
export function NetworkLabels({ labels, zoom }: { labels: Label[]; zoom: number }) {
  return (
    <g pointerEvents="none" aria-hidden>
      {labels.map(({ x, y, text, anchor, kind }) => (
        <text
          key={`${x} ${y}`}
          {...{ x, y }}
          textAnchor={anchor}
          fontSize={11 / zoom}
          strokeWidth={3 / zoom}
          paintOrder="stroke"
          className={`stroke-paper ${kind === 'value' ? 'fill-ink' : 'fill-ink-2'}`}
        >
          {text}
        </text>
      ))}
    </g>
  )
}
