import { History, ListX } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { ActivityGroup, ActivityRow } from '../../../../main/contract/activity.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { nextRow } from '../../ui/list-keys.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { exactText } from '../../ui/when-text.ts'
import { clockText, localDay } from '../applications/moment-text.ts'
import { useClock } from '../applications/use-clock.ts'
import { NoticesTabs } from '../notifications/notices-tabs.tsx'
import { activityDays, readGroups, writeGroups } from './activity-view.ts'
import { GROUP_FACES } from './activity-words.ts'
import { GroupFilter } from './group-filter.tsx'
import { useActivity } from './use-activity.ts'

/** Rows that PageUp and PageDown pass. */
const JUMP = 10

/** `/activity`: what happened, in sentences, day by day. */
export function ActivityPage() {
  const [params, setParams] = useSearchParams()
  const groups = readGroups(params)
  const list = useActivity(groups)
  const show = (next: readonly ActivityGroup[]) => setParams(writeGroups(next), { replace: true })
  return (
    <Page
      title="Activity"
      lead="What you and Rolecall did, the newest first"
      action={<GroupFilter groups={groups} onChange={show} />}
    >
      <NoticesTabs />
      {list.error && list.rows.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={10} label="Loading the activity" />
      ) : list.rows.length === 0 && !list.hasMore ? (
        <Nothing narrowed={groups.length > 0} onAll={() => show([])} />
      ) : (
        <Feed list={list} />
      )}
    </Page>
  )
}

function Nothing({ narrowed, onAll }: { narrowed: boolean; onAll: () => void }) {
  const navigate = useNavigate()
  return narrowed ? (
    <EmptyState
      icon={ListX}
      title="Nothing of this kind"
      action={<Button onClick={onAll}>Show all activity</Button>}
    >
      Nothing in the chosen groups happened in the last 90 days.
    </EmptyState>
  ) : (
    <EmptyState
      icon={History}
      title="Nothing happened yet"
      action={
        <Button look="primary" onClick={() => void navigate('/campaigns/new')}>
          Create a campaign
        </Button>
      }
    >
      Jobs that are found, moves of applications, runs and changes of settings stand here once there are any.
    </EmptyState>
  )
}

function Feed({ list }: { list: ReturnType<typeof useActivity> }) {
  const { rows, hasMore, loadingMore } = list
  const days = activityDays(rows, localDay(useClock()))
  const box = useRef<HTMLDivElement>(null)
  const [activeSeq, setActiveSeq] = useState<number | null>(null)
  const at = Math.max(
    0,
    rows.findIndex(row => row.seq === activeSeq),
  )
  const lines = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  /** How many rows stood when more were asked for: the first new one gets the focus. */
  const before = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (before.current === null || (rows.length === before.current && hasMore)) return
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
    all[Math.min(before.current, all.length - 1)]?.focus()
    before.current = null
  }, [rows.length, hasMore])
  const onKeyDown = (event: React.KeyboardEvent) => {
    const held = lines().indexOf(event.target as HTMLElement)
    if (held < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    const next = nextRow(event.key, held, rows.length, JUMP)
    const goal = next === null ? undefined : lines()[next]
    if (!goal) return
    event.preventDefault()
    goal.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes the keys of its lines
    <div ref={box} onKeyDown={onKeyDown} className="flex max-w-3xl flex-col gap-4">
      {days.map(day => (
        <section key={day.day} aria-labelledby={`day-${day.day}`}>
          <h2 id={`day-${day.day}`} className="pb-1 text-sm font-semibold">
            {day.title}
          </h2>
          <ul className="flex flex-col">
            {day.rows.map(row => (
              <Line
                key={row.seq}
                row={row}
                active={row.seq === rows[at]?.seq}
                onFocus={() => setActiveSeq(row.seq)}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasMore ? (
        <Button
          className="self-start"
          busy={loadingMore}
          onClick={() => {
            before.current = rows.length
            void list.loadMore()
          }}
        >
          Show more
        </Button>
      ) : (
        <p className="text-sm text-ink-3">That is all that is kept.</p>
      )}
    </div>
  )
}

function Line({ row, active, onFocus }: { row: ActivityRow; active: boolean; onFocus: () => void }) {
  const { icon: Icon, title } = GROUP_FACES[row.group]
  const line = {
    'data-line': row.seq,
    tabIndex: active ? 0 : -1,
    onFocus,
    className: 'min-h-6 min-w-0 flex-1 rounded-sm text-base break-words',
  }
  return (
    <li className="flex items-start gap-3 border-b border-line px-2 py-1.5 last:border-b-0 hover:bg-hover">
      <time
        dateTime={row.at}
        title={exactText(row.at)}
        className="w-10 shrink-0 pt-0.5 text-right text-xs leading-5 text-ink-3 tabular-nums"
      >
        {clockText(row.at)}
      </time>
      <span title={title} className="mt-1 inline-flex size-4 shrink-0">
        <Icon aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
      </span>
      {row.target === null ? (
        <span {...line}>{row.text}</span>
      ) : (
        <Link to={row.target} {...line} className={`${line.className} hover:underline`}>
          {row.text}
        </Link>
      )}
    </li>
  )
}
