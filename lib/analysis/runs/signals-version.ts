/** The version of the signals as a whole: it changes when any of their definitions does. */

import { clusterSignals } from '@/lib/signals/clusters/cluster-signals'
import { signals } from '@/lib/signals/signals'
import { triageName } from '@/lib/signals/triage'

/** Each signal with the version of its definition, and the name of the triage order. */
export const signalsVersion = `${[...signals, ...clusterSignals].map(({ id, version }) => `${id}/${version}`).join(' ')} triage/${triageName.replaceAll(' ', '-')}`

/** Seed of the permutations of every run of signals. */
export const signalsSeed = 1
