import { FilePlus2, type LucideIcon, Search, SquareX, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { JobView, TimelineEntry } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { useRowFocus } from '../../ui/row-focus.ts'
import { When } from '../../ui/when.tsx'
import { HISTORY_FACES } from '../applications/application-words.ts'
import { LogEntry } from '../applications/parts/log-entry.tsx'
import { useApplication } from '../applications/parts/use-application.ts'
import { type TimelineLine, timelineLines } from './timeline-lines.ts'

/** So many stand here at first; a press shows the rest. */
const FIRST = 15

/** What happens to postings; the rest has its face with the words of applications. */
const POSTING_FACES: Partial<Record<TimelineEntry['kind'], LucideIcon>> = {
  found: Search,
  posting_added: FilePlus2,
  closed: SquareX,
}

function faceOf(kind: TimelineLine['kind']): { icon: LucideIcon; word: string } {
  if (kind === 'found' || kind === 'posting_added' || kind === 'closed')
    return { icon: POSTING_FACES[kind] ?? Search, word: '' }
  const { icon, word } = HISTORY_FACES[kind]
  // "Status Applied" says no more than "Applied".
  return { icon, word: kind === 'status' ? '' : word }
}

/** All that happened with the job, the newest first; what the person wrote down can be taken away again. */
export function JobTimeline({ view }: { view: JobView }) {
  const { data } = useApplication(view.job.id)
  const [all, setAll] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const remove = useChange(client.applications.removeEntry)
  const lines = useMemo(
    () => timelineLines(view.timeline, data?.history ?? []),
    [view.timeline, data?.history],
  )
  const focus = useRowFocus(
    box,
    lines.map(line => `${line.kind} ${line.at}`),
  )
  return (
    <div ref={box} {...focus}>
      <Section title="Timeline">
        <LogEntry jobId={view.job.id} />
        <ol className="mt-2 flex flex-col">
          {(all ? lines : lines.slice(0, FIRST)).map((line, index) => {
            const { icon: Icon, word } = faceOf(line.kind)
            const { entryId } = line
            return (
              <li
                key={entryId ?? `${line.at} ${lines.length - index}`}
                {...(entryId === null ? {} : { 'data-row': '' })}
                className="flex min-h-7 items-start gap-2 py-1"
              >
                <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 break-words whitespace-pre-wrap">
                  {word ? <span className="text-ink-2">{line.text ? `${word}: ` : word}</span> : null}
                  {line.text}
                </span>
                <When at={line.at} className="shrink-0 text-sm text-ink-3" />
                {entryId === null ? null : (
                  <IconButton
                    label={`Remove: ${word} ${line.text}`.trim()}
                    icon={X}
                    className="-my-1"
                    onClick={() => remove.mutate({ entryId })}
                  />
                )}
              </li>
            )
          })}
        </ol>
        {!all && lines.length > FIRST ? (
          <Button size="small" look="quiet" className="-ml-2" onClick={() => setAll(true)}>
            Show all {lines.length.toLocaleString('en')}
          </Button>
        ) : null}
      </Section>
    </div>
  )
}
