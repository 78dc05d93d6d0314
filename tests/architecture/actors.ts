/** Commands and queries take the actor first, so that nobody reads or changes anything without saying who asks. */

import { sources } from './sources'

/** Exported functions that nobody signed in can call, each with its reason. */
const before: Record<string, string> = {
  'lib/people/commands.ts createFirstAdministrator': 'the first person of an installation, by a one-time link',
  'lib/people/queries.ts firstAdministratorWanted': 'asked before anybody exists',
  'lib/people/queries.ts openInvitation': 'the invited person holds a single-use token and no account yet',
}

const reads = /^lib\/(?!platform|custody|signals|comparison)[^/]+\/(queries|commands)\.ts$/

type Parameter = { type: string; name?: string; left?: Parameter }

/** Exported functions of `queries.ts` and `commands.ts` whose first parameter is not `actor`. */
export function withoutActor(): string[] {
  return sources
    .filter(({ path }) => reads.test(path))
    .flatMap(({ path, program }) =>
      program.body.flatMap((node) => {
        if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'FunctionDeclaration') return []
        const { id, params } = node.declaration
        const first = params[0] as Parameter | undefined
        const name = first?.type === 'AssignmentPattern' ? first.left?.name : first?.name
        const key = `${path} ${id?.name}`
        if (name && /^_?(actor|\w*Actor)$/.test(name)) return []
        if (key in before) return []
        return [`${key} does not take the actor first. When nobody is signed in yet, list it with its reason.`]
      }),
    )
}
