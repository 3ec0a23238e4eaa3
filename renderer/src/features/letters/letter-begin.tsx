import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { DocumentRow } from '../../../../main/contract/documents.ts'
import { ask, client } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { When } from '../../ui/when.tsx'

/** The words of a letter, whether it was written here or came as a file. */
async function textOf({ written, current: { versionId } }: DocumentRow): Promise<string> {
  if (written) return (await client.letters.read({ versionId })).markdown
  const { pages } = await client.documents.text({ versionId })
  return pages.map(({ text }) => text.trim()).join('\n\n')
}

/** Begins a letter with the words of another one, which stays as it is. Shown where there is one. */
export function BeginFromLetter({ onText }: { onText: (text: string) => void }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const wanted = text.trim()
  const any = useQuery(ask('documents', 'list', { kind: 'cover_letter', limit: 1 }))
  const { data, error, refetch } = useQuery({
    ...ask('documents', 'list', { kind: 'cover_letter', text: wanted, limit: 50 }),
    enabled: open,
  })
  if ((any.data?.total ?? 0) === 0) return null
  const take = async (row: DocumentRow) => {
    try {
      onText(await textOf(row))
      setOpen(false)
    } catch (failed) {
      failureToast(failed)
    }
  }
  return (
    <>
      <Button size="small" look="quiet" icon={Copy} onClick={() => setOpen(true)}>
        Begin from another letter
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Begin from another letter"
        description="Its words are copied; the letter itself stays as it is."
      >
        <div className="flex flex-col gap-2 pb-2">
          <TextField
            label="Search in letters"
            hideLabel
            placeholder="Search in letters"
            value={text}
            onChange={event => setText(event.target.value)}
          />
          {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
          {data === undefined && !error ? <SkeletonRows rows={3} label="Loading letters" /> : null}
          {data?.rows.length === 0 ? (
            <p role="status" className="text-sm text-ink-2">
              No letter has the words “{wanted}”.
            </p>
          ) : null}
          <ul aria-label="Letters" className="flex flex-col">
            {data?.rows.map(row => (
              <li key={row.documentId}>
                <button
                  type="button"
                  className="flex min-h-11 w-full items-center gap-3 rounded px-2 py-1 text-left hover:bg-hover"
                  onClick={() => void take(row)}
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate text-sm font-medium">{row.title}</span>
                    <span className="block truncate text-xs text-ink-2">
                      {row.job ? `For ${row.job.title}, ${row.job.company}` : 'In the library'}
                    </span>
                  </span>
                  <When at={row.changedAt} className="shrink-0 text-xs text-ink-3" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      </Dialog>
    </>
  )
}
