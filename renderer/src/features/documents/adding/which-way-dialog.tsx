import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'

/** Names that are listed; what is more is counted. */
const NAMED = 6

/** Asks of texts that were dropped whether they are the person's documents or postings. */
export function WhichWayDialog({
  files,
  onDocuments,
  onPostings,
  onClose,
}: {
  files: readonly File[]
  onDocuments: () => void
  onPostings: () => void
  onClose: () => void
}) {
  const one = files.length === 1
  const more = files.length - NAMED
  return (
    <Dialog
      open
      onClose={onClose}
      title={one ? 'What is this text?' : 'What are these texts?'}
      description="Nothing has been stored yet."
      width="small"
      footer={
        <>
          <Button onClick={onPostings}>{one ? 'Read as a posting' : 'Read as postings'}</Button>
          <Button look="primary" onClick={onDocuments}>
            {one ? 'Keep as a document' : 'Keep as documents'}
          </Button>
        </>
      }
    >
      <ul aria-label="Files" className="flex flex-col gap-0.5">
        {files.slice(0, NAMED).map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list does not change
          <li key={index} className="font-medium break-words">
            {file.name}
          </li>
        ))}
        {more > 0 ? <li className="text-ink-2">and {more.toLocaleString('en')} more</li> : null}
      </ul>
      <p className="pt-2 text-sm text-ink-2">
        A résumé or a letter of yours is kept under Documents. The text of a job becomes a job, after you have
        checked it.
      </p>
    </Dialog>
  )
}
