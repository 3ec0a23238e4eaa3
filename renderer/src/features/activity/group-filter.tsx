import { ListFilter } from 'lucide-react'
import type { ActivityGroup } from '../../../../main/contract/activity.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { GROUPS } from './activity-view.ts'
import { GROUP_FACES } from './activity-words.ts'

/** Which groups are shown; none chosen means all. */
export function GroupFilter({
  groups,
  onChange,
}: {
  groups: readonly ActivityGroup[]
  onChange: (groups: ActivityGroup[]) => void
}) {
  const [only] = groups
  const label =
    only === undefined
      ? 'All activity'
      : groups.length === 1
        ? GROUP_FACES[only].title
        : `${groups.length} groups`
  return (
    <Popover
      title="Groups of activity"
      align="end"
      className="w-60 p-3"
      trigger={
        <Button icon={ListFilter} aria-pressed={groups.length > 0}>
          {label}
        </Button>
      }
    >
      <div className="flex flex-col gap-1">
        {GROUPS.map(group => (
          <Checkbox
            key={group}
            label={GROUP_FACES[group].title}
            checked={groups.includes(group)}
            onChange={on => onChange(GROUPS.filter(one => (one === group ? on : groups.includes(one))))}
          />
        ))}
        <Button
          size="small"
          look="quiet"
          className="mt-1 self-start"
          aria-disabled={groups.length === 0}
          onClick={() => onChange([])}
        >
          All activity
        </Button>
      </div>
    </Popover>
  )
}
