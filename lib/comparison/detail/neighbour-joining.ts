/** Neighbour-joining: the tree whose branch lengths best keep the distances between models. */

/** Leaves are 0 to n − 1 in the order of the distances; later nodes are joins. The last node is the middle of the tree. */
export type JoinedNode = { children: readonly number[] /** To the node above, at least 0. */; length: number }

/**
 * The unrooted tree of `distances` (n × n, row-major, symmetric, n ≥ 3) as nodes from leaves to the middle, which has three
 * branches. Of equally near pairs the first counts. Cost n³. Source: Saitou and Nei 1987, in the form of Studier and Keppler 1988.
 */
export function joinNeighbours(distances: Float64Array, n: number): JoinedNode[] {
  const most = 2 * n
  const d = new Float64Array(most * most)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i * most + j] = distances[i * n + j] as number
  const nodes: { children: number[]; length: number }[] = Array.from({ length: n }, () => ({ children: [], length: 0 }))
  let open = Array.from({ length: n }, (_, i) => i)
  while (open.length > 3) {
    const sums = open.map((i) => open.reduce((sum, j) => sum + (d[i * most + j] as number), 0))
    const { x, y } = nearest(d, most, open, sums)
    const [a, b] = [open[x] as number, open[y] as number]
    const apart = d[a * most + b] as number
    const toA = apart / 2 + ((sums[x] as number) - (sums[y] as number)) / (2 * (open.length - 2))
    setLength(nodes, a, toA)
    setLength(nodes, b, apart - toA)
    const made = nodes.push({ children: [a, b], length: 0 }) - 1
    open = open.filter((i) => i !== a && i !== b)
    for (const k of open) {
      const distance = ((d[a * most + k] as number) + (d[b * most + k] as number) - apart) / 2
      d[made * most + k] = distance
      d[k * most + made] = distance
    }
    open.push(made)
  }
  joinMiddle(nodes, open, (i, j) => d[i * most + j] as number)
  return nodes
}

function nearest(d: Float64Array, most: number, open: readonly number[], sums: readonly number[]) {
  let best = Number.POSITIVE_INFINITY
  let found = { x: 0, y: 1 }
  const times = open.length - 2
  for (let x = 0; x < open.length; x++) {
    const row = (open[x] as number) * most
    for (let y = x + 1; y < open.length; y++) {
      const q = times * (d[row + (open[y] as number)] as number) - (sums[x] as number) - (sums[y] as number)
      if (q < best - 1e-12) {
        best = q
        found = { x, y }
      }
    }
  }
  return found
}

function joinMiddle(
  nodes: { children: number[]; length: number }[],
  open: number[],
  distance: (i: number, j: number) => number,
): void {
  const [a = 0, b = 1, c = 2] = open
  setLength(nodes, a, (distance(a, b) + distance(a, c) - distance(b, c)) / 2)
  setLength(nodes, b, (distance(a, b) + distance(b, c) - distance(a, c)) / 2)
  setLength(nodes, c, (distance(a, c) + distance(b, c) - distance(a, b)) / 2)
  nodes.push({ children: [a, b, c], length: 0 })
}

function setLength(nodes: { length: number }[], node: number, length: number): void {
  const known = nodes[node]
  if (known) known.length = Math.max(0, length)
}
