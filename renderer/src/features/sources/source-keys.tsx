import { CircleCheck, CircleDashed } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import type { SourceKeyNeed, SourceKind } from '../../../../main/contract/sources.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { toast } from '../../ui/toast-store.ts'
import { KeyField, KeyWarning } from './key-field.tsx'
import { useSecrets } from './use-secrets.ts'

/** The keys that a kind of source needs: whether each is entered, entering another, forgetting it. */
export function SourceKeys({ kind, onEntered }: { kind: SourceKind; onEntered: () => void }) {
  const secrets = useSecrets()
  return (
    <Section
      title={kind.keys.length === 1 ? 'Key' : 'Keys'}
      lead={
        secrets.warning === null
          ? `Yours for all sources of ${kind.label}; ${secrets.place} and never shown again.`
          : `Yours for all sources of ${kind.label}; never shown again.`
      }
    >
      <div className="flex flex-col gap-3">
        <KeyWarning warning={secrets.warning} />
        {secrets.error ? <Failure error={secrets.error} onRetry={() => void secrets.refetch()} /> : null}
        {secrets.loaded
          ? kind.keys.map(need => (
              <KeyLine key={need.name} kind={kind} need={need} secrets={secrets} onEntered={onEntered} />
            ))
          : null}
      </div>
    </Section>
  )
}

/** One key: whether it is entered, entering another, forgetting it. */
export function KeyLine({
  kind,
  need,
  secrets,
  onEntered,
  onForgotten,
}: {
  kind: Pick<SourceKind, 'kind' | 'label'>
  need: SourceKeyNeed
  secrets: ReturnType<typeof useSecrets>
  onEntered: () => void
  onForgotten?: () => void
}) {
  const entered = secrets.has(kind.kind, need.name)
  const [open, setOpen] = useState(false)
  const [forgetting, setForgetting] = useState(false)
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLParagraphElement>(null)
  const asks = open || !entered

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (value.trim() === '') {
      setProblem(`Paste your ${need.label} here.`)
      form.current?.querySelector('input')?.focus()
      return
    }
    setBusy(true)
    try {
      await secrets.set(kind.kind, need.name, value)
      setValue('')
      setOpen(false)
      toast(`${need.label} was saved`, { tone: 'good' })
      heading.current?.focus()
      onEntered()
    } catch (thrown) {
      setProblem(`${errorOf(thrown).message} What you typed is still here.`)
    } finally {
      setBusy(false)
    }
  }
  const forget = () =>
    secrets.forget(kind.kind, need.name).then(() => {
      toast(`${need.label} was forgotten`)
      onForgotten?.()
    }, failureToast)

  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p ref={heading} tabIndex={-1} className="flex min-w-0 items-center gap-1.5">
          {entered ? (
            <CircleCheck aria-hidden className="size-4 shrink-0 text-good" strokeWidth={1.75} />
          ) : (
            <CircleDashed aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
          )}
          <span>
            {need.label}: <span className="text-ink-2">{entered ? 'entered' : 'not entered'}</span>
          </span>
        </p>
        {entered ? (
          <span className="flex gap-1.5">
            <Button
              size="small"
              aria-expanded={open}
              aria-label={`Replace the ${need.label}`}
              onClick={() => setOpen(!open)}
            >
              Replace
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={`Forget the ${need.label}`}
              onClick={() => setForgetting(true)}
            >
              Forget
            </Button>
          </span>
        ) : null}
      </div>
      {asks ? (
        <form
          ref={form}
          noValidate
          onSubmit={event => void save(event)}
          className="flex flex-col items-start gap-2"
        >
          <div className="w-full max-w-md">
            <KeyField
              need={need}
              value={value}
              error={problem}
              onChange={next => {
                setValue(next)
                setProblem(undefined)
              }}
            />
          </div>
          <Button type="submit" busy={busy}>
            {entered ? 'Save the new one' : 'Save'}
          </Button>
        </form>
      ) : null}
      <ConfirmDialog
        open={forgetting}
        onClose={() => setForgetting(false)}
        title={`Forget the ${need.label}?`}
        description={`It cannot be shown or brought back. ${kind.label} does not answer until you enter one again; jobs found before stay.`}
        verb="Forget it"
        onConfirm={forget}
      />
    </div>
  )
}
