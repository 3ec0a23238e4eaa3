import { type KeyboardEvent, useState } from 'react'
import { NOT_STATED } from '../../../../../main/contract/labels.ts'
import { FactMark } from '../../../ui/fact-mark.tsx'
import { RadioGroup } from '../../../ui/toggles.tsx'
import { FactEditor } from '../fact-editor.tsx'
import { groupText } from '../value-words.ts'
import type { Decision, DetectLine } from './detect-lines.ts'

const ACTS = [
  { value: 'accept', label: 'Accept' },
  { value: 'keep', label: 'Keep' },
  { value: 'edit', label: 'Edit' },
] as const

type Act = (typeof ACTS)[number]['value']

/** One fact that differs: old and new beside each other, and what becomes of it. */
export function DetectLineRow({
  line,
  decision,
  onDecide,
  onNext,
}: {
  line: DetectLine
  decision: Decision | null
  onDecide: (decision: Decision | null) => void
  /** The line is decided by key: on to the one after it. */
  onNext: () => void
}) {
  const [editing, setEditing] = useState(false)
  const decide = (act: Act) => {
    setEditing(act === 'edit')
    // An edit counts once its form is taken.
    onDecide(act === 'edit' ? (decision?.act === 'edit' ? decision : null) : { act })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLElement && event.target.matches('input,select,textarea')) return
    const act = ACTS.find(one => one.value.startsWith(event.key.toLowerCase()) && event.key.length === 1)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    decide(act.value)
    if (act.value !== 'edit') onNext()
  }
  const said = decision?.act === 'edit' ? (groupText(line.key, decision.edits) ?? NOT_STATED) : null
  return (
    <li
      data-line={line.key}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-x-4 gap-y-1.5 border-b border-line py-2.5 last:border-b-0 @min-[44rem]:grid @min-[44rem]:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)_13.5rem]"
    >
      <h3 className="pt-0.5 text-sm font-medium">{line.label}</h3>
      <SideOfLine name="Now" side={line.old} faded={decision?.act === 'accept' || decision?.act === 'edit'} />
      <div className="min-w-0">
        <SideOfLine
          name="Found"
          side={line.found}
          faded={decision?.act === 'keep' || decision?.act === 'edit'}
        />
        {line.change ? <p className="text-sm text-ink-2">{line.change}</p> : null}
        {said === null ? null : <p className="text-sm font-medium">You say: {said}</p>}
      </div>
      <RadioGroup
        label={`${line.label}: what to do`}
        hideLabel
        value={editing ? 'edit' : (decision?.act ?? ('' as Act))}
        options={ACTS}
        onChange={decide}
      />
      {editing ? (
        <div className="col-span-full">
          <FactEditor
            line={{
              ...line,
              values:
                decision?.act === 'edit' ? { ...line.found.values, ...decision.edits } : line.found.values,
            }}
            problem={null}
            busy={false}
            saveLabel="Take this"
            onSave={edits => {
              setEditing(false)
              onDecide({ act: 'edit', edits })
              onNext()
            }}
            onClose={() => {
              setEditing(false)
              focusLine(line.key)
            }}
            onClear={null}
          />
        </div>
      ) : null}
    </li>
  )
}

/** The focus to the choice of a line, once it is in the page. */
export function focusLine(key: string): void {
  requestAnimationFrame(() => {
    const line = document.querySelector(`[data-line="${key}"]`)
    const place =
      line?.querySelector<HTMLElement>('[role="radio"][data-state="checked"]') ??
      line?.querySelector<HTMLElement>('[role="radio"]')
    place?.focus()
  })
}

/** What the job shows, or what was found: the value, its origin and the words. */
export function SideOfLine({
  name,
  side,
  faded = false,
}: {
  name: string
  side: DetectLine['old']
  faded?: boolean
}) {
  const byHand = side.proofs.some(proof => proof.origin === 'manual')
  return (
    <div className="min-w-0">
      <div className="flex items-start gap-1">
        <span className="w-12 shrink-0 pt-px text-sm text-ink-3 @min-[44rem]:sr-only">{name}</span>
        <span className={`min-w-0 py-px break-words ${faded ? 'text-ink-3' : ''}`}>
          {side.text ?? <span className="text-ink-3">{byHand ? `you said: ${NOT_STATED}` : NOT_STATED}</span>}
        </span>
        {side.proofs.map(proof => (
          <FactMark key={`${proof.fact} ${proof.quote}`} {...proof} />
        ))}
      </div>
      {side.proofs.map(proof =>
        proof.quote === null ? null : (
          <p key={`${proof.fact} ${proof.quote}`} className="pl-13 text-xs text-ink-3 @min-[44rem]:pl-0">
            <q className="line-clamp-2">{proof.quote}</q>
          </p>
        ),
      )}
    </div>
  )
}
