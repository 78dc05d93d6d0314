/** How a page offers an action: in reach, held for now with its reason, or left out because this role never does it. Pure and isomorphic. */

/** Null: can be done. A sentence: not now, and why. `false`: never by this role, so the page does not show it. */
export type Offer = string | null | false

/** For a rule that speaks of the role alone: whoever it refuses is not offered the action at all. */
export const orNever = (reason: string | null): Offer => (reason === null ? null : false)

/** The offer, held for a reason of its own; what is never offered stays so. */
export const heldBy = (reason: string | null, offer: Offer): Offer => (offer === false ? false : (reason ?? offer))
