import { useMutation, useQuery } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { Link } from 'react-router'
import { ChangeId } from '../../../../../main/contract/ids.ts'
import type { TakenReview } from '../../../../../main/contract/resumes.ts'
import { undoChange } from '../../../app/changes.ts'
import { ask } from '../../../app/core.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { useRowFocus } from '../../../ui/row-focus.ts'
import { When } from '../../../ui/when.tsx'
import { fieldLabel } from './review-items.ts'

/** What résumés brought into the profile, each to be taken back; nothing while there is none. */
export function ReviewHistory() {
  const { data } = useQuery(ask('resumes', 'history', { limit: 20 }))
  const box = useRef<HTMLUListElement>(null)
  const rows = data ?? []
  const keepFocus = useRowFocus(
    box,
    rows.map(({ at, undone }) => `${at} ${undone}`),
  )
  if (rows.length === 0) return null
  return (
    <Section title="Saved from résumés" lead="What was changed since by hand stays when one is undone.">
      <ul ref={box} {...keepFocus} className="-mx-4 -mb-4 flex flex-col">
        {rows.map(row => (
          <Row key={`${row.at} ${row.title}`} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ row: { at, title, documentId, changes, undone, changeId } }: { row: TakenReview }) {
  const undo = useMutation({ mutationFn: undoChange })
  return (
    <li
      data-row
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 border-t border-line px-4 py-2"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {documentId === null ? (
            <span className="min-w-0 truncate">{title}</span>
          ) : (
            <Link to={`/documents/${documentId}`} className="text-link min-w-0 truncate py-1">
              {title}
            </Link>
          )}
          <When at={at} className="text-sm text-ink-3" />
        </p>
        <Disclosure label={changes.length === 1 ? '1 change' : `${changes.length} changes`}>
          <ul className="flex flex-col gap-0.5 text-ink-2">
            {changes.map(({ field, before, after }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: changes have only their place
              <li key={index} className="break-words">
                <span className="text-ink-3">{fieldLabel(field)}: </span>
                {before === null ? '' : `${before.slice(0, 200)} → `}
                {after.slice(0, 200)}
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
      {undone ? (
        <Badge>Undone</Badge>
      ) : changeId === null ? null : (
        <Button
          size="small"
          icon={Undo2}
          busy={undo.isPending}
          aria-label={`Undo what was saved from ${title}`}
          onClick={() => undo.mutate({ changeId: ChangeId.parse(changeId), label: title })}
        >
          Undo
        </Button>
      )}
    </li>
  )
}
