/** What a server action answers: a value, or a refusal in words with the fields it concerns. Isomorphic. */
export type ActionResult<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; fields?: Record<string, string> }

/** A server action as every form calls it. An `href` inside the value is where the form goes next. */
export type FormAction<T = unknown> = (input: FormData) => Promise<ActionResult<T>>
