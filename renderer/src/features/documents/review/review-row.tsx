import clsx from 'clsx'
import { ArrowRight, CircleHelp, Pencil, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { resumeDateText, resumeSpanText } from '../../../../../main/contract/resume-date.ts'
import type { ReviewItem, ReviewPart } from '../../../../../main/contract/resumes.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Checkbox } from '../../../ui/toggles.tsx'
import { EditForm } from './edit-form.tsx'
import {
  type Decision,
  type Edit,
  type Faults,
  fieldLabel,
  PART_LABELS,
  surenessOf,
  valuesOf,
} from './review-items.ts'

/** One thing of the résumé: what the profile says, what the résumé says, and what becomes of it. */
export function ReviewRow({
  item,
  decision: { state, edit },
  compact,
  active,
  editing,
  faults,
  onDecide,
  onEdit,
  onEdited,
  onCancel,
}: {
  item: ReviewItem
  decision: Decision
  compact: boolean
  active: boolean
  editing: boolean
  faults: Faults
  onDecide: (state: Decision['state']) => void
  onEdit: () => void
  onEdited: (edit: Edit) => void
  onCancel: () => void
}) {
  const label = fieldLabel(item.field)
  const name = edit?.text ?? item.after
  const named = `${label.toLowerCase()} ${name.slice(0, 60)}`
  // A paragraph stands below its box, so that the box stays at its beginning.
  const isLong = name.length > 120
  const caption = compact || item.parts.length > 0 ? null : label
  return (
    <li
      data-item={item.id}
      className={clsx('group/row min-w-0 border-t border-line px-4 py-1.5', active && 'bg-selected')}
    >
      {editing ? (
        <EditForm item={item} edit={edit} faults={faults} onDone={onEdited} onCancel={onCancel} />
      ) : (
        <div
          className={clsx(
            'grid grid-cols-[minmax(0,1fr)_auto] gap-x-2',
            item.parts.length > 0 || isLong ? 'items-start' : 'items-center',
          )}
        >
          <div className={clsx('min-w-0', state === 'refuse' && 'text-ink-3 line-through')}>
            {caption && !isLong ? (
              <p aria-hidden className="pl-8 text-xs text-ink-3 @min-[34rem]/list:hidden">
                {caption}
              </p>
            ) : null}
            <Checkbox
              checked={state === 'take'}
              onChange={on => onDecide(on ? 'take' : 'open')}
              label={
                <span className={caption ? 'flex min-w-0 items-baseline' : ''}>
                  {caption && !isLong ? (
                    <span className="sr-only text-sm text-ink-3 @min-[34rem]/list:not-sr-only @min-[34rem]/list:w-36 @min-[34rem]/list:shrink-0">
                      {label}{' '}
                    </span>
                  ) : null}
                  {item.parts.length > 0 ? (
                    <EntryTitle values={valuesOf(item, edit)} />
                  ) : isLong ? (
                    <span className="text-sm text-ink-3">{label}</span>
                  ) : (
                    <Change before={item.before} after={name} />
                  )}
                </span>
              }
            />
            {item.parts.length > 0 ? (
              <div className="pl-8">
                <EntryLines item={item} edit={edit} />
              </div>
            ) : isLong ? (
              <div className="pb-1 pl-8">
                <Change before={item.before} after={name} />
              </div>
            ) : null}
          </div>
          <div className="flex items-center gap-0.5">
            {edit ? (
              <Badge tone="accent">yours</Badge>
            ) : item.origin === 'ai' ? (
              <Badge>by the model</Badge>
            ) : null}
            <Sureness item={item} />
            {item.editable ? (
              <IconButton label={`Edit ${named}`} icon={Pencil} onClick={onEdit} />
            ) : (
              <span className="w-7" />
            )}
            <IconButton
              label={state === 'refuse' ? `Do not refuse ${named}` : `Refuse ${named}`}
              icon={X}
              pressed={state === 'refuse'}
              onClick={() => onDecide(state === 'refuse' ? 'open' : 'refuse')}
            />
          </div>
        </div>
      )}
    </li>
  )
}

function Sureness({ item }: { item: ReviewItem }) {
  const sureness = surenessOf(item)
  if (sureness === 'check')
    return (
      <Badge tone="warn" icon={CircleHelp}>
        check this
      </Badge>
    )
  return sureness === 'likely' ? <span className="px-1 text-xs text-ink-3">likely</span> : null
}

/** The new value, with the one that it replaces before it. */
function Change({ before, after }: { before: string | null; after: string }): ReactNode {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-baseline gap-x-2">
      {before === null ? null : (
        <>
          <span className="break-words text-ink-3 line-through">{shortened(before)}</span>
          <ArrowRight aria-hidden className="size-3.5 shrink-0 self-center text-ink-3" />
          <span className="sr-only"> becomes </span>
        </>
      )}
      <span className="min-w-0 wrap-anywhere">{shortened(after)}</span>
    </span>
  )
}

const shortened = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)}…` : text)

type Values = Partial<Record<ReviewPart, string>>

/** "Engineer, Acme": what it was, and who it was for. */
function EntryTitle({ values }: { values: Values }) {
  const what = values.title ?? values.degree ?? values.name ?? ''
  const who = values.company ?? values.school ?? values.issuer ?? ''
  return (
    <span className="break-words">
      <span className="font-medium">{what || who}</span>
      {what && who ? <span>, {who}</span> : null}
    </span>
  )
}

function EntryLines({ item, edit }: { item: ReviewItem; edit: Edit | undefined }) {
  const values = valuesOf(item, edit)
  const points = (values.bullets ?? '').split('\n').filter(line => line.trim() !== '')
  const when =
    values.date === undefined
      ? resumeSpanText(values.start ?? '', values.end ?? '')
      : resumeDateText(values.date)
  const changed = item.parts.filter(
    ({ name, before }) => item.before !== null && before !== (values[name] ?? ''),
  )
  return (
    <div className="flex flex-col gap-0.5 text-sm text-ink-2">
      {item.before === null ? (
        <p className="tabular-nums">{[when, values.place].filter(Boolean).join(' · ') || 'no dates'}</p>
      ) : (
        <ul className="flex flex-col">
          {changed.map(({ name, before }) => (
            <li key={name} className="flex flex-wrap items-baseline gap-x-1.5">
              <span className="text-ink-3">{name === 'bullets' ? 'Points' : PART_LABELS[name]}:</span>
              <Change
                before={said(name, before ?? '') || null}
                after={said(name, values[name] ?? '') || 'nothing'}
              />
            </li>
          ))}
        </ul>
      )}
      {points.length > 0 ? (
        <Disclosure label={points.length === 1 ? '1 point' : `${points.length} points`}>
          <ul className="list-disc pl-5">
            {points.map((point, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: points have only their place
              <li key={index} className="break-words">
                {point}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  )
}

/** A part in words: dates as people say them, points by their number. */
function said(part: ReviewPart, value: string): string {
  if (part === 'bullets') {
    const count = value.split('\n').filter(line => line.trim() !== '').length
    return count === 0 ? '' : String(count)
  }
  return part === 'start' || part === 'end' || part === 'date' ? resumeDateText(value) : value
}
