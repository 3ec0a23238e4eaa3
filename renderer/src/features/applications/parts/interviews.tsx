import { CalendarPlus, CalendarX, PencilLine, Plus } from 'lucide-react'
import { useState } from 'react'
import type { InterviewId, InterviewView } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { useChange } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { saveTextFile } from '../../profile/download.ts'
import { INTERVIEW_LABELS } from '../application-words.ts'
import { momentText } from '../moment-text.ts'
import { InterviewForm } from './interview-form.tsx'
import { Part } from './part.tsx'
import { useFocusBack } from './use-focus-back.ts'

/** The interviews of a job: when, how, with whom; each as a file for calendars. */
export function Interviews({ jobId }: { jobId: JobId }) {
  const [open, setOpen] = useState<InterviewId | 'new' | null>(null)
  const adder = useFocusBack(open === 'new')
  return (
    <Part
      jobId={jobId}
      title="Interviews"
      action={() =>
        open === 'new' ? null : (
          <Button ref={adder} size="small" look="quiet" icon={Plus} onClick={() => setOpen('new')}>
            Add an interview
          </Button>
        )
      }
    >
      {view => (
        <div className="@container flex flex-col gap-2">
          {open === 'new' ? (
            <InterviewForm jobId={jobId} interview={null} onClose={() => setOpen(null)} />
          ) : null}
          {view.interviews.length === 0 && open !== 'new' ? (
            <p className="text-sm text-ink-3">
              No interview yet. Write down when and with whom; the board and the dashboard remind you.
            </p>
          ) : null}
          <ul className="flex flex-col">
            {view.interviews.map(interview => (
              <Interview
                key={interview.id}
                interview={interview}
                editing={open === interview.id}
                onEdit={editing => setOpen(editing ? interview.id : null)}
              />
            ))}
          </ul>
        </div>
      )}
    </Part>
  )
}

function Interview({
  interview,
  editing,
  onEdit,
}: {
  interview: InterviewView
  editing: boolean
  onEdit: (editing: boolean) => void
}) {
  const remove = useChange(client.applications.removeInterview)
  const editor = useFocusBack(editing)
  const now = new Date()
  const when = momentText(interview.at, now)
  const name = `${INTERVIEW_LABELS[interview.kind]}, ${when}`
  const download = () =>
    client.applications
      .interviewFile({ interviewId: interview.id })
      .then(file => saveTextFile(file.fileName, file.text, 'text/calendar'))
      .catch(failureToast)
  if (editing)
    return (
      <li className="py-1">
        <InterviewForm jobId={interview.jobId} interview={interview} onClose={() => onEdit(false)} />
      </li>
    )
  return (
    <li className="flex items-start gap-2 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{when}</span>
          <span className="text-sm text-ink-2">
            {INTERVIEW_LABELS[interview.kind]}, {interview.minutes} minutes
          </span>
          {new Date(interview.at) < now ? <span className="text-sm text-ink-3">past</span> : null}
        </p>
        {interview.people ? <p className="text-sm text-ink-2">With {interview.people}</p> : null}
        {interview.place ? <Place place={interview.place} /> : null}
        {interview.notes ? (
          <p className="text-sm whitespace-pre-wrap break-words text-ink-2">{interview.notes}</p>
        ) : null}
      </div>
      <div className="flex shrink-0">
        <IconButton
          label={`Save for a calendar: ${name}`}
          icon={CalendarPlus}
          onClick={() => void download()}
        />
        <IconButton ref={editor} label={`Change: ${name}`} icon={PencilLine} onClick={() => onEdit(true)} />
        <IconButton
          label={`Remove: ${name}`}
          icon={CalendarX}
          onClick={() => remove.mutate({ interviewId: interview.id })}
        />
      </div>
    </li>
  )
}

function Place({ place }: { place: string }) {
  if (!/^https?:\/\/\S+$/i.test(place)) return <p className="text-sm break-words text-ink-2">{place}</p>
  return (
    <button
      type="button"
      className="text-link min-h-6 max-w-full truncate text-left text-sm"
      onClick={() => void client.shell.openExternal({ url: place }).catch(failureToast)}
    >
      {place}
    </button>
  )
}
