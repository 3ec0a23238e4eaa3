import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'

/** The choice of a file, and why the one before was not taken. */
export function ChooseStep({
  error,
  onChoose,
}: {
  error: unknown
  onChoose: (files: readonly File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const known = error === null ? null : errorOf(error)
  return (
    <div className="flex flex-col gap-3">
      {known ? (
        <p role="alert" className="rounded border border-bad bg-bad-soft px-3 py-2">
          {known.message || errorText(known).what} {errorText(known).kept} {errorText(known).todo}
        </p>
      ) : null}
      <div className="flex flex-col items-center gap-3 rounded border border-dashed border-control px-4 py-10 text-center">
        <FileUp aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
        <p>Drop files here, or</p>
        <Button look="primary" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={input}
          type="file"
          aria-label="File to import"
          accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt,.md,.html,.htm,application/json,text/csv,text/html,text/plain"
          multiple
          tabIndex={-1}
          className="sr-only"
          onChange={event => {
            const files = [...(event.target.files ?? [])]
            if (files.length > 0) onChoose(files)
          }}
        />
        <p className="max-w-sm text-sm text-ink-2">
          Tables (JSON, JSON lines, CSV, up to 4 GB), saved pages (HTML) or texts. The file stays on this
          computer, and of a table nothing is stored before you have seen its first rows.
        </p>
      </div>
    </div>
  )
}
