/** Where the points of a network of two kinds stand: leaves around the hubs that tie them. The same network gives the same picture. */

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Each tie is a place among the leaves and a place among the hubs. */
export type NetworkShape = { leaves: number; hubs: number; ties: [number, number][] }

/** Across and down, 0 to 1. */
export type Place = [number, number]
export type NetworkLayout = { leaves: Place[]; hubs: Place[] }

type Point = SimulationNodeDatum & { isHub: boolean; degree: number }

/** Steps of the simulation: fewer for many points, whose places matter less one by one. */
const stepsFor = (points: number) => (points <= 200 ? 300 : points <= 500 ? 180 : 110)

const seed = 1

/**
 * Force-directed (Fruchterman and Reingold 1991, by d3-force: Barnes and Hut's approximation, velocity Verlet), from a fixed
 * start with seeded noise; no two points lie on each other.
 */
export function layOutNetwork({ leaves, hubs, ties }: NetworkShape): NetworkLayout {
  const points = Array.from({ length: leaves + hubs }, (_, at): Point => ({ isHub: at >= leaves, degree: 0 }))
  const links = ties.map(([leaf, hub]): SimulationLinkDatum<Point> => ({ source: leaf, target: leaves + hub }))
  for (const [leaf, hub] of ties) for (const at of [leaf, leaves + hub]) if (points[at]) points[at].degree++
  const generator = xoroshiro128plus(seed)
  const apart = (point: Point) => (point.isHub ? 20 : 8)
  const simulation = forceSimulation(points)
    .randomSource(() => (generator.next() >>> 0) / 2 ** 32)
    .force('ties', forceLink(links).distance(46))
    .force(
      'charge',
      forceManyBody<Point>().strength((point) => (point.isHub ? -160 - 2 * point.degree : -26)),
    )
    .force('room', forceCollide<Point>(apart).iterations(2))
    .force('x', forceX(0).strength(0.045))
    .force('y', forceY(0).strength(0.07))
    .stop()
  simulation.tick(stepsFor(points.length))
  const placed = intoUnit(points)
  return { leaves: placed.slice(0, leaves), hubs: placed.slice(leaves) }
}

function intoUnit(points: Point[]): Place[] {
  const scale = (of: (point: Point) => number) => {
    const values = points.map(of)
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return (point: Point) => (most > least ? Math.round(((of(point) - least) / (most - least)) * 1e4) / 1e4 : 0.5)
  }
  const across = scale(({ x = 0 }) => x)
  const down = scale(({ y = 0 }) => y)
  return points.map((point) => [across(point), down(point)])
}
