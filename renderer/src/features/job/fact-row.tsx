import clsx from 'clsx'
import { Pencil, Split, Undo2 } from 'lucide-react'
import { NOT_STATED } from '../../../../main/contract/labels.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { Button } from '../../ui/button.tsx'
import { FactMark } from '../../ui/fact-mark.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import { choicesOf } from './fact-choices.ts'
import { FactEditor } from './fact-editor.tsx'
import { nothingStated } from './fact-edits.ts'
import { type FactLine, isLessSure, type Proof } from './group-facts.ts'
import { useFactChanges } from './use-fact-changes.ts'
import type { FactGroup } from './value-words.ts'

/** What looking at a proof and pressing it do. */
export interface ProofActs {
  onShow: (proof: Proof) => void
  onPoint: (proof: Proof | null) => void
}

interface FactRowProps extends ProofActs {
  view: JobView
  line: FactLine
  /** Shows the quotes below the value; else only in the tooltip of its mark. */
  quotes: boolean
  editing: boolean
  onEdit: (editing: boolean) => void
}

/** Only words of the text can be shown in it. */
export const actsOn = (proof: Proof, { onShow, onPoint }: ProofActs) =>
  proof.quote !== null && proof.where === 'description'
    ? { onShow: () => onShow(proof), onPoint: (on: boolean) => onPoint(on ? proof : null) }
    : {}

const WHEN_TOUCHED =
  'opacity-0 group-hover/fact:opacity-100 group-focus-within/fact:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100'

/** Frames in which the button of a fact may come back after its form left. */
const FRAMES = 20
let turn = 0

/**
 * The focus to the button that corrects a fact, once the form has left and the button is back, wherever it stands.
 * Gives up as soon as the person goes elsewhere or another form leaves.
 */
