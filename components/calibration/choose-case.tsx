import { buttonClass } from '@/components/ui/button-style'

/** Which case holds the outputs: asked in the address, so that it can be linked to. */
export function ChooseCase() {
  return (
    <form method="get" className="max-w-xl space-y-3">
      <label htmlFor="case" className="block font-medium">
        Number of the case that holds the model outputs
      </label>
      <p className="text-sm text-ink-2">
        Add the answers of ten models or more to a case of its own as model outputs; they are sealed there like any
        evidence.
      </p>
      <input id="case" name="case" required placeholder="TS-2026-00001" className="control max-w-60" />
      <button type="submit" className={buttonClass('primary')}>
        Choose its models
      </button>
    </form>
  )
}
