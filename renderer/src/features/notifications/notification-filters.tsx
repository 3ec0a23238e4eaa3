import { ListFilter, X } from 'lucide-react'
import type { NotificationKind } from '../../../../main/contract/notifications.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { KIND_FACES, KINDS } from './notification-words.ts'
import type { NotificationsView } from './notifications-view.ts'

/** What narrows the history; every change is a new view, which stands in the address. */
export function NotificationFilters({
  view,
  onChange,
}: {
  view: NotificationsView
  onChange: (view: NotificationsView) => void
}) {
  return (
    <div role="toolbar" aria-label="Filters" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="relative flex-1 basis-full sm:max-w-72 sm:basis-48">
        <TextField
          label="Search notifications"
          hideLabel
          role="searchbox"
          maxLength={300}
          placeholder="Words of a notification"
          value={view.text}
          onChange={event => onChange({ ...view, text: event.target.value })}
        />
        {view.text === '' ? null : (
          <span className="absolute inset-y-0 right-0.5 flex items-center bg-surface">
            <IconButton label="Clear the search" icon={X} onClick={() => onChange({ ...view, text: '' })} />
          </span>
        )}
      </span>
      <KindFilter kinds={view.kinds} onChange={kinds => onChange({ ...view, kinds })} />
      <Checkbox
        label="Unread only"
        checked={view.unread}
        onChange={unread => onChange({ ...view, unread })}
      />
    </div>
  )
}

function KindFilter({
  kinds,
  onChange,
}: {
  kinds: readonly NotificationKind[]
  onChange: (kinds: NotificationKind[]) => void
}) {
  const [only] = kinds
  const label =
    only === undefined ? 'All kinds' : kinds.length === 1 ? KIND_FACES[only].title : `${kinds.length} kinds`
  return (
    <Popover
      title="Kinds of notifications"
      className="w-64 p-3"
      trigger={
        <Button icon={ListFilter} aria-pressed={kinds.length > 0}>
          {label}
        </Button>
      }
    >
      <div className="flex flex-col gap-1">
        {KINDS.map(kind => (
          <Checkbox
            key={kind}
            label={KIND_FACES[kind].title}
            checked={kinds.includes(kind)}
            onChange={on => onChange(KINDS.filter(one => (one === kind ? on : kinds.includes(one))))}
          />
        ))}
        {kinds.length > 0 ? (
          <Button size="small" look="quiet" className="mt-1 self-start" onClick={() => onChange([])}>
            All kinds
          </Button>
        ) : null}
      </div>
    </Popover>
  )
}
