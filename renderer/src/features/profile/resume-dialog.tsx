import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ResumeProposal } from '../../../../main/contract/profile.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { fitting, takenAtFirst, textOfFile } from './resume-items.ts'
import { ResumeReview } from './resume-review.tsx'

interface Compared {
  text: string
  proposal: ResumeProposal
}

/** Import of a JSON Resume: given as a file or a text, compared thing by thing, and only then taken over. */
export function ResumeDialog({
  file,
  onClose,
  onTaken,
}: {
  /** A file that was dropped; null: it is still to be given. */
  file: File | null
  onClose: () => void
  onTaken: () => void
}) {
  const [typed, setTyped] = useState('')
  const [compared, setCompared] = useState<Compared | null>(null)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const input = useRef<HTMLInputElement>(null)
  const read = useMutation({
    mutationFn: async (given: File | string): Promise<Compared | string> => {
      const checked = typeof given === 'string' ? fitting(given) : await textOfFile(given)
      if ('problem' in checked) return checked.problem
      return { text: checked.text, proposal: await client.profile.readResume({ text: checked.text }) }
    },
    onSuccess: answer => {
      if (typeof answer === 'string') return
      setCompared(answer)
      setTaken(takenAtFirst(answer.proposal))
    },
  })
  const apply = useChange(client.profile.importResume)
  const { mutate } = read
  useEffect(() => {
    if (file) mutate(file)
  }, [file, mutate])

  const problem = read.error
    ? errorOf(read.error).message
    : typeof read.data === 'string'
      ? read.data
      : undefined
  const save = () => {
    if (!compared) return
    apply.mutate(
      { text: compared.text, take: [...taken] },
      {
        onSuccess: () => {
          onTaken()
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="Import a resume"
      description={
        compared
          ? 'Choose what is taken into your profile. Nothing has been changed yet.'
          : 'A JSON Resume (jsonresume.org), as a file or as text. You see what differs before anything changes.'
      }
      footer={
        compared === null ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              look="primary"
              busy={read.isPending}
              disabled={typed.trim() === ''}
              onClick={() => mutate(typed)}
            >
              Compare
            </Button>
          </>
        ) : compared.proposal.items.length === 0 ? (
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={() => setCompared(null)}>Back</Button>
            <Button look="primary" busy={apply.isPending} disabled={taken.size === 0} onClick={save}>
              {taken.size === 1 ? 'Take 1 thing' : `Take ${taken.size} things`}
            </Button>
          </>
        )
      }
    >
      {compared ? (
        <ResumeReview proposal={compared.proposal} taken={taken} onTake={setTaken} />
      ) : (
        <div className="flex flex-col gap-3">
          {problem ? (
            <p role="alert" className="rounded border border-bad bg-bad-soft px-3 py-2">
              {problem}
            </p>
          ) : null}
          <div className="flex flex-wrap items-center gap-3 rounded border border-dashed border-control px-4 py-4">
            <Button icon={FileUp} onClick={() => input.current?.click()}>
              Choose a file
            </Button>
            <p className="text-sm text-ink-2">or drop one anywhere on this page.</p>
            <input
              ref={input}
              type="file"
              aria-label="Resume to import"
              accept=".json,application/json,text/plain"
              tabIndex={-1}
              className="sr-only"
              onChange={event => {
                const chosen = event.target.files?.[0]
                event.target.value = ''
                if (chosen) mutate(chosen)
              }}
            />
          </div>
          <TextArea
            label="Or paste its text"
            rows={8}
            spellCheck={false}
            placeholder='{ "basics": { "name": "…" }, "skills": [ … ] }'
            className="[&_textarea]:max-h-72 [&_textarea]:min-h-32 [&_textarea]:font-mono [&_textarea]:text-sm"
            value={typed}
            onChange={event => setTyped(event.target.value)}
          />
        </div>
      )}
    </Dialog>
  )
}
