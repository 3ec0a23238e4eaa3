import { useMutation } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { DetectionPreview } from '../../../../../main/contract/detection.ts'
import type { JobView } from '../../../../../main/contract/shapes.ts'
import { useChange } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { SkeletonRows } from '../../../ui/states.tsx'
import { Switch } from '../../../ui/toggles.tsx'
import { costText } from '../../ai/ai-words.ts'
import { useAi } from '../../ai/use-ai.ts'
import type { FactGroup } from '../value-words.ts'
import { DetectLineRow, focusLine, SideOfLine } from './detect-line.tsx'
import { choicesFor, type Decision, type DetectLine, detectLines } from './detect-lines.ts'

const factsText = (count: number) => (count === 1 ? '1 fact' : `${count} facts`)

/** Reads the posting anew and shows what differs from the facts of the job; nothing changes until it is decided. */
export function DetectDialog({ view, open, onClose }: { view: JobView; open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="wide"
      title="Detect again"
      description={`${view.job.title} · ${view.job.company}`}
    >
      {open ? <Review view={view} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Review({ view, onClose }: { view: JobView; onClose: () => void }) {
  const jobId = view.job.id
  const [preview, setPreview] = useState<DetectionPreview | null>(null)
  const [decisions, setDecisions] = useState<ReadonlyMap<FactGroup, Decision>>(new Map())
  const [withAi, setWithAi] = useState(false)
  // Not a query: what costs money must not be asked again by itself.
  const ask = useMutation({
    mutationFn: (ai: boolean) => client.detection.preview({ jobId, ai }),
    onSuccess: setPreview,
    onError: () => setWithAi(false),
  })
  const apply = useChange(client.detection.apply)
  const { mutate } = ask
  useEffect(() => mutate(false), [mutate])
  const box = useRef<HTMLDivElement>(null)

  if (!preview)
    return ask.error ? (
      <Failure error={ask.error} onRetry={() => mutate(false)} />
    ) : (
      <SkeletonRows rows={5} label="Detecting again" />
    )

  const { different, same } = detectLines(preview)
  const choices = choicesFor(different, decisions)
  const decided = different.filter(line => decisions.has(line.key)).length
  const decide = (key: FactGroup, decision: Decision | null) => {
    const next = new Map(decisions)
    if (decision) next.set(key, decision)
    else next.delete(key)
    setDecisions(next)
  }
  const focusSave = () =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-save]')?.focus())
  // The person's own word is overwritten only one by one.
  const own = different.filter(line => line.byHand).length
  const all = (act: 'accept' | 'keep') => {
    const lines = act === 'accept' ? different.filter(line => !line.byHand) : different
    setDecisions(new Map([...decisions, ...lines.map(line => [line.key, { act }] as const)]))
    focusSave()
  }
  const next = (line: DetectLine) => {
    const after = different[different.indexOf(line) + 1]
    if (after) focusLine(after.key)
    else focusSave()
  }
  const save = () =>
    apply.mutate({ jobId, ai: withAi, version: preview.version, choices }, { onSuccess: onClose })
  return (
    <div ref={box} className="@container flex flex-col gap-3">
      <AskAi
        checked={withAi}
        busy={ask.isPending}
        onChange={on => {
          setWithAi(on)
          mutate(on)
        }}
      />
      {ask.isPending ? (
        <ProgressBar
          label={withAi ? 'Asking AI for what is missing; this can take half a minute' : 'Detecting again'}
          done={0}
          total={null}
          countHidden
        />
      ) : null}
      <AiOutcome preview={preview} error={ask.error} />
      {different.length === 0 && ask.isPending ? null : different.length === 0 ? (
        <p className="flex items-center gap-2 py-4">
          <Check aria-hidden className="size-4 shrink-0 text-good" />
          Nothing new: detecting again finds what the job shows already.
        </p>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <p className="flex-1 text-sm">
              {factsText(different.length)} {different.length === 1 ? 'differs' : 'differ'}.{' '}
              <span className="hidden text-ink-3 @min-[44rem]:inline">
                <Kbd keys="a" /> accepts, <Kbd keys="k" /> keeps, <Kbd keys="e" /> edits.
              </span>
            </p>
            <Button size="small" onClick={() => all('accept')}>
              Accept all
            </Button>
            <Button size="small" onClick={() => all('keep')}>
              Keep all
            </Button>
          </div>
          {own > 0 ? (
            <p className="text-sm text-ink-2">
              “Accept all” leaves out what you entered yourself: {factsText(own)}.
            </p>
          ) : null}
          <div
            aria-hidden
            className="hidden gap-x-4 border-b border-line pb-1 text-xs font-medium text-ink-3 @min-[44rem]:grid @min-[44rem]:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)_13.5rem]"
          >
            <span>Fact</span>
            <span>Now</span>
            <span>Found</span>
            <span>What to do</span>
          </div>
          <ul aria-label="Facts that differ" className="-mt-3 flex flex-col">
            {different.map(line => (
              <DetectLineRow
                key={line.key}
                line={line}
                decision={decisions.get(line.key) ?? null}
                onDecide={decision => decide(line.key, decision)}
                onNext={() => next(line)}
              />
            ))}
          </ul>
        </>
      )}
      <SameLines lines={same} />
      <div className="sticky -bottom-2 -mx-5 -mb-2 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-raised px-5 pt-3 pb-1">
        {different.length > 0 && decided < different.length ? (
          <p className="min-w-0 flex-1 text-sm text-ink-3">
            {factsText(different.length - decided)} without a decision{' '}
            {different.length - decided === 1 ? 'stays as it is' : 'stay as they are'}.
          </p>
        ) : null}
        <Button onClick={onClose}>{different.length === 0 ? 'Close' : 'Cancel'}</Button>
        {different.length === 0 ? null : (
          <Button
            data-save
            look="primary"
            busy={apply.isPending}
            disabled={choices.length === 0}
            onClick={save}
          >
            {decided === 0
              ? 'Save decisions'
              : decided === 1
                ? 'Save 1 decision'
                : `Save ${decided} decisions`}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The switch that also asks the model; only where it is switched on. */
function AskAi({
  checked,
  busy,
  onChange,
}: {
  checked: boolean
  busy: boolean
  onChange: (checked: boolean) => void
}) {
  const ai = useAi()
  if (!ai.on) return null
  return (
    <Switch
      label="Ask AI for what is missing"
      hint={ai.ready ? `Sends the text of this posting to ${ai.host}.` : ai.message}
      checked={checked}
      disabled={busy || !ai.ready}
      onChange={onChange}
    />
  )
}

/** What asking the model brought: its cost, or why it gave nothing. */
function AiOutcome({ preview, error }: { preview: DetectionPreview; error: unknown }) {
  if (error)
    return (
      <p role="alert" className="text-sm text-bad">
        {errorOf(error).message} What was found before stands below.
      </p>
    )
  const said = [
    preview.aiMessage ?? '',
    preview.cost > 0 ? `Asking AI cost ${costText(preview.cost)}.` : '',
  ].filter(Boolean)
  return said.length === 0 ? null : (
    <p role="status" className="text-sm text-ink-2">
      {said.join(' ')}
    </p>
  )
}

/** "8 facts are the same, 2 are stated by neither". */
function sameText(stated: number, unstated: number): string {
  const said = `${factsText(stated)} ${stated === 1 ? 'is' : 'are'} the same`
  if (unstated === 0) return said
  if (stated === 0) return `${factsText(unstated)} ${unstated === 1 ? 'is' : 'are'} stated by neither`
  return `${said}, ${unstated} ${unstated === 1 ? 'is' : 'are'} stated by neither`
}

/** What both say alike, folded. */
function SameLines({ lines }: { lines: readonly DetectLine[] }) {
  const stated = lines.filter(line => line.old.text !== null)
  if (lines.length === 0) return null
  return (
    <Disclosure label={sameText(stated.length, lines.length - stated.length)}>
      <ul aria-label="Facts that are the same" className="flex flex-col">
        {stated.map(line => (
          <li
            key={line.key}
            className="flex flex-col gap-x-4 border-b border-line py-1.5 last:border-b-0 @min-[44rem]:grid @min-[44rem]:grid-cols-[7rem_minmax(0,1fr)]"
          >
            <h3 className="pt-px text-sm text-ink-3">{line.label}</h3>
            <SideOfLine name="" side={line.old} />
          </li>
        ))}
      </ul>
      {stated.length < lines.length ? (
        <p className="pt-1 text-sm text-ink-3">
          Stated by neither:{' '}
          {lines
            .filter(line => line.old.text === null)
            .map(line => line.label.toLowerCase())
            .join(', ')}
        </p>
      ) : null}
    </Disclosure>
  )
}
