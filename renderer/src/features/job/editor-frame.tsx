import type { FormEvent, ReactNode, Ref } from 'react'
import type { FactEdits } from '../../../../main/contract/detection.ts'
import { Button } from '../../ui/button.tsx'
import type { Problem } from './fact-edits.ts'
import type { FactLine } from './group-facts.ts'

/** What the form of a fact is given. */
export interface FactEditorProps {
  line: Pick<FactLine, 'key' | 'label' | 'fields' | 'values'>
  /** The field that the core found at fault. */
  problem: Problem | null
  busy: boolean
  saveLabel: string
  /** Only when something else is said than before. */
  onSave: (edits: FactEdits) => void
  onClose: () => void
  /** Takes the person's word back; null: there is none. */
  onClear: (() => void) | null
}

/** The fields of a fact with the acts below them. */
export function EditorFrame({
  ref,
  label,
  onSubmit,
  onClose,
  busy,
  saveLabel,
  onNothing,
  onClear,
  children,
}: {
  ref: Ref<HTMLFormElement>
  label: string
  onSubmit: (event: FormEvent) => void
  onClose: () => void
  busy: boolean
  saveLabel: string
  onNothing: () => void
  onClear: (() => void) | null
  children: ReactNode
}) {
  return (
    <form
      ref={ref}
      noValidate
      data-escape
      aria-label={`${label} by hand`}
      onSubmit={onSubmit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      className="flex w-full max-w-md flex-col gap-2 py-1"
    >
      {children}
      <div className="flex flex-wrap gap-1.5">
        <Button type="submit" size="small" look="primary" busy={busy}>
          {saveLabel}
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
        <Button size="small" look="quiet" onClick={onNothing}>
          Not stated
        </Button>
        {onClear ? (
          <Button size="small" look="quiet" onClick={onClear}>
            Back to what was detected
          </Button>
        ) : null}
      </div>
    </form>
  )
}
