import clsx from 'clsx'
import { type KeyboardEvent, type RefObject, useImperativeHandle, useRef, useState } from 'react'
import type { ReviewItem } from '../../../../../main/contract/resumes.ts'
import { useCommands } from '../../../app/commands.ts'
import { Button } from '../../../ui/button.tsx'
import { nextRow } from '../../../ui/list-keys.ts'
import {
  type Decision,
  type Decisions,
  decisionOf,
  type Edit,
  type Faults,
  type ReviewGroup,
  reviewGroups,
} from './review-items.ts'
import { ReviewRow } from './review-row.tsx'

/** What others ask of the list. */
export interface ReviewListHandle {
  focus: (id: string) => void
  /** Opens the form of a thing that was refused, at what is wrong. */
  fault: (id: string, faults: Faults) => void
}

/** The things of a résumé under their headings, each to be taken, edited or refused. */
export function ReviewList({
  items,
  decisions,
  active,
  handle,
  onActive,
  onDecide,
}: {
  items: readonly ReviewItem[]
  decisions: Decisions
  active: string | null
  handle: RefObject<ReviewListHandle | null>
  onActive: (id: string | null) => void
  onDecide: (changed: Decisions) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<{ id: string; faults: Faults } | null>(null)
  const groups = reviewGroups(items)
  const order = groups.flatMap(group => group.items)
  const rowOf = (id: string) =>
    [...(box.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].find(
      row => row.dataset.item === id,
    )
  const focus = (id: string) => {
    const row = rowOf(id)
    row?.querySelector<HTMLElement>('[role="checkbox"]')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  const held = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-item]')
    return order.find(({ id }) => id === row?.dataset.item)
  }
  useImperativeHandle(handle, () => ({
    focus,
    fault: (id, faults) => setEditing({ id, faults }),
  }))
  const decide = (item: ReviewItem, change: Partial<Decision>) =>
    onDecide({ [item.id]: { ...decisionOf(decisions, item), ...change } })
  const close = (id: string) => {
    setEditing(null)
    requestAnimationFrame(() => focus(id))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const item = held()
    const at = item ? order.indexOf(item) : -1
    if (item && event.key === 'Enter' && (event.target as HTMLElement).role === 'checkbox') {
      event.preventDefault()
      decide(item, { state: decisionOf(decisions, item).state === 'take' ? 'open' : 'take' })
      return
    }
    const next = nextRow(event.key, at, order.length, 8)
    const goal = next === null ? undefined : order[next]
    if (!goal) return
    event.preventDefault()
    focus(goal.id)
  }
  const group = 'Review'
  const now = order.find(({ id }) => id === active)
  const first = () => {
    const goal = now ?? order[0]
    if (goal) focus(goal.id)
  }
  useCommands([
    { id: 'review.next', title: 'Go to the proposal', group, shortcut: 'j', run: first },
    { id: 'review.previous', title: 'Go to the proposal', group, shortcut: 'k', run: first },
    ...(now
      ? [
          ...(now.editable
            ? [
                {
                  id: 'review.edit',
                  title: 'Edit this thing',
                  group,
                  shortcut: 'e',
                  run: () => setEditing({ id: now.id, faults: {} }),
                },
              ]
            : []),
          {
            id: 'review.refuse',
            title: 'Refuse this thing, or not',
            group,
            shortcut: 'x',
            run: () =>
              decide(now, { state: decisionOf(decisions, now).state === 'refuse' ? 'open' : 'refuse' }),
          },
        ]
      : []),
  ])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and looks of the things inside
    <div
      ref={box}
      onKeyDown={onKeyDown}
      onFocus={event => {
        const row = event.target.closest<HTMLElement>('[data-item]')
        if (row?.dataset.item) onActive(row.dataset.item)
      }}
      onMouseOver={event => {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null
        if (row?.dataset.item && row.dataset.item !== active) onActive(row.dataset.item)
      }}
      className="@container/list flex flex-col gap-4"
    >
      {groups.map(each => (
        <GroupSection
          key={each.title}
          group={each}
          taken={each.items.filter(item => decisionOf(decisions, item).state === 'take').length}
          onAll={state =>
            onDecide(
              Object.fromEntries(
                each.items.map(item => [item.id, { ...decisionOf(decisions, item), state }]),
              ),
            )
          }
        >
          {each.items.map(item => (
            <ReviewRow
              key={item.id}
              item={item}
              decision={decisionOf(decisions, item)}
              compact={each.compact}
              active={item.id === active}
              editing={editing?.id === item.id}
              faults={editing?.id === item.id ? editing.faults : {}}
              onDecide={state => decide(item, { state })}
              onEdit={() => setEditing({ id: item.id, faults: {} })}
              onEdited={(edit: Edit) => {
                decide(item, { state: 'take', edit })
                close(item.id)
              }}
              onCancel={() => close(item.id)}
            />
          ))}
        </GroupSection>
      ))}
    </div>
  )
}

function GroupSection({
  group: { title, items, compact },
  taken,
  onAll,
  children,
}: {
  group: ReviewGroup
  taken: number
  onAll: (state: 'take' | 'open') => void
  children: React.ReactNode
}) {
  return (
    <section aria-label={title} className="min-w-0 rounded border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
        <h2 className="text-base font-semibold">{title}</h2>
        <span className="flex-1 text-sm whitespace-nowrap text-ink-3 tabular-nums">
          {taken} of {items.length} chosen
        </span>
        {items.length > 1 ? (
          <span className="flex gap-1">
            <Button size="small" look="quiet" aria-label={`Take all: ${title}`} onClick={() => onAll('take')}>
              All
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={`Take none: ${title}`}
              onClick={() => onAll('open')}
            >
              None
            </Button>
          </span>
        ) : null}
      </header>
      <ul className={clsx('min-w-0', compact && '@min-[34rem]/list:grid @min-[34rem]/list:grid-cols-2')}>
        {children}
      </ul>
    </section>
  )
}
