/** Passwords are kept as argon2id; checking one takes the same time whether or not the person exists. */

import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id setting: 19 MiB, 2 passes, 1 lane (Password Storage Cheat Sheet). The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

/** The argon2id text of a password, salt and cost included. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether `password` is the one behind `stored`; with no stored hash it does the same work and answers false. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('the password of nobody at all')
  const matches = await verify(stored ?? (await decoy), password)
  return stored !== null && matches
}
