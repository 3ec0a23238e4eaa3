import { X } from 'lucide-react'
import { useState } from 'react'
import type { HistoryEntry } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { useChange } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { When } from '../../../ui/when.tsx'
import { HISTORY_FACES, historyText } from '../application-words.ts'
import { LogEntry } from './log-entry.tsx'
import { Part } from './part.tsx'

/** So many stand here at first; a press shows the rest. */
const FIRST = 12

/** All that happened with an application, the newest first; what the person wrote down can be taken away again. */
export function History({ jobId }: { jobId: JobId }) {
  const [all, setAll] = useState(false)
  return (
    <Part jobId={jobId} title="History">
      {({ history }) => {
        const entries = history.toReversed()
        return (
          <div className="flex flex-col gap-2">
            <LogEntry jobId={jobId} />
            {entries.length === 0 ? (
              <p className="text-sm text-ink-3">Nothing has happened yet.</p>
            ) : (
              <ol className="flex flex-col">
                {(all ? entries : entries.slice(0, FIRST)).map((entry, index) => (
                  <Entry key={entry.entryId ?? `at-${entries.length - index}`} entry={entry} />
                ))}
              </ol>
            )}
            {!all && entries.length > FIRST ? (
              <div>
                <Button size="small" look="quiet" onClick={() => setAll(true)}>
                  Show all {entries.length.toLocaleString('en')}
                </Button>
              </div>
            ) : null}
          </div>
        )
      }}
    </Part>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const remove = useChange(client.applications.removeEntry)
  const { icon: Icon, word } = HISTORY_FACES[entry.kind]
  const { entryId } = entry
  const text = historyText(entry)
  return (
    <li className="flex min-h-7 items-start gap-2 py-1">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span className="min-w-0 flex-1 text-sm break-words whitespace-pre-wrap">
        <span className="text-ink-2">{word}</span>
        {text ? ` ${text}` : null}
      </span>
      <When at={entry.at} className="shrink-0 text-sm text-ink-3" />
      {entryId === null ? null : (
        <IconButton
          label={`Remove: ${word} ${text}`.trim()}
          icon={X}
          className="-my-1"
          onClick={() => remove.mutate({ entryId })}
        />
      )}
    </li>
  )
}
