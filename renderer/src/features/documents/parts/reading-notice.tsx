import { CircleAlert, KeyRound, LoaderCircle } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import type { DocumentVersion } from '../../../../../main/contract/documents.ts'
import { client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { isBeingRead, readingWords } from '../document-words.ts'
import { useReadAgain } from './use-read-again.ts'

const SOFT = { warn: 'bg-warn-soft', bad: 'bg-bad-soft' } as const

/** How reading stands where that is not as it should be: what happened, and what to do. */
export function ReadingNotice({ version }: { version: DocumentVersion }) {
  const { reading } = version
  const { tone, word, todo } = readingWords(reading)
  const again = useReadAgain(version)
  if (isBeingRead(reading))
    return (
      <div
        role="status"
        className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-info-soft px-4 py-2 text-sm"
      >
        <LoaderCircle aria-hidden className="size-4 shrink-0 text-info motion-safe:animate-pulse" />
        <span className="flex-1">{word}. You can go on meanwhile.</span>
        <Button size="small" onClick={() => void client.documents.cancelReading({}).catch(failureToast)}>
          Stop reading
        </Button>
      </div>
    )
  if (tone !== 'warn' && tone !== 'bad') {
    if (reading.remarks.length === 0) return null
    return (
      <ul className="border-b border-line bg-sunken px-4 py-2 text-sm text-ink-2">
        {reading.remarks.map(remark => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    )
  }
  return (
    <div role="alert" className={`flex flex-col gap-2 border-b border-line px-4 py-3 text-sm ${SOFT[tone]}`}>
      <p className="flex items-start gap-2">
        <CircleAlert
          aria-hidden
          className={`mt-0.5 size-4 shrink-0 ${tone === 'warn' ? 'text-warn' : 'text-bad'}`}
        />
        <span className="min-w-0">
          <span className="font-medium">{word}.</span> {reading.message ?? ''} {reading.message ? '' : todo}
        </span>
      </p>
      {reading.state === 'locked' ? (
        <Unlock onTry={password => again.read(password)} busy={again.busy} />
      ) : reading.state === 'failed' || reading.state === 'refused' ? (
        <div>
          <Button size="small" busy={again.busy} onClick={() => again.read(null)}>
            Read it again
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Unlock({ onTry, busy }: { onTry: (password: string) => void; busy: boolean }) {
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setMissing(password === '')
    if (password === '') form.current?.querySelector('input')?.focus()
    else onTry(password)
  }
  return (
    <form
      ref={form}
      noValidate
      aria-label="Unlock the file"
      onSubmit={submit}
      className="flex flex-wrap items-end gap-2"
    >
      <TextField
        label="Password of the file"
        type="password"
        maxLength={200}
        className="max-w-64 flex-1 basis-44"
        value={password}
        error={missing ? 'Write the password' : undefined}
        onChange={event => {
          setPassword(event.target.value)
          setMissing(false)
        }}
      />
      <Button type="submit" icon={KeyRound} busy={busy}>
        Unlock and read
      </Button>
      <p className="basis-full text-xs text-ink-2">It is used once and not kept.</p>
    </form>
  )
}