export function focusEditButton(group: FactGroup): void {
  turn += 1
  const mine = turn
  const button = `[data-edit="${group}"]`
  let frames = 0
  const step = () => {
    const active = document.activeElement
    const isLost = active === document.body || active?.id === 'main'
    if (mine !== turn || (!isLost && !active?.closest(`[data-escape],${button}`))) return
    if (isLost) document.querySelector<HTMLElement>(button)?.focus()
    frames += 1
    if (frames < FRAMES) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

/** One fact: what is stated, its proof, what else is said, and correcting it in place. */
export function FactRow(props: FactRowProps) {
  const { view, line, quotes, editing, onEdit } = props
  const changes = useFactChanges(view.job.id)
  const close = () => {
    onEdit(false)
    focusEditButton(line.key)
  }
  const clear = line.byHand.length > 0 ? () => changes.clear(line.byHand, close) : null
  const quoted = quotes ? line.proofs.filter(proof => proof.quote !== null) : []
  const bare = line.proofs.filter(proof => !quoted.includes(proof))
  return (
    <div className="group/fact flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0">
      <dt className="w-32 shrink-0 pt-px text-sm text-ink-3">{line.label}</dt>
      <dd className="min-w-40 flex-1">
        {editing ? (
          <FactEditor
            line={line}
            problem={changes.problem}
            busy={changes.busy}
            saveLabel="Save"
            onSave={edits => changes.set(edits, close)}
            onClose={close}
            onClear={clear}
          />
        ) : (
          <div className="flex items-start gap-1">
            <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-1">
              <span className="min-w-0 py-px break-words">
                <FactText line={line} />
              </span>
              {bare.map(proof => (
                <FactMark key={proof.fact} {...proof} {...actsOn(proof, props)} />
              ))}
              {quoted.map(proof => (
                <span
                  key={`${proof.fact} ${proof.quote}`}
                  className="inline-flex max-w-full min-w-0 items-start"
                >
                  <FactMark {...proof} {...actsOn(proof, props)} />
                  <ProofQuote proof={proof} acts={props} />
                </span>
              ))}
              <Others line={line} changes={changes} acts={props} />
            </div>
            <EditButton {...props} changes={changes} />
          </div>
        )}
      </dd>
    </div>
  )
}

function FactText({ line }: { line: FactLine }) {
  if (line.text === null)
    return <span className="text-ink-3">{line.saidNothing ? `you said: ${NOT_STATED}` : NOT_STATED}</span>
  return (
    <>
      {line.text}
      {line.aside ? <span className="text-sm text-ink-3"> {line.aside}</span> : null}
      {line.proofs.some(isLessSure) ? <span className="text-sm text-ink-3"> · less sure</span> : null}
    </>
  )
}

type Changes = ReturnType<typeof useFactChanges>

/** What lost against the fact that is shown: nothing to see until it is asked for. */
function Others({ line, changes, acts }: { line: FactLine; changes: Changes; acts: ProofActs }) {
  if (line.others.length === 0) return null
  return (
    <Popover
      title={`Other values of ${line.label.toLowerCase()}`}
      trigger={
        <button
          type="button"
          aria-label={`${line.label}: something else is said, too`}
          title="Something else is said, too"
          className="inline-flex size-6 shrink-0 items-center justify-center rounded text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Split aria-hidden className="size-3.5" strokeWidth={1.75} />
        </button>
      }
    >
      <ul className="flex flex-col gap-3">
        {line.others.map(other => (
          <li key={other.words} className="flex flex-col items-start gap-1">
            <p>{other.words}.</p>
            {other.proof.quote ? (
              <p className="text-ink-3">
                <q className="line-clamp-3">{other.proof.quote}</q>
              </p>
            ) : null}
            {other.proof.note ? <p className="text-ink-3">{other.proof.note}</p> : null}
            <span className="flex flex-wrap gap-1.5 pt-1">
              <Button size="small" onClick={() => changes.set(other.edits, () => {})}>
                Use this
              </Button>
              {actsOn(other.proof, acts).onShow ? (
                <Button size="small" look="quiet" onClick={() => acts.onShow(other.proof)}>
                  Show in the posting
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Popover>
  )
}

/** The way to correct a fact: a menu where it is one of few values, else the form. */
function EditButton({ view, line, changes, onEdit }: FactRowProps & { changes: Changes }) {
  const choices = choicesOf(line.key)
  const field = line.fields[0]
  const button = (
    <button
      type="button"
      aria-label={`Correct: ${line.label}`}
      title={`Correct: ${line.label}`}
      data-edit={line.key}
      onClick={choices.length === 0 ? () => onEdit(true) : undefined}
      className={clsx(
        'inline-flex size-6 shrink-0 items-center justify-center rounded text-ink-2 hover:bg-hover hover:text-ink',
        WHEN_TOUCHED,
      )}
    >
      <Pencil aria-hidden className="size-3.5" strokeWidth={1.75} />
    </button>
  )
  if (choices.length === 0 || field === undefined) return button
  const current = line.values[field] ?? null
  return (
    <Menu
      align="end"
      trigger={button}
      entries={[
        ...choices.map(choice => ({
          label: choice.label,
          checked: choice.value === current,
          onSelect: () => changes.choose(view, { [field]: choice.value }),
        })),
        'separator',
        {
          label: 'Not stated',
          checked: line.saidNothing,
          onSelect: () => changes.choose(view, nothingStated([field])),
        },
        ...(line.byHand.length > 0
          ? [
              {
                label: 'Back to what was detected',
                icon: Undo2,
                onSelect: () => changes.clear(line.byHand, () => {}),
              },
            ]
          : []),
      ]}
    />
  )
}

/** The quoted words; a press shows them in the text of the posting. */
function ProofQuote({ proof, acts }: { proof: Proof; acts: ProofActs }) {
  if (proof.quote === null) return null
  const words = <q className="line-clamp-2 text-left text-xs">{proof.quote}</q>
  const { onShow, onPoint } = actsOn(proof, acts)
  if (!onShow) return <span className="flex min-h-6 min-w-0 items-center px-1 text-ink-3">{words}</span>
  return (
    <button
      type="button"
      aria-label={`${proof.fact}: show “${proof.quote}” in the posting`}
      onClick={onShow}
      onPointerEnter={() => onPoint?.(true)}
      onPointerLeave={() => onPoint?.(false)}
      className="flex min-h-6 min-w-0 items-center rounded-sm px-1 text-ink-3 underline decoration-dotted underline-offset-2 hover:bg-hover hover:text-ink"
    >
      {words}
    </button>
  )
}
